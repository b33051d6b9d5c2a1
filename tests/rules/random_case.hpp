// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Small random graphs of two decisions over five facts, with a plain evaluator of their own: what
// the rules must be equal to.

#pragma once

#include "dice.hpp"
#include "rules/small_tables.hpp"
#include "rules/support.hpp"

#include <array>
#include <functional>
#include <set>

namespace meldroute::inline v0::random_case {

using namespace small_tables;

/// One completion: a for age 0..3, b boolean, c a colour, and two members of the set s.
struct World {
    int a = 0;
    bool b = false;
    int c = 0;
    bool s1 = false, s2 = false;
};

/// A row of the generated table, and whether it holds: written down twice on purpose, once as JSON
/// and once as a test.
struct TestRow {
    Json when = Json::object();
    std::vector<std::function<bool(const World&, int)>> tests;
    int then = 0;

    bool holds(const World& w, int score) const {
        for (const auto& test : tests)
            if (!test(w, score)) return false;
        return true;
    }
};

inline void add_cell(Dice& dice, TestRow& row, bool with_score) {
    const int n = dice.below(4);
    switch (dice.below(with_score ? 5 : 4)) {
    case 0:
        row.when["a"] =
            dice.coin() ? Json("< " + std::to_string(n + 1)) : Json(std::to_string(n) + "..3");
        if (row.when["a"].get<std::string>()[0] == '<')
            row.tests.push_back([n](const World& w, int) { return w.a < n + 1; });
        else
            row.tests.push_back([n](const World& w, int) { return w.a >= n; });
        break;
    case 1: {
        const bool yes = dice.coin();
        row.when["b"] = yes;
        row.tests.push_back([yes](const World& w, int) { return w.b == yes; });
        break;
    }
    case 2: {
        const int colour = dice.below(3);
        const bool no = dice.coin();
        row.when["c"] = (no ? "not " : "") + colours[std::size_t(colour)];
        row.tests.push_back([=](const World& w, int) { return (w.c == colour) != no; });
        break;
    }
    case 3: {
        const bool first = dice.coin(), no = dice.coin();
        row.when["s"] = std::string(no ? "not has " : "has ") + (first ? "een" : "twee");
        row.tests.push_back([=](const World& w, int) { return (first ? w.s1 : w.s2) != no; });
        break;
    }
    default:
        row.when["score"] = ">= " + std::to_string(n);
        row.tests.push_back([n](const World&, int score) { return score >= n; });
    }
}

inline TestRow random_row(Dice& dice, bool with_score, int outcomes) {
    TestRow row;
    std::set<std::string> used;
    for (int cells = dice.below(3); cells >= 0; --cells) {
        TestRow one;
        add_cell(dice, one, with_score);
        if (!used.insert(one.when.begin().key()).second) continue;
        row.when.update(one.when);
        row.tests.push_back(one.tests.front());
    }
    row.then = dice.below(outcomes);
    return row;
}

/// What a table says of a world, by its plain meaning.
inline int plainly(const std::string& take, const std::vector<TestRow>& rows, const World& w,
                   int score) {
    std::vector<int> thens;
    for (const auto& row : rows)
        if (row.holds(w, score)) thens.push_back(row.then);
    return taken(take, thens);
}

struct Case {
    std::vector<TestRow> scores, rows;
    std::string take;
    Json facts = Json::object();
    std::array<bool, 5> known{};
    World told;

    explicit Case(Dice& dice) {
        for (int i = dice.below(3); i >= 0; --i) scores.push_back(random_row(dice, false, 3));
        for (int i = dice.below(5); i >= 0; --i) rows.push_back(random_row(dice, true, 3));
        static const std::vector<std::string> takes{"first", "only-one", "all-agree", "sum",
                                                    "min",   "max",      "count"};
        take = takes[std::size_t(dice.below(7))];
        told = {dice.below(4), dice.coin(), dice.below(3), dice.coin(), dice.coin()};
        for (auto& k : known) k = dice.coin();
        if (known[0]) facts["a"] = told.a;
        if (known[1]) facts["b"] = told.b;
        if (known[2]) facts["c"] = colours[std::size_t(told.c)];
        Json seen = Json::array(), not_seen = Json::array();
        if (known[3]) (told.s1 ? seen : not_seen).push_back("een");
        if (known[4]) (told.s2 ? seen : not_seen).push_back("twee");
        facts["s"] = {{"seen", seen}, {"not-seen", not_seen}};
    }

    Json json() const { return book(decision("d", take, rows), decision("score", "sum", scores)); }

    int decide(const World& w) const {
        return plainly(take, rows, w, plainly("sum", scores, w, 0));
    }

    std::vector<World> completions() const {
        std::vector<World> out;
        for (int i = 0; i < 4 * 2 * 3 * 2 * 2; ++i) {
            const World w{i % 4, i / 4 % 2 == 1, i / 8 % 3, i / 24 % 2 == 1, i / 48 == 1};
            const bool fits = (!known[0] || w.a == told.a) && (!known[1] || w.b == told.b) &&
                              (!known[2] || w.c == told.c) && (!known[3] || w.s1 == told.s1) &&
                              (!known[4] || w.s2 == told.s2);
            if (fits) out.push_back(w);
        }
        return out;
    }

    /// Facts for which two completions that differ only there differ in outcome.
    std::set<std::string> needed() const {
        std::set<std::string> out;
        const auto all = completions();
        for (const auto& v : all)
            for (const auto& w : all) {
                const int differing =
                    (v.a != w.a) + (v.b != w.b) + (v.c != w.c) + (v.s1 != w.s1) + (v.s2 != w.s2);
                if (differing != 1 || decide(v) == decide(w)) continue;
                out.insert(v.a != w.a ? "a" : v.b != w.b ? "b" : v.c != w.c ? "c" : "s");
            }
        return out;
    }
};

} // namespace meldroute::inline v0::random_case
