// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "agenda/example.hpp"
#include "catch.hpp"

#include <meldroute/agenda/holidays.hpp>

using namespace meldroute;
using example::code_of;
using example::day;

namespace {

/// The church's own tables for 1900 to 2199: the full moon of each year of the moon's nineteen.
Date easter_by_table(int year) {
    constexpr int full_moon[] = {414, 403, 323, 411, 331, 418, 408, 328, 416, 405,
                                 325, 413, 402, 322, 410, 330, 417, 407, 327};
    const int moon = full_moon[year % 19];
    Date date = Date::of(year, moon / 100, moon % 100).plus_days(1);
    while (date.weekday() != 7) date = date.plus_days(1);
    return date;
}

std::string date_of(int year, std::string_view id) {
    for (const auto& holiday : holidays_of(year))
        if (holiday.id == id) return holiday.date.iso();
    return "";
}

} // namespace

TEST_CASE("Easter is the Sunday after the full moon of spring", "[holidays]") {
    for (int year = 1996; year <= 2100; ++year) {
        CAPTURE(year);
        CHECK(easter(year) == easter_by_table(year));
    }
    CHECK(easter(2026).iso() == "2026-04-05");
    CHECK(easter(2038).iso() == "2038-04-25"); // as late as can be
}

TEST_CASE("the holidays of a year as they were kept", "[holidays]") {
    const auto [id, year, expected] = GENERATE(table<std::string, int, std::string>({
        {"nieuwjaarsdag", 2026, "2026-01-01"},
        {"goede-vrijdag", 2026, "2026-04-03"},
        {"tweede-paasdag", 2026, "2026-04-06"},
        {"bevrijdingsdag", 2026, "2026-05-05"},
        {"hemelvaartsdag", 2026, "2026-05-14"},
        {"tweede-pinksterdag", 2026, "2026-05-25"},
        {"eerste-kerstdag", 2026, "2026-12-25"},
        {"tweede-kerstdag", 2026, "2026-12-26"},
        {"koningsdag", 2026, "2026-04-27"},
        {"koningsdag", 2025, "2025-04-26"}, // the 27th is a Sunday
        {"koningsdag", 2014, "2014-04-26"}, // the King's first, on a Saturday
        {"koningsdag", 2013, "2013-04-30"}, // the last Queen's day
        {"koningsdag", 2006, "2006-04-29"}, // the 30th is a Sunday
        {"koningsdag", 2000, "2000-04-29"},
        {"goede-vrijdag", 2018, "2018-03-30"},
        {"hemelvaartsdag", 2018, "2018-05-10"},
        {"tweede-pinksterdag", 2016, "2016-05-16"},
    }));
    CAPTURE(id, year);
    CHECK(date_of(year, id) == expected);
}

TEST_CASE("a holiday has its name", "[holidays]") {
    CHECK(holiday_name(day("2025-12-25"), Lang::nl) == "Eerste Kerstdag");
    CHECK(holiday_name(day("2025-12-26"), Lang::en) == "Boxing Day");
    CHECK(holiday_name(day("2013-04-30"), Lang::nl) == "Koninginnedag");
    CHECK(holiday_name(day("2014-04-26"), Lang::nl) == "Koningsdag");
    CHECK(holiday_name(day("2026-04-05"), Lang::nl).empty());
    CHECK(holiday_name(day("2026-05-15"), Lang::nl).empty());
    CHECK(holidays_on(day("2016-05-05")).size() == 2); // Ascension on 5 May
    CHECK(holiday_ids().size() == 9);
}

TEST_CASE("holidays are not guessed outside the years of their rule", "[holidays]") {
    CHECK(code_of([] { holidays_of(1995); }) == "M1411");
    CHECK(holidays_of(1996).size() == 9);
    CHECK(holidays_of(2100).size() == 9);
}
