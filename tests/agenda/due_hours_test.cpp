// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Terms in hours, states without a date, and the words of a calculation.

#include "agenda/example.hpp"
#include "catch.hpp"

#include <meldroute/agenda/words.hpp>

using namespace meldroute;
using namespace meldroute::example;

namespace {

Moment at(const std::string& iso) {
    return Moment::parse(iso);
}

std::string due_moment(const std::string& keys, const Occurrences& occurrences) {
    const auto due = compute(term(keys), occurrences, calendars());
    return due.moment ? due.moment->iso() : "";
}

std::vector<std::string> lines(const std::string& keys, const Occurrences& occurrences, Lang lang) {
    std::vector<std::string> out;
    for (const auto& line : compute(term(keys), occurrences, calendars()).calculation)
        out.push_back(line.in(lang));
    return out;
}

} // namespace

TEST_CASE("hours are never stretched", "[due][hours]") {
    const auto [start, hours, expected] = GENERATE(table<std::string, int, std::string>({
        {"2026-08-29T02:10:00+02:00", 24, "2026-08-30T02:10:00+02:00"}, // a Sunday
        {"2025-12-24T17:00:00+01:00", 24, "2025-12-25T17:00:00+01:00"}, // Christmas
        {"2026-03-28T12:00:00+01:00", 24, "2026-03-29T13:00:00+02:00"}, // a night of 23 hours
        {"2026-10-24T12:00:00+02:00", 24, "2026-10-25T11:00:00+01:00"}, // a night of 25 hours
        {"2026-06-02T08:20:00.500000Z", 1, "2026-06-02T11:20:00.500000+02:00"},
    }));
    CAPTURE(start, hours);
    const auto keys = R"("calendar": "wettelijk", "length": {"hours": )" + std::to_string(hours);
    CHECK(due_moment(keys + "}", {at(start), {}, 0}) == expected);
}

TEST_CASE("hours stand still to the second", "[due][hours]") {
    const std::string keys =
        R"("length": {"hours": 24}, "extend": {"by": {"hours": 12}, "times": 2},
        "suspended": [{"from": "zaak.uit", "until": "zaak.aan"}])";
    Occurrences happened{at("2026-08-29T02:10:00+02:00"),
                         {{"zaak.aan", at("2026-08-29T13:30:01+02:00")},
                          {"zaak.uit", at("2026-08-29T12:00:00+02:00")}},
                         0};
    CHECK(due_moment(keys, happened) == "2026-08-30T03:40:01+02:00");
    happened.extensions = 2;
    CHECK(due_moment(keys, happened) == "2026-08-31T03:40:01+02:00");

    happened.since.push_back({"zaak.uit", at("2026-08-30T12:00:00+02:00")});
    CHECK(compute(term(keys), happened, calendars()).state == Due::State::suspended);
    happened.extensions = 0;
    CHECK(due_moment(keys, happened) == "2026-08-30T03:40:01+02:00"); // it was over by then
    happened.since.back().at = at("2026-08-30T03:40:01+02:00");
    CHECK(due_moment(keys, happened) == "2026-08-30T03:40:01+02:00"); // and at that very moment
}

TEST_CASE("hours can be counted back", "[due][hours]") {
    CHECK(due_moment(R"("length": {"hours": 48}, "backwards": true)",
                     {at("2026-03-30T12:00:00+02:00"), {}, 0}) == "2026-03-28T11:00:00+01:00");
}

TEST_CASE("hours need a moment", "[due][hours]") {
    const auto one = term(R"("length": {"hours": 1})");
    CHECK(code_of([&] { compute(one, started("2026-08-29"), calendars()); }) == "M1413");
    const Occurrences late{at("2100-12-31T23:30:00+01:00"), {}, 0};
    CHECK(code_of([&] { compute(one, late, calendars()); }) == "M1014");
}

TEST_CASE("a moment counts as its day in Amsterdam", "[due]") {
    const std::string week = R"("length": {"weeks": 1})";
    CHECK(due_date(week, {at("2026-06-01T21:59:59Z"), {}, 0}) == "2026-06-08");
    CHECK(due_date(week, {at("2026-06-01T22:00:00Z"), {}, 0}) == "2026-06-09");
}

