// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What comes round again: by a period, on a day of the year, or as often as nobody says.

#include "agenda/example.hpp"
#include "catch.hpp"

using namespace meldroute;
using namespace meldroute::example;

namespace {

Occurrences done_on(const std::string& start, const std::vector<std::string>& days) {
    auto out = started(start);
    for (const auto& iso : days) out.since.push_back({"zaak.gedaan", day(iso)});
    return out;
}

const std::string monthly = R"("repeats": {"every": {"months": 1}, "done": "zaak.gedaan"})";
const std::string yearly = R"("repeats": {"yearly": "10-18", "done": "zaak.gedaan"})";

} // namespace

TEST_CASE("what repeats is counted from its start, so that no day drifts", "[due][repeats]") {
    CHECK(due_date(monthly, started("2026-08-31")) == "2026-09-30");
    CHECK(due_date(monthly, done_on("2026-08-31", {"2026-09-30"})) == "2026-10-31");
    CHECK(due_date(monthly, done_on("2026-08-31", {"2026-09-10", "2026-10-12"})) == "2026-11-30");
    CHECK(due_date(monthly + R"(, "month-end": "roll")", started("2026-08-31")) == "2026-10-01");
}

TEST_CASE("twice in one period is not for two, and what was missed waits", "[due][repeats]") {
    CHECK(due_date(monthly, done_on("2026-08-31", {"2026-09-10", "2026-09-20"})) == "2026-10-31");
    CHECK(due_date(monthly, done_on("2026-08-31", {"2026-10-05"})) == "2026-10-31");
    CHECK(due_date(monthly, done_on("2026-08-31", {"2026-10-05", "2026-10-31"})) == "2026-11-30");
    CHECK(due_date(monthly, done_on("2026-08-31", {"2026-08-30"})) == "2026-09-30");
}

TEST_CASE("a day of the year comes each year", "[due][repeats]") {
    CHECK(due_date(yearly, started("2026-01-01")) == "2026-10-18");
    CHECK(due_date(yearly, started("2026-10-18")) == "2026-10-18");
    CHECK(due_date(yearly, started("2026-10-19")) == "2027-10-18");
    CHECK(due_date(yearly, done_on("2026-01-01", {"2026-10-16"})) == "2027-10-18");
    CHECK(due_date(yearly, done_on("2026-01-01", {"2026-03-01", "2026-10-16"})) == "2027-10-18");
}

TEST_CASE("without a period there is no date, and it is never too late", "[due][repeats]") {
    const auto due = compute(term(R"("repeats": {})"), started("2026-01-01"), calendars());
    CHECK(due.state == Due::State::repeating);
    CHECK_FALSE(due.late_from().has_value());
    CHECK(due.calculation.front().nl ==
          "Steeds opnieuw. Geen bron zegt hoe vaak, dus er is geen datum.");
}

TEST_CASE("a repetition says how it was counted", "[due][repeats][words]") {
    const auto due = compute(term(yearly), done_on("2026-01-01", {"2026-10-18"}), calendars());
    REQUIRE(due.calculation.size() == 3);
    CHECK(due.calculation[0].nl ==
          "Elk jaar op een vaste dag, voor het eerst vanaf donderdag 1 januari 2026.");
    CHECK(due.calculation[1].nl == "Gedaan tot en met zondag 18 oktober 2026.");
    CHECK(due.calculation[2].nl == "De volgende keer uiterlijk maandag 18 oktober 2027.");
}

TEST_CASE("a repetition that cannot be is refused", "[term][repeats]") {
    CHECK(code_of([] { term(R"("repeats": {"every": {"hours": 24}})"); }) == "M1406");
    CHECK(code_of([] { term(R"("repeats": {"every": {"years": 1}, "yearly": "10-18"})"); }) ==
          "M1406");
    CHECK(code_of([] { term(R"("repeats": {}, "length": {"weeks": 1})"); }) == "M1406");
    CHECK(code_of([] { term(R"("repeats": {"yearly": "02-29"})"); }) == "M1005");
    CHECK(code_of([] { term(R"("at-once": true, "repeats": {})"); }) == "M1406");
}

TEST_CASE("a day that somebody chose is the day itself", "[due][told]") {
    const auto chosen = term(R"("told": "maatregel.einde")");
    auto occurrences = started("2026-06-10");
    CHECK(compute(chosen, occurrences, calendars()).state == Due::State::not_started);
    occurrences.told = day("2026-08-01");
    const auto due = compute(chosen, occurrences, calendars());
    CHECK(due.date->iso() == "2026-08-01");
    CHECK(due.calculation.front().nl == "De dag die is gekozen: zaterdag 1 augustus 2026.");
    CHECK(code_of([] { term(R"("told": "maatregel.einde", "length": {"weeks": 1})"); }) == "M1406");
}

TEST_CASE("an event extends a term as often as the law allows, and no more", "[due]") {
    const std::string keys = R"("length": {"weeks": 8},
        "extend": {"by": {"weeks": 4}, "times": 1, "on": "zaak.gedaan"})";
    CHECK(due_date(keys, started("2025-06-02")) == "2025-07-28");
    CHECK(due_date(keys, done_on("2025-06-02", {"2025-07-20"})) == "2025-08-25");
    const auto due =
        compute(term(keys), done_on("2025-06-02", {"2025-07-20", "2025-07-21"}), calendars());
    CHECK(due.date->iso() == "2025-08-25");
    CHECK(due.calculation.back().nl == "Vaker verlengen dan 1 keer kan niet en telt niet.");
    CHECK(due_date(keys, done_on("2025-06-02", {"2025-05-20"})) == "2025-07-28");
}
