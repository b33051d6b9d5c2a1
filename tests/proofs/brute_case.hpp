// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Small random tables, and a plain evaluator of their own for every situation, with and without each
// row and cell.

#pragma once

#include "dice.hpp"
#include "rules/small_tables.hpp"

#include <nlohmann/json.hpp>

#include <meldroute/base/json.hpp>

#include <algorithm>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace meldroute::inline v0::brute {

using namespace small_tables;

/// Everything that can be so: a from 0 to 3, known or not; b; a colour; two members of the set s.
struct Reality {
    int a = 0;
    bool a_known = true;
    bool b = false;
    int c = 0;
    bool s1 = false, s2 = false;
};

inline std::vector<Reality> realities(bool with_unknown) {
    std::vector<Reality> out;
    for (int i = 0; i < 96 * (with_unknown ? 2 : 1); ++i)
        out.push_back(
            {i % 4, i / 96 == 0, i / 4 % 2 == 1, i / 8 % 3, i / 24 % 2 == 1, i / 48 % 2 == 1});
    return out;
}

using Test = std::function<bool(const Reality&, int score)>;

struct TestRow {
    Json when = Json::object();
    std::vector<std::pair<std::string, Test>> tests; ///< by input, in the order of the ids
    int then = 0;

    bool holds(const Reality& r, int score, const std::string& without = "") const {
        return std::all_of(tests.begin(), tests.end(), [&](const auto& test) {
            return test.first == without || test.second(r, score);
        });
    }
};

inline std::pair<Json, Test> cell(Dice& dice, const std::string& input) {
    const int n = dice.below(4);
    if (input == "a") {
        if (dice.below(5) == 0)
            return {"unknown", [](const Reality& r, int) { return !r.a_known; }};
        if (dice.coin())
            return {"< " + std::to_string(n + 1), [n](const Reality& r, int) { return r.a <= n; }};
        return {std::to_string(n) + "..3", [n](const Reality& r, int) { return r.a >= n; }};
    }
    const bool yes = dice.coin();
    if (input == "b") return {yes, [yes](const Reality& r, int) { return r.b == yes; }};
    if (input == "c") {
        const int colour = dice.below(3);
        return {(yes ? "" : "not ") + colours[std::size_t(colour)],
                [=](const Reality& r, int) { return (r.c == colour) == yes; }};
    }
    if (input == "score")
        return {">= " + std::to_string(n), [n](const Reality&, int score) { return score >= n; }};
    const bool first = dice.coin();
    return {std::string(yes ? "has " : "not has ") + (first ? "een" : "twee"),
            [=](const Reality& r, int) { return (first ? r.s1 : r.s2) == yes; }};
}

inline TestRow random_row(Dice& dice, bool with_score) {
    static const std::vector<std::string> inputs{"a", "b", "c", "s", "score"};
    std::set<std::string> used;
    for (int cells = dice.below(4); cells > 0; --cells)
        used.insert(inputs[std::size_t(dice.below(with_score ? 5 : 4))]);
    TestRow row;
    for (const auto& input : used) {
        auto [json, test] = cell(dice, input);
        row.when[input] = json;
        row.tests.emplace_back(input, test);
    }
    row.then = dice.below(3);
    return row;
}

/// A change to a table: one row less, or one cell less.
struct Less {
    int row = -1;
    std::string cell;
};

struct Case {
    std::vector<TestRow> scores, rows;
    std::string take;
    std::optional<int> otherwise;

    explicit Case(Dice& dice) {
        for (int i = dice.below(3); i >= 0; --i) scores.push_back(random_row(dice, false));
        for (int i = dice.below(5); i >= 0; --i) rows.push_back(random_row(dice, true));
        static const std::vector<std::string> takes{"first", "first", "only-one", "all-agree",
                                                    "sum",   "min",   "max",      "count"};
        take = takes[std::size_t(dice.below(8))];
        if (dice.coin()) otherwise = dice.below(3);
    }

    Json json() const {
        Json d = decision("d", take, rows);
        if (otherwise) d["else"] = *otherwise;
        return book(d, decision("score", "sum", scores));
    }

    int score(const Reality& r) const {
        int sum = 0;
        for (const auto& row : scores)
            if (row.holds(r, 0)) sum += row.then;
        return sum;
    }

    bool tests_known() const {
        const auto tests = [](const TestRow& row) { return row.when.value("a", "") == "unknown"; };
        return std::any_of(rows.begin(), rows.end(), tests) ||
               std::any_of(scores.begin(), scores.end(), tests);
    }

    std::vector<int> hits(const Reality& r, const Less& less = {}) const {
        std::vector<int> out;
        for (int i = 0; i < int(rows.size()); ++i) {
            const auto& without = i == less.row ? less.cell : "";
            if (i == less.row && less.cell.empty()) continue;
            if (rows[std::size_t(i)].holds(r, score(r), without)) out.push_back(i);
        }
        return out;
    }

    int decide(const Reality& r, const Less& less = {}) const {
        std::vector<int> thens;
        for (const int i : hits(r, less)) thens.push_back(rows[std::size_t(i)].then);
        return thens.empty() && otherwise ? *otherwise : taken(take, thens);
    }
};

} // namespace meldroute::inline v0::brute
