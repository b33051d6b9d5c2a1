// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A few hundred cases through the step plan of IJsselstreek; benchmarks/years.cpp takes a million.

#include "catch.hpp"

#include "casefile/virtual_years.hpp"

#include <meldroute/rulebook/rulebook.hpp>

namespace {

virtual_years::Tally passed(std::uint64_t seed) {
    static const auto rulebook =
        meldroute::Rulebook::load(MELDROUTE_SOURCE_DIR "/rules/ijsselstreek");
    virtual_years::Years all(rulebook, seed);
    all.pass(300, 20, {});
    return all.tally();
}

} // namespace

TEST_CASE("in twenty virtual years no due date of the step plan is lost", "[casefile][duties]") {
    const auto tally = passed(1);
    CHECK(tally.cases == 300);
    CHECK(tally.told > 1500);
    CHECK(tally.late > 100);
    CHECK(tally.in_time > 50);
    CHECK(tally.late + tally.in_time == tally.dates);
}

TEST_CASE("the same virtual years pass the same again, and others otherwise",
          "[casefile][duties]") {
    CHECK(passed(2) == passed(2));
    CHECK_FALSE(passed(2) == passed(3));
}

TEST_CASE("a calendar written apart knows the clock of Amsterdam and short months",
          "[casefile][duties]") {
    using namespace own_calendar;
    const auto iso = [](Instant instant) { return virtual_years::moment(instant).iso(); };
    CHECK(iso(end_of(2026y / March / 28)) == "2026-03-29T00:00:00+01:00");
    CHECK(iso(end_of(2026y / March / 29)) == "2026-03-30T00:00:00+02:00");
    CHECK(iso(end_of(2026y / October / 24)) == "2026-10-25T00:00:00+02:00");
    CHECK(iso(end_of(2026y / October / 25)) == "2026-10-26T00:00:00+01:00");
    CHECK(plus(2026y / November / 30, months{3}) == sys_days{2027y / February / 28});
    CHECK(plus(2028y / February / 29, months{12}) == sys_days{2029y / February / 28});
}
