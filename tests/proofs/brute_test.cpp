// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is proved about small random tables against brute force: every situation is decided by a
// plain evaluator of its own, with and without each row and cell.

#include "catch.hpp"
#include "rules/support.hpp"

#include <meldroute/proofs/proofs.hpp>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <functional>
#include <optional>
#include <set>

using namespace meldroute;

namespace {

/// A small deterministic generator (splitmix64): the same cases on every machine.
struct Dice {
    std::uint64_t state;

    std::uint64_t next() {
        std::uint64_t z = (state += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }
    int below(int n) { return int(next() % std::uint64_t(n)); }
    bool coin() { return below(2) == 1; }
};

const std::vector<std::string> colours{"rood", "groen", "blauw"};

/// Everything that can be so: a from 0 to 3, known or not; b; a colour; two members of the set s.
struct Reality {
    int a = 0;
    bool a_known = true;
    bool b = false;
    int c = 0;
    bool s1 = false, s2 = false;
};

std::vector<Reality> realities(bool with_unknown) {
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

std::pair<Json, Test> cell(Dice& dice, const std::string& input) {
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

TestRow random_row(Dice& dice, bool with_score) {
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

constexpr int nothing = -1, clash = -2;

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
        const auto table = [](const std::vector<TestRow>& all) {
            Json out = Json::array();
            for (const auto& row : all)
                out.push_back({{"id", "r" + std::to_string(out.size())},
                               {"when", row.when},
                               {"then", row.then}});
            return out;
        };
        Json d{
            {"id", "d"}, {"take", take}, {"outcome", {{"type", "integer"}}}, {"rows", table(rows)}};
        if (otherwise) d["else"] = *otherwise;
        return {{"facts",
                 {{{"id", "a"}, {"type", "integer"}, {"min", 0}, {"max", 3}},
                  {{"id", "b"}, {"type", "boolean"}},
                  {{"id", "c"}, {"type", "enum"}, {"values", colours}},
                  {{"id", "s"}, {"type", "set"}, {"values", {"een", "twee"}}}}},
                {"decisions",
                 {d,
                  {{"id", "score"},
                   {"take", "sum"},
                   {"outcome", {{"type", "integer"}}},
                   {"rows", table(scores)}}}}};
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
        if (thens.empty() && otherwise) return *otherwise;
        if (take == "count") return int(thens.size());
        if (take == "sum") {
            int sum = 0;
            for (const int then : thens) sum += then;
            return sum;
        }
        if (thens.empty()) return nothing;
        if (take == "min") return *std::min_element(thens.begin(), thens.end());
        if (take == "max") return *std::max_element(thens.begin(), thens.end());
        if (take == "only-one" && thens.size() > 1) return clash;
        if (take == "all-agree" && std::set<int>(thens.begin(), thens.end()).size() > 1)
            return clash;
        return thens.front();
    }
};

/// What is found, as words to compare: "1574 r2".
using Found = std::set<std::string>;

bool anywhere(const std::vector<Reality>& all, const std::function<bool(const Reality&)>& test) {
    return std::any_of(all.begin(), all.end(), test);
}

void expect_row(const Case& one, const std::vector<Reality>& all, int i, Found& out) {
    const auto& row = one.rows[std::size_t(i)];
    const auto id = "r" + std::to_string(i);
    const auto holds = [&](const Reality& r) { return row.holds(r, one.score(r)); };
    const auto same_without = [&](const std::string& cell) {
        return !anywhere(all, [&](const Reality& r) {
            return one.decide(r) != one.decide(r, {i, cell});
        });
    };
    if (!anywhere(all, holds)) {
        out.insert("1572 " + id);
    } else if (one.take == "first" && !anywhere(all, [&](const Reality& r) {
                   const auto hit = one.hits(r);
                   return !hit.empty() && hit.front() == i;
               })) {
        out.insert("1573 " + id);
    } else if (same_without("")) {
        out.insert("1574 " + id);
    } else {
        for (const auto& [input, test] : row.tests)
            if (same_without(input)) {
                out.insert("1575 " + id + " " + input);
                break;
            }
    }
}

/// A reality in which a is not known counts as one for each value that a may have.
Found expected(const Case& one) {
    Found out;
    const auto all = realities(one.tests_known()), known = realities(false);
    for (int i = 0; i < int(one.rows.size()); ++i) expect_row(one, all, i, out);
    if (anywhere(known, [&](const Reality& r) { return one.decide(r) == nothing; }))
        out.insert("1570");
    const auto first = one.decide(known.front());
    if (first >= 0 && !anywhere(all, [&](const Reality& r) { return one.decide(r) != first; }))
        out.insert("1577");
    return out;
}

/// Rows that clash with one above, where everything is known.
std::set<std::string> clashing(const Case& one) {
    std::set<std::string> out;
    if (one.take != "only-one" && one.take != "all-agree") return out;
    const auto then = [&](int i) { return one.rows[std::size_t(i)].then; };
    for (const auto& r : realities(false)) {
        const auto hits = one.hits(r);
        for (const int i : hits)
            for (const int j : hits)
                if (i < j && (one.take == "only-one" || then(i) != then(j)))
                    out.insert("r" + std::to_string(j));
    }
    return out;
}

int outcome_of(const Ruling& ruling) {
    if (ruling.state == Ruling::State::none) return nothing;
    if (ruling.state == Ruling::State::conflict) return clash;
    return ruling.outcome->get<int>();
}

bool shown(const SmallBook& book, const Proof& proof) {
    if (proof.witness->is_null())
        return proof.fault == Fault::found_row_impossible || proof.words.back() == "…";
    const auto ruling = book.rule("d", *proof.witness);
    if (proof.fault == Fault::found_gap) return outcome_of(ruling) == nothing;
    if (proof.fault == Fault::found_overlap) return outcome_of(ruling) == clash;
    return true;
}

void compare(const Case& one, int& undecided) {
    const SmallBook book(JsonNode::wrap(one.json(), "geval"));
    Found found;
    std::set<std::string> clashes, to_mend;
    for (const auto& proof : prove(*book.decisions)) {
        if (proof.decision != "d") continue;
        CAPTURE(one.json().dump(), int(proof.fault));
        if (proof.fault == Fault::found_not_decided) ++undecided;
        if (proof.fault == Fault::found_overlap) {
            clashes.insert(proof.rows.back());
            to_mend.insert(proof.rows.begin(), proof.rows.end());
        }
        std::string words = std::to_string(int(proof.fault));
        if (!proof.rows.empty()) words += " " + proof.rows.front();
        if (proof.fault == Fault::found_cell_without_effect) words += " " + proof.words.back();
        if (proof.fault == Fault::found_overlap || proof.fault == Fault::found_gap)
            CHECK(shown(book, proof));
        if (proof.fault <= Fault::found_cell_without_effect && proof.fault != Fault::found_overlap)
            found.insert(words);
        if (proof.fault == Fault::found_decision_constant) found.insert(words);
    }
    auto wanted = expected(one);
    for (const auto& row : to_mend) // what these do is not said before they are mended
        std::erase_if(wanted, [&](const std::string& words) {
            return words.starts_with("1574 " + row) || words.starts_with("1575 " + row);
        });
    if (one.tests_known() && found.contains("1570") && !wanted.contains("1570"))
        found.erase("1570"); // only where a is not known; its witness was ruled above
    const auto pairs = clashing(one);
    const bool same_clashes =
        std::includes(clashes.begin(), clashes.end(), pairs.begin(), pairs.end()) &&
        (one.tests_known() || clashes == pairs);
    if (found == wanted && same_clashes) return;
    CAPTURE(one.json().dump(), found, wanted, clashes, pairs);
    FAIL_CHECK("what was proved differs from brute force");
}

} // namespace

TEST_CASE("what is proved of a table equals brute force over all situations",
          "[proofs][property]") {
    const char* asked = std::getenv("MELDROUTE_CASES");
    const int cases = asked != nullptr ? std::atoi(asked) : 2000;
    Dice dice{7};
    int undecided = 0;
    for (int i = 0; i < cases; ++i) compare(Case(dice), undecided);
    CHECK(undecided == 0);
}
