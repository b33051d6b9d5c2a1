// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/agenda/holidays.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// A Sunday is nobody's birthday: the day before is kept instead.
Date not_on_sunday(Date date) {
    return date.weekday() == 7 ? date.plus_days(-1) : date;
}

/// King Willem-Alexander's birthday; before 2014 the thirtieth of April, for the Queens.
Date kings_day(int year) {
    return not_on_sunday(year < 2014 ? Date::of(year, 4, 30) : Date::of(year, 4, 27));
}

} // namespace

Date easter(int year) {
    // Meeus, Jones and Butcher: the moon's place in its 19 years, corrected for the centuries.
    const int moon = year % 19, century = year / 100, rest = year % 100;
    const int lunar = (century + 8) / 25;
    const int correction = (century - lunar + 1) / 3;
    const int epact = (19 * moon + century - century / 4 - correction + 15) % 30;
    const int to_sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
    const int late = (moon + 11 * epact + 22 * to_sunday) / 451;
    const int days = epact + to_sunday - 7 * late + 114;
    return Date::of(year, days / 31, days % 31 + 1);
}

std::vector<Holiday> holidays_of(int year) {
    if (year < 1996 || year > 2100) fail(Fault::holidays_unknown);
    const Date sunday = easter(year);
    return {
        {"nieuwjaarsdag", Date::of(year, 1, 1)},      {"goede-vrijdag", sunday.plus_days(-2)},
        {"tweede-paasdag", sunday.plus_days(1)},      {"koningsdag", kings_day(year)},
        {"bevrijdingsdag", Date::of(year, 5, 5)},     {"hemelvaartsdag", sunday.plus_days(39)},
        {"tweede-pinksterdag", sunday.plus_days(50)}, {"eerste-kerstdag", Date::of(year, 12, 25)},
        {"tweede-kerstdag", Date::of(year, 12, 26)}};
}

const std::vector<std::string>& holiday_ids() {
    static const std::vector<std::string> ids = [] {
        std::vector<std::string> out;
        for (const auto& holiday : holidays_of(2000)) out.emplace_back(holiday.id);
        return out;
    }();
    return ids;
}

std::vector<std::string_view> holidays_on(Date date) {
    std::vector<std::string_view> out;
    for (const auto& holiday : holidays_of(date.year()))
        if (holiday.date == date) out.push_back(holiday.id);
    return out;
}

Text holiday_name(std::string_view id, int year) {
    if (id == "nieuwjaarsdag") return {"Nieuwjaarsdag", "New Year's Day"};
    if (id == "goede-vrijdag") return {"Goede Vrijdag", "Good Friday"};
    if (id == "tweede-paasdag") return {"Tweede Paasdag", "Easter Monday"};
    if (id == "bevrijdingsdag") return {"Bevrijdingsdag", "Liberation Day"};
    if (id == "hemelvaartsdag") return {"Hemelvaartsdag", "Ascension Day"};
    if (id == "tweede-pinksterdag") return {"Tweede Pinksterdag", "Whit Monday"};
    if (id == "eerste-kerstdag") return {"Eerste Kerstdag", "Christmas Day"};
    if (id == "tweede-kerstdag") return {"Tweede Kerstdag", "Boxing Day"};
    return year < 2014 ? Text{"Koninginnedag", "Queen's Day"} : Text{"Koningsdag", "King's Day"};
}

std::string holiday_name(Date date, Lang lang) {
    const auto ids = holidays_on(date);
    return ids.empty() ? "" : holiday_name(ids.front(), date.year()).in(lang);
}

} // namespace meldroute::inline v0
