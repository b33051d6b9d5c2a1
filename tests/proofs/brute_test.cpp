// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is proved about small random tables against brute force over every situation.

#include "catch.hpp"
#include "proofs/brute_case.hpp"
#include "rules/support.hpp"

#include <meldroute/proofs/proofs.hpp>

#include <algorithm>
#include <array>
#include <functional>
#include <optional>
#include <set>

using namespace meldroute;
using namespace meldroute::brute;

namespace {

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
    Dice dice{7};
    int undecided = 0;
    for (int left = cases_or(2000); left > 0; --left) compare(Case(dice), undecided);
    CHECK(undecided == 0);
}
