// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Deciding under unknowns against brute force: every completion of a small situation is decided by
// a plain evaluator of its own, and the answers are compared.

#include "catch.hpp"
#include "rules/random_case.hpp"

using namespace meldroute;
using namespace meldroute::random_case;

namespace {

void compare(const Case& one) {
    std::set<int> all;
    for (const auto& w : one.completions()) all.insert(one.decide(w));
    const SmallBook book(JsonNode::wrap(one.json(), "geval"));
    const auto ruling = book.rule("d", one.facts);
    const bool open = ruling.state == Ruling::State::open;
    const bool same = all.size() > 1 ? open
                                     : !open && ruling.state != Ruling::State::bound &&
                                           outcome_of(ruling) == *all.begin();
    std::set<std::string> needed;
    for (const auto& fact : ruling.needed) needed.insert(fact.fact);
    if (same && needed == one.needed()) return;
    CAPTURE(one.json().dump(), one.facts.dump(), all, needed, one.needed(), int(ruling.state));
    FAIL_CHECK("the ruling differs from brute force");
}

} // namespace

TEST_CASE("deciding under unknowns equals brute force over all completions", "[rules][property]") {
    const int cases = cases_or(20000);
    Dice dice{42};
    for (int i = 0; i < cases; ++i) compare(Case(dice));
    SUCCEED(cases << " cases");
}