TEST_CASE("of two suspensions on one day the clock tells them apart", "[due]") {
    const std::string keys =
        R"("length": {"weeks": 1}, "suspended": [{"from": "zaak.uit", "until": "zaak.aan"}])";
    Occurrences happened{day("2026-06-01"),
                         {{"zaak.aan", at("2026-06-03T09:00:00+02:00")},
                          {"zaak.uit", at("2026-06-03T10:00:00+02:00")},
                          {"zaak.aan", at("2026-06-05T10:00:00+02:00")}},
                         0};
    CHECK(due_date(keys, happened) == "2026-06-10");
}

TEST_CASE("a day is over when it is over in Amsterdam", "[due]") {
    const auto due = compute(term(R"("length": {"weeks": 1})"), started("2026-06-01"), calendars());
    CHECK(due.state == Due::State::running);
    CHECK(due.late_from()->iso() == "2026-06-09T00:00:00+02:00");

    const auto hour = compute(term(R"("length": {"hours": 1})"),
                              {at("2026-06-01T23:30:00+02:00"), {}, 0}, calendars());
    CHECK(hour.late_from()->iso() == "2026-06-02T00:30:00+02:00");
    CHECK(hour.date->iso() == "2026-06-02");
}

TEST_CASE("some duties have no date", "[due]") {
    const auto at_once = compute(term(R"("at-once": true)"), started("2026-06-01"), calendars());
    CHECK(at_once.state == Due::State::at_once);
    CHECK_FALSE(at_once.date);
    CHECK(at_once.calculation.front().nl == "Meteen: er is geen datum.");

    const auto early = compute(term(R"("length": {"weeks": 1})"), {}, calendars());
    CHECK(early.state == Due::State::not_started);
    CHECK(early.calculation.front().en == "Not started: the term starts with zaak.begonnen.");
}

TEST_CASE("a term is extended as often as it says", "[due]") {
    const auto week = term(R"("length": {"weeks": 1}, "extend": {"by": {"weeks": 1}, "times": 2})");
    CHECK(compute(week, started("2026-06-01", 2), calendars()).date->iso() == "2026-06-22");
    CHECK(code_of([&] { compute(week, started("2026-06-01", 3), calendars()); }) == "M1414");
    CHECK(code_of([&] { compute(week, started("2026-06-01", -1), calendars()); }) == "M1414");
    const auto fixed = term(R"("length": {"weeks": 1})");
    CHECK_THROWS_AS(compute(fixed, started("2026-06-01", 1), calendars()), Refused);
}

TEST_CASE("a date in a year whose decree is not known says so", "[due][law]") {
    const std::string keys = R"("length": {"weeks": 1}, "calendar": "wettelijk")";
    const auto unknown = compute(term(keys), started("2029-05-04"), calendars());
    CHECK(unknown.date->iso() == "2029-05-11"); // the day after Ascension
    CHECK(unknown.is_uncertain());
    CHECK(unknown.readings[0].unknown_years == std::vector<int>{2029});
    CHECK(
        unknown.calculation.back().nl ==
        "Welke dagen in 2029 met een feestdag zijn gelijkgesteld, is hier niet bekend. Ga het na: "
        "de datum kan later vallen.");
    CHECK_FALSE(compute(term(keys), started("2026-05-08"), calendars()).is_uncertain());
    CHECK_FALSE(compute(term(R"("length": {"weeks": 1})"), started("2029-05-04"), calendars())
                    .is_uncertain());

    // The end is in a known year, but a day that counts by article 2 is not.
    const auto crossing = compute(term(R"("length": {"days": 3}, "calendar": "wettelijk")"),
                                  started("2022-12-29"), calendars());
    CHECK(crossing.date->iso() == "2023-01-02");
    CHECK(crossing.readings[0].unknown_years == std::vector<int>{2022});

    // Plenty of days in a known year, but the end is in one that is not.
    const auto after = compute(term(R"("length": {"weeks": 2}, "calendar": "wettelijk")"),
                               started("2028-12-20"), calendars());
    CHECK(after.date->iso() == "2029-01-03");
    CHECK(after.readings[0].unknown_years == std::vector<int>{2029});
}

