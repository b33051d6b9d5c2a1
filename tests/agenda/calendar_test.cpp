// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "agenda/example.hpp"
#include "catch.hpp"

using namespace meldroute;
using example::calendars;
using example::code_of;
using example::day;

namespace {

std::string why(const Calendar& calendar, const std::string& iso) {
    const auto reason = calendar.why_closed(day(iso));
    return reason ? reason->nl : "open";
}

void read_calendar(const std::string& body) {
    Calendars all;
    all.add(JsonNode::parse(R"({"calendars": {"proef": )" + body + "}}", "calendars.json"));
}

void read_equated(const std::string& periods) {
    EquatedDays::read(JsonNode::parse(R"({"equated-days": )" + periods + "}", "equated-days.json"));
}

} // namespace

TEST_CASE("the law's calendar closes weekends, holidays, Good Friday and equated days",
          "[calendar]") {
    const auto [date, expected] = GENERATE(table<std::string, std::string>({
        {"2026-04-02", "open"},
        {"2026-04-03", "Goede Vrijdag"},
        {"2026-04-04", "weekend"},
        {"2026-04-05", "weekend"},
        {"2026-04-06", "Tweede Paasdag"},
        {"2026-04-27", "Koningsdag"},
        {"2026-05-05", "Bevrijdingsdag"},
        {"2026-05-14", "Hemelvaartsdag"},
        {"2026-05-15", "dag na Hemelvaart"},
        {"2018-12-31", "maandag voor Nieuwjaar"},
        {"2026-12-24", "open"},
    }));
    CAPTURE(date);
    CHECK(why(calendars().statutory(), date) == expected);
}

TEST_CASE("a year whose decree is not known is unknown, not without equated days", "[calendar]") {
    const Calendar& law = calendars().statutory();
    CHECK(law.is_certain(day("2026-05-13")));
    CHECK(law.is_open(day("2022-05-27")));
    CHECK_FALSE(law.is_certain(day("2022-05-27")));
    CHECK(law.is_certain(day("2022-05-28"))); // a Saturday all the same
    CHECK_FALSE(law.is_certain(day("2029-06-04")));
    CHECK(calendars().find("werkdagen")->is_certain(day("2029-06-04"))); // decrees play no part
}

TEST_CASE("every equated day is a weekday that was no holiday yet", "[calendar]") {
    const Calendar bare = Calendar::statutory(nullptr);
    const auto equated = example::equated();
    int days = 0;
    for (Date date = day("2016-01-01"); date < day("2030-01-01"); date = date.plus_days(1)) {
        if (!equated.on(date)) continue;
        CAPTURE(date.iso());
        CHECK(bare.is_open(date));
        CHECK(equated.covers(date.year()));
        ++days;
    }
    CHECK(days == 17);
    for (const auto& period : equated.periods())
        CHECK(period.source.front().confidence == Confidence::assumed);
}

TEST_CASE("a municipality keeps its own working days", "[calendar]") {
    const Calendar& own = *calendars().find("werkdagen");
    CHECK(why(own, "2026-04-03") == "Goede Vrijdag");
    CHECK(why(own, "2026-05-15") == "gesloten");
    CHECK(why(own, "2027-05-07") == "open"); // equated by decree, but not closed here
    CHECK(why(*calendars().find("werkdagen-ook-goede-vrijdag"), "2026-04-03") == "open");

    const Calendar& shop = *calendars().find("winkel");
    CHECK(why(shop, "2026-04-20") == "geen werkdag");
    CHECK(why(shop, "2026-04-25") == "open");
    CHECK(why(shop, "2026-04-27") == "open"); // also-open, though a Monday and King's day
    CHECK(why(shop, "2025-04-26") == "Koningsdag");
    CHECK(why(shop, "2026-04-03") == "open");
}

TEST_CASE("on a day of two holidays the calendar names the one it closes for", "[calendar]") {
    Calendars all;
    all.add(JsonNode::parse(
        R"({"calendars": {"a": {"week": ["do"], "closed": ["hemelvaartsdag"]}}})", "a.json"));
    CHECK(why(*all.find("a"), "2016-05-05") == "Hemelvaartsdag");
}

TEST_CASE("a calendar of working days can keep equated days", "[calendar]") {
    Calendars all(example::equated());
    all.add(JsonNode::parse(
        R"({"calendars": {"a": {"week": ["vr"], "closed": ["gelijkgestelde-dagen"]}}})", "a.json"));
    CHECK(why(*all.find("a"), "2026-05-15") == "dag na Hemelvaart");
    CHECK_FALSE(all.find("a")->is_certain(day("2029-06-01")));
}

TEST_CASE("a calendar that cannot be is refused", "[calendar]") {
    const auto [body, code] = GENERATE(table<std::string, std::string>({
        {R"({"week": []})", "M1408"},
        {R"({"week": ["mo"]})", "M1013"},
        {R"({"closed": []})", "M1011"},
        {R"({"week": ["ma"], "shut": []})", "M1010"},
        {R"({"week": ["ma"], "closed": ["kerst"]})", "M1013"},
        {R"({"week": ["ma"], "also-closed": ["15-5-2026"]})", "M1005"},
        {R"({"week": ["ma"], "also-closed": ["2026-05-18"], "also-open": ["2026-05-18"]})",
         "M1407"},
    }));
    CAPTURE(body);
    CHECK(code_of([&body = body] { read_calendar(body); }) == code);
}

TEST_CASE("a calendar's id is its own", "[calendar]") {
    Calendars all;
    const auto file = [](const std::string& id) {
        return JsonNode::parse(R"({"calendars": {")" + id + R"(": {"week": ["ma"]}}})", "c.json");
    };
    CHECK(code_of([&] { all.add(file("wettelijk")); }) == "M1403");
    CHECK(code_of([&] { all.add(file("Mijn Kalender")); }) == "M1004");
    all.add(file("mijn"));
    CHECK(code_of([&] { all.add(file("mijn")); }) == "M1403");
    CHECK(all.ids() == std::vector<std::string>{"mijn", "wettelijk"});
    CHECK(all.find("jouw") == nullptr);
}

TEST_CASE("equated days stand in the years of their decree", "[calendar]") {
    const auto [periods, code] = GENERATE(table<std::string, std::string>({
        {R"([{"from": 2026, "to": 2028, "days": [{"date": "2029-05-11", "reason": "x"}]}])",
         "M1409"},
        {R"([{"from": 2028, "to": 2026, "days": []}])", "M1410"},
        {R"([{"from": 2026, "to": 2028, "days": []}, {"from": 2028, "to": 2030, "days": []}])",
         "M1410"},
        {R"([{"from": 1990, "to": 1999, "days": []}])", "M1411"},
        {R"([{"from": 2026, "to": 2028, "days": []}])", ""},
    }));
    CAPTURE(periods);
    CHECK(code_of([&periods = periods] { read_equated(periods); }) == code);
}
