// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/examples.hpp"
#include "catch.hpp"

#include <meldroute/register/people.hpp>

using namespace meldroute;
using examples::error_of;
using Kind = Appointment::Kind;
using Persons = std::vector<std::string>;

namespace {

const std::string officer = "aandachtsfunctionaris-mensenhandel";
const Said said{{"p.visser", "griffier"}, Moment::parse("2026-06-01T09:00:00+02:00")};

Moment at(const std::string& text) {
    return Moment::parse(text);
}

/// A day counts as a whole.
Appointment days(std::string person, Kind kind, const char* from, const char* until = "") {
    Appointment out{officer, std::move(person), kind, start_of_day(Date::parse(from)), {}, ""};
    if (*until != '\0') out.until = end_of_day(Date::parse(until));
    return out;
}

Roster roster_of(const std::vector<Appointment>& all) {
    Roster roster;
    for (const auto& one : all) {
        roster.check(one);
        roster.add(one, said);
    }
    return roster;
}

Persons persons(const std::vector<Appointed>& all) {
    Persons out;
    for (const auto& one : all) out.push_back(one.what.person);
    return out;
}

Persons acting(const Roster& roster, const Moment& moment) {
    return persons(roster.filled(officer, moment).acting());
}

std::string refusal(const Roster& roster, const Appointment& appointment) {
    return error_of([&] { roster.check(appointment); }).code();
}

/// The night of report (d): who holds the role is on leave that Monday, another is on call.
Roster summer() {
    auto night = days("p.dejong", Kind::on_call, "2026-08-28");
    night.from = at("2026-08-28T17:00:00+02:00");
    night.until = at("2026-08-31T08:00:00+02:00");
    auto borrowed = days("k.smit", Kind::holder, "2026-09-01", "2026-09-30");
    borrowed.lender = "gemeente Lochem";
    return roster_of({days("m.devries", Kind::holder, "2024-01-01"), night,
                      days("l.jansen", Kind::stand_in, "2026-08-24", "2026-08-31"), borrowed});
}

} // namespace

TEST_CASE("who acts: first on call in its hours, then the stand-in, then whoever holds the role") {
    const Roster roster = summer();
    const struct {
        const char* moment;
        Persons acts;
    } rows[]{
        {"2023-12-31T23:59:59+01:00", {}},
        {"2024-01-01T00:00:00+01:00", {"m.devries"}},
        {"2026-08-23T23:59:59+02:00", {"m.devries"}},
        {"2026-08-24T00:00:00+02:00", {"l.jansen"}},
        {"2026-08-28T16:59:59+02:00", {"l.jansen"}},
        {"2026-08-28T17:00:00+02:00", {"p.dejong"}},
        {"2026-08-29T02:10:00+02:00", {"p.dejong"}},
        {"2026-08-31T07:59:59+02:00", {"p.dejong"}},
        {"2026-08-31T08:00:00+02:00", {"l.jansen"}},
        {"2026-08-31T23:59:59.999999+02:00", {"l.jansen"}},
        {"2026-09-01T00:00:00+02:00", {"m.devries", "k.smit"}},
        {"2026-09-30T21:59:59Z", {"m.devries", "k.smit"}},
        {"2026-10-01T00:00:00+02:00", {"m.devries"}},
        {"2099-01-01T00:00:00+01:00", {"m.devries"}},
    };
    for (const auto& row : rows) {
        CAPTURE(row.moment);
        CHECK(acting(roster, at(row.moment)) == row.acts);
    }
}

TEST_CASE("a holder on leave still fills the role, and who is on call only in these hours") {
    const Roster roster = summer();
    const Moment night = at("2026-08-29T02:10:00+02:00"), monday = at("2026-08-31T09:00:00+02:00");
    for (const char* person : {"m.devries", "p.dejong", "l.jansen"})
        CHECK(roster.fills(officer, person, night));
    CHECK(!roster.fills(officer, "p.dejong", monday));
    CHECK(!roster.fills(officer, "k.smit", monday));
    CHECK(!roster.fills("burgemeester", "m.devries", monday));
    CHECK(!roster.fills(officer, "M.deVries", monday));
}

TEST_CASE("a role that nobody fills has an empty answer") {
    const Roster roster = roster_of({days("m.devries", Kind::holder, "2026-06-01", "2026-06-30")});
    CHECK(acting(roster, at("2026-07-01T00:00:00+02:00")).empty());
    CHECK(roster.has(officer));
    CHECK(!roster.has("burgemeester"));
    CHECK(roster.filled("burgemeester", at("2026-06-02T00:00:00+02:00")).acting().empty());
}

