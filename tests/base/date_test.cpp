// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"

#include <meldroute/base/date.hpp>

#include <string>
#include <vector>

using namespace meldroute;

namespace {

constexpr std::int64_t minute = 60'000'000;
constexpr std::int64_t hour = 60 * minute;
constexpr std::int64_t day = 24 * hour;

bool leap(int year) {
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

template <class Deed>
std::string code_of(Deed deed) {
    try {
        deed();
    } catch (const Error& error) {
        return error.code();
    }
    return "";
}

/// Looks for the last Sunday the slow way: from the last day back.
Date last_sunday(int year, int month) {
    Date date = Date::of(year, month, 31);
    while (date.weekday() != 7) date = date.plus_days(-1);
    return date;
}

} // namespace

TEST_CASE("every day from 1900 to 2100 follows the day before it", "[date]") {
    constexpr int lengths[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    std::int32_t days = -25567; // 1900-01-01, a Monday
    int wrong = 0, weekday = 1;
    for (int year = 1900; year <= 2100; ++year)
        for (int month = 1; month <= 12; ++month) {
            const int length = lengths[month - 1] + (month == 2 && leap(year) ? 1 : 0);
            wrong += days_in_month(year, month) != length;
            for (int number = 1; number <= length; ++number, ++days) {
                const Date date = Date::of(year, month, number);
                wrong += date.days != days || date.weekday() != weekday;
                wrong += date.year() != year || date.month() != month || date.day() != number;
                wrong += Date::parse(date.iso()) != date;
                wrong += year > 1900 && Date{days - 366}.plus_days(366) != date;
                weekday = weekday % 7 + 1;
            }
        }
    CHECK(wrong == 0);
    CHECK(days == Date::of(2100, 12, 31).days + 1);
}

TEST_CASE("a date is read in one spelling only", "[date]") {
    CHECK(Date::parse("2026-03-31") == Date::of(2026, 3, 31));
    CHECK(Date::parse("2024-02-29").iso() == "2024-02-29");

    const auto text =
        GENERATE(as<std::string>{}, "", "2026-3-31", "2026-03-31 ", " 2026-03-31", "31-03-2026",
                 "2026-02-29", "2026-00-10", "2026-13-01", "2026-04-31", "2026-04-00", "2026/03/31",
                 "20260331", "+026-03-31", "2026-03-3a", "2026-03-31T00:00:00Z", "1900-02-29");
    CAPTURE(text);
    CHECK(code_of([&] { Date::parse(text); }) == "M1005");
}

TEST_CASE("a date lies from 1900 up to and including 2100", "[date]") {
    CHECK(Date::parse("1900-01-01").plus_days(0).iso() == "1900-01-01");
    CHECK(Date::parse("2100-12-31").iso() == "2100-12-31");
    CHECK(code_of([] { Date::parse("1899-12-31"); }) == "M1007");
    CHECK(code_of([] { Date::parse("2101-01-01"); }) == "M1007");
    CHECK(code_of([] { Date::of(1900, 1, 1).plus_days(-1); }) == "M1007");
    CHECK(code_of([] { Date::of(2100, 12, 31).plus_days(1); }) == "M1007");
    CHECK(code_of([] { Date::of(2000, 1, 1).plus_days(INT64_MAX); }) == "M1007");
    CHECK(code_of([] { Date::of(2000, 1, 1).plus_days(INT64_MIN); }) == "M1007");
}

TEST_CASE("a fault in a date or moment says where it stands", "[date]") {
    const Place place{"terms.json", 3, 7, "/terms/x", ""};
    try {
        Date::parse("2026-02-30", place);
        FAIL("that day does not exist");
    } catch (const RulebookError& error) {
        CHECK(error.place() == place);
    }
    CHECK_THROWS_AS(Date::of(2026, 2, 30, place), RulebookError);
    try {
        Moment::parse("2026-02-28", place);
        FAIL("that is no moment");
    } catch (const RulebookError& error) {
        CHECK(error.place() == place);
        CHECK(error.code() == "M1006");
    }
}

TEST_CASE("a moment is read and shown again as it was given", "[moment]") {
    const auto text = GENERATE(as<std::string>{}, "2026-03-31T10:20:00+02:00",
                               "2026-03-31T10:20:00Z", "2026-12-31T23:59:59.000001-11:30",
                               "1996-01-01T00:00:00+01:00", "2100-12-31T23:59:59.999999+01:00",
                               "2101-01-01T12:00:00+14:00", "2024-02-29T00:00:00.500000+05:45");
    CHECK(Moment::parse(text).iso() == text);
}

TEST_CASE("equal moments are equal whatever their offset", "[moment]") {
    CHECK(Moment::parse("2026-03-31T10:20:00+02:00") == Moment::parse("2026-03-31T08:20:00Z"));
    CHECK(Moment::parse("2026-03-31T10:20:00+02:00") < Moment::parse("2026-03-31T08:20:01Z"));
    CHECK(Moment::parse("2026-03-31T10:20:00.5Z").iso() == "2026-03-31T10:20:00.500000Z");
    CHECK(Moment::parse("2026-03-31T10:20:00.120Z").micros % 1'000'000 == 120'000);
}

TEST_CASE("a moment needs seconds and an offset", "[moment]") {
    const auto text =
        GENERATE(as<std::string>{}, "", "2026-03-31", "2026-03-31T10:20", "2026-03-31T10:20+02:00",
                 "2026-03-31T10:20:00", "2026-03-31T10:20:00+0200", "2026-03-31T10:20:00+02",
                 "2026-03-31t10:20:00Z", "2026-03-31 10:20:00Z", "2026-03-31T24:00:00Z",
                 "2026-03-31T10:60:00Z", "2026-03-31T10:20:60Z", "2026-03-31T10:20:00.Z",
                 "2026-03-31T10:20:00.1234567Z", "2026-02-30T10:20:00Z",
                 "2026-03-31T10:20:00+24:00", "2026-03-31T10:20:00+02:60", "2026-03-31T10:20:00Z ",
                 "2026-03-31T10:20:00z", "2026-03-31T10:20:00,5Z");
    CAPTURE(text);
    CHECK(code_of([&] { Moment::parse(text); }) == "M1006");
}

TEST_CASE("a moment lies in a year that Amsterdam counts as 1996 to 2100", "[moment]") {
    CHECK(code_of([] { Moment::parse("1995-12-31T22:59:59.999999Z"); }) == "M1014");
    CHECK(code_of([] { Moment::parse("2100-12-31T23:00:00Z"); }) == "M1014");
    CHECK(amsterdam_date(Moment::parse("1995-12-31T23:00:00Z")).iso() == "1996-01-01");
    CHECK(amsterdam_date(Moment::parse("2100-12-31T22:59:59Z")).iso() == "2100-12-31");
}

TEST_CASE("Amsterdam changes its clocks on the last Sunday of March and October", "[amsterdam]") {
    int wrong = 0;
    for (int year = 1996; year <= 2100; ++year) {
        const std::int64_t spring = last_sunday(year, 3).days * day + hour;
        const std::int64_t autumn = last_sunday(year, 10).days * day + hour;
        for (const std::int64_t step : {std::int64_t{1}, minute, hour, 12 * hour, day, 30 * day}) {
            wrong += amsterdam_offset(spring - step) != 60;
            wrong += amsterdam_offset(spring + step - 1) != 120;
            wrong += amsterdam_offset(autumn - step) != 120;
            wrong += amsterdam_offset(autumn + step - 1) != 60;
        }
        wrong += amsterdam_offset(Date::of(year, 1, 1).days * day) != 60;
        wrong += amsterdam_offset(Date::of(year, 12, 31).days * day) != 60;
    }
    CHECK(wrong == 0);
}

TEST_CASE("the day in Amsterdam begins before the day in UTC", "[amsterdam]") {
    const auto [text, expected] = GENERATE(table<std::string, std::string>({
        {"2026-01-31T22:59:59Z", "2026-01-31"}, // winter: midnight is 23:00 UTC
        {"2026-01-31T23:00:00Z", "2026-02-01"},
        {"2026-06-30T21:59:59Z", "2026-06-30"}, // summer: 22:00 UTC
        {"2026-06-30T22:00:00Z", "2026-07-01"},
        {"2026-07-01T02:00:00+05:00", "2026-06-30"},
        {"2026-12-31T23:30:00Z", "2027-01-01"},
    }));
    CAPTURE(text);
    CHECK(amsterdam_date(Moment::parse(text)).iso() == expected);
}

TEST_CASE("a time in Amsterdam is one moment, also where the clock changes", "[amsterdam]") {
    const Date spring = Date::of(2026, 3, 29), autumn = Date::of(2026, 10, 25);
    CHECK(amsterdam_moment(spring, 1, 59).iso() == "2026-03-29T01:59:00+01:00");
    CHECK(amsterdam_moment(spring, 2, 30).iso() == "2026-03-29T02:30:00+01:00");
    CHECK(amsterdam_moment(spring, 2, 30) == amsterdam_moment(spring, 3, 30));
    CHECK(amsterdam_moment(spring, 3, 0).iso() == "2026-03-29T03:00:00+02:00");
    CHECK(amsterdam_moment(autumn, 2, 30).iso() == "2026-10-25T02:30:00+02:00");
    CHECK(amsterdam_moment(autumn, 3, 0).iso() == "2026-10-25T03:00:00+01:00");
    CHECK(code_of([&] { amsterdam_moment(spring, 24, 0); }) == "M1006");

    int wrong = 0;
    for (std::int32_t days = Date::of(1996, 1, 1).days; days <= Date::of(2100, 12, 31).days; ++days)
        for (const int at : {0, 1, 3, 12, 23}) {
            const Moment moment = amsterdam_moment(Date{days}, at, 30);
            wrong += amsterdam_date(moment).days != days;
            wrong += Moment::parse(moment.iso()) != moment;
        }
    CHECK(wrong == 0);
}