TEST_CASE("a calculation can be redone by hand", "[due][words]") {
    const std::string advice = R"("length": {"weeks": 8}, "calendar": "wettelijk",
        "extend": {"by": {"weeks": 4}, "times": 1},
        "suspended": [{"from": "zaak.gevraagd", "until": "zaak.ontvangen"}])";
    const Occurrences happened{
        day("2025-06-02"),
        {{"zaak.gevraagd", day("2025-06-16")}, {"zaak.ontvangen", day("2025-06-30")}},
        1};
    CHECK(lines(advice, happened, Lang::nl) ==
          std::vector<std::string>{
              "8 weken vanaf maandag 2 juni 2025: maandag 28 juli 2025.",
              "Verlengd met 4 weken.",
              "12 weken vanaf maandag 2 juni 2025: maandag 25 augustus 2025.",
              "Opgeschort van maandag 16 juni 2025 tot maandag 30 juni 2025, 14 dagen: maandag 8 "
              "september 2025.",
              "maandag 8 september 2025 is geen zaterdag, zondag of feestdag (Algemene "
              "termijnenwet, artikel 1).",
          });
    CHECK(lines(R"("length": {"weeks": 8}, "calendar": "wettelijk")", started("2025-10-30"),
                Lang::en) ==
          std::vector<std::string>{
              "8 weeks from Thursday 30 October 2025: Thursday 25 December 2025.",
              "It ends on Thursday 25 December 2025 (Christmas Day), Friday 26 December 2025 "
              "(Boxing Day), Saturday 27 December 2025 (weekend), Sunday 28 December 2025 "
              "(weekend): the term runs until and including Monday 29 December 2025 (Algemene "
              "termijnenwet, article 1).",
          });
    CHECK(lines(R"("length": {"days": 10}, "calendar": "werkdagen")", started("2026-04-02"),
                Lang::nl) ==
          std::vector<std::string>{
              "Geen werkdag: vrijdag 3 april 2026 (Goede Vrijdag), maandag 6 april 2026 (Tweede "
              "Paasdag).",
              "10 werkdagen vanaf donderdag 2 april 2026 (kalender werkdagen): maandag 20 april "
              "2026.",
          });
    CHECK(lines(R"("length": {"months": 6})", started("2025-08-31"), Lang::nl) ==
          std::vector<std::string>{
              "6 maanden vanaf zondag 31 augustus 2025: zaterdag 28 februari 2026.",
              "februari 2026 heeft geen dag 31: de laatste dag van de maand geldt.",
          });
    CHECK(lines(R"("length": {"hours": 24})", {at("2026-08-29T02:10:00+02:00"), {}, 0}, Lang::nl) ==
          std::vector<std::string>{"24 uur vanaf zaterdag 29 augustus 2026, 02.10 uur: zondag 30 "
                                   "augustus 2026, 02.10 uur."});
}

TEST_CASE("days, moments and lengths in words", "[words]") {
    CHECK(in_words(day("2025-06-02")).nl == "maandag 2 juni 2025");
    CHECK(in_words(day("2025-06-02")).en == "Monday 2 June 2025");
    CHECK(in_words(at("2026-06-02T08:20:05Z")).nl == "dinsdag 2 juni 2026, 10.20.05 uur");
    CHECK(in_words(at("2026-10-25T00:30:00Z")).nl ==
          "zondag 25 oktober 2026, 02.30 uur (zomertijd)");
    CHECK(in_words(at("2026-10-25T01:30:00Z")).en == "Sunday 25 October 2026, 02:30 (winter time)");
    CHECK(in_words(at("2026-10-25T02:00:00Z")).en == "Sunday 25 October 2026, 03:00");
    CHECK(in_words(Length{Length::Unit::weeks, 1}).nl == "1 week");
    CHECK(in_words(Length{Length::Unit::hours, 24}).en == "24 hours");
    CHECK(in_words(Length{Length::Unit::years, 5}).nl == "5 jaar");
}