TEST_CASE("nobody, an end before the beginning, or a loan without an end is refused") {
    const Roster roster;
    CHECK(refusal(roster, days("", Kind::holder, "2026-06-01")) == "M1721");
    CHECK(refusal(roster, days(" \t", Kind::holder, "2026-06-01")) == "M1721");
    CHECK(refusal(roster, days("a", Kind::holder, "2026-06-02", "2026-06-01")) == "M1722");
    CHECK_NOTHROW(roster.check(days("a", Kind::holder, "2026-06-01", "2026-06-01")));
    auto borrowed = days("a", Kind::holder, "2026-06-01");
    borrowed.lender = "gemeente Lochem";
    CHECK(refusal(roster, borrowed) == "M1723");
    auto never = days("a", Kind::holder, "2026-06-01");
    never.until = never.from;
    CHECK(refusal(roster, never) == "M1722");
}

TEST_CASE("the same person is not twice in one role and kind at the same time") {
    const Roster roster = roster_of({days("a", Kind::holder, "2026-06-10", "2026-06-20")});
    const auto holder = [](const char* from, const char* until = "") {
        return days("a", Kind::holder, from, until);
    };
    CHECK(refusal(roster, holder("2026-06-20")) == "M1724");
    CHECK(refusal(roster, holder("2026-06-01", "2026-06-10")) == "M1724");
    CHECK(refusal(roster, holder("2026-06-01")) == "M1724");
    CHECK(refusal(roster, holder("2026-06-12", "2026-06-13")) == "M1724");
    CHECK_NOTHROW(roster.check(holder("2026-06-21")));
    CHECK_NOTHROW(roster.check(holder("2026-06-01", "2026-06-09")));
    CHECK_NOTHROW(roster.check(days("b", Kind::holder, "2026-06-12")));
    CHECK_NOTHROW(roster.check(days("a", Kind::on_call, "2026-06-12", "2026-06-13")));
    auto elsewhere = holder("2026-06-12");
    elsewhere.role = "burgemeester";
    CHECK_NOTHROW(roster.check(elsewhere));
    const auto error = error_of([&] { roster.check(holder("2026-06-12")); });
    CHECK(error.words() == std::vector<std::string>{officer, "1"});
}

TEST_CASE("an appointment is ended, never lengthened, and what was said stays to be seen") {
    Roster roster = roster_of({days("a", Kind::holder, "2026-06-10", "2026-06-20")});
    const auto code = [&](std::int64_t number, const char* moment) {
        return error_of([&] { roster.check_ending(number, at(moment)); }).code();
    };
    CHECK(code(2, "2026-06-12T00:00:00+02:00") == "M1725");
    CHECK(code(1, "2026-06-21T00:00:00+02:00") == "M1726");
    CHECK(code(1, "2026-06-09T00:00:00+02:00") == "M1727");
    const Moment noon = at("2026-06-15T12:00:00+02:00");
    roster.check_ending(1, noon);
    roster.end(1, noon, said);
    CHECK(code(1, "2026-06-15T12:00:00+02:00") == "M1726");
    CHECK(acting(roster, at("2026-06-15T11:59:59+02:00")) == Persons{"a"});
    CHECK(acting(roster, noon).empty());
    const auto& kept = roster.all().front();
    CHECK(kept.what.until == end_of_day(Date::parse("2026-06-20")));
    CHECK(kept.endings.front().said.by.person == "p.visser");
    auto again = days("a", Kind::holder, "2026-06-16");
    CHECK_NOTHROW(roster.check(again));
    again.from = noon;
    CHECK_NOTHROW(roster.check(again));
}

TEST_CASE("who was appointed by mistake is ended at the beginning, and never was there") {
    Roster roster = roster_of({days("a", Kind::holder, "2026-06-10")});
    const Moment beginning = start_of_day(Date::parse("2026-06-10"));
    roster.check_ending(1, beginning);
    roster.end(1, beginning, said);
    CHECK(acting(roster, beginning).empty());
    CHECK_NOTHROW(roster.check(days("a", Kind::holder, "2026-06-10")));
}

TEST_CASE("a day is as long as it is: 23 hours when the clock goes forward, 25 when it goes back") {
    const auto hours = [](const char* day) {
        const Date date = Date::parse(day);
        return (end_of_day(date).micros - start_of_day(date).micros) / 3'600'000'000;
    };
    CHECK(hours("2026-03-29") == 23);
    CHECK(hours("2026-10-25") == 25);
    CHECK(hours("2026-08-29") == 24);
    auto night = days("a", Kind::on_call, "2026-10-25");
    night.from = at("2026-10-25T02:30:00+02:00");
    night.until = at("2026-10-25T02:30:00+01:00"); // the same time on the clock, an hour later
    const Roster roster = roster_of({night});
    CHECK(acting(roster, at("2026-10-25T00:29:59Z")).empty());
    CHECK(acting(roster, at("2026-10-25T00:30:00Z")) == Persons{"a"});
    CHECK(acting(roster, at("2026-10-25T01:29:59Z")) == Persons{"a"});
    CHECK(acting(roster, at("2026-10-25T01:30:00Z")).empty());
}
