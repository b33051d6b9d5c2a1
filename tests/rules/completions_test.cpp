// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Deciding under unknowns against brute force: every completion of a small situation is decided by
// a plain evaluator of its own, and the answers are compared.

#include "catch.hpp"
#include "dice.hpp"
#include "rules/brute.hpp"
#include "rules/random_situation.hpp"

using namespace meldroute;

namespace {

/// A ruling in the words of brute force.
plain::Expected said(const Ruling& ruling) {
    plain::Expected out;
    switch (ruling.state) {
    case Ruling::State::decided: out.outcome = *ruling.outcome; break;
    case Ruling::State::none: out.outcome = "geen uitkomst"; break;
    case Ruling::State::conflict: out.outcome = "conflict"; break;
    case Ruling::State::bound: out.outcome = "bound"; break;
    case Ruling::State::open: break;
    }
    for (const auto& one : ruling.possible) out.possible.push_back(*one);
    for (const auto& one : ruling.needed) out.needed.push_back({one.fact, one.items});
    return out;
}

Json words(const plain::Expected& one) {
    return {{"outcome", one.outcome}, {"possible", one.possible}, {"needed", one.needed}};
}

} // namespace

TEST_CASE("deciding under unknowns equals brute force over all completions", "[rules][property]") {
    const int cases = cases_or(20000);
    Dice dice{42};
    for (int i = 0; i < cases; ++i) {
        const RandomSituation random(dice);
        const plain::Brute brute(random.book(), random.facts(), RandomSituation::asked);
        const auto expected = brute.expected();
        const SmallBook book(JsonNode::wrap(random.book(), "geval"));
        const auto ruling = book.rule(RandomSituation::asked, random.facts());
        const auto bare =
            book.decisions->decide(RandomSituation::asked, book.situation(random.facts()));
        const auto got = said(ruling);
        if (got == expected && bare.state == ruling.state) continue;
        CAPTURE(i, random.book().dump(), random.facts().dump(), words(expected).dump(),
                words(got).dump(), word(bare.state));
        FAIL_CHECK("the ruling differs from brute force");
    }
    SUCCEED(cases << " cases");
}
