// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/agenda/words.hpp>

#include <array>

namespace meldroute::inline v0 {
namespace {

constexpr std::array<const char*, 7> weekdays_nl{"maandag", "dinsdag",  "woensdag", "donderdag",
                                                 "vrijdag", "zaterdag", "zondag"};
constexpr std::array<const char*, 7> weekdays_en{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                 "Friday", "Saturday", "Sunday"};
constexpr std::array<const char*, 12> months_nl{"januari",   "februari", "maart",    "april",
                                                "mei",       "juni",     "juli",     "augustus",
                                                "september", "oktober",  "november", "december"};
constexpr std::array<const char*, 12> months_en{"January",   "February", "March",    "April",
                                                "May",       "June",     "July",     "August",
                                                "September", "October",  "November", "December"};

struct UnitWords {
    const char *one_nl, *many_nl, *one_en, *many_en;
};

constexpr std::array<UnitWords, 5> units{{{"uur", "uur", "hour", "hours"},
                                          {"dag", "dagen", "day", "days"},
                                          {"week", "weken", "week", "weeks"},
                                          {"maand", "maanden", "month", "months"},
                                          {"jaar", "jaar", "year", "years"}}};

Text counted(std::int64_t count, const UnitWords& unit) {
    const auto number = std::to_string(count) + " ";
    return {number + (count == 1 ? unit.one_nl : unit.many_nl),
            number + (count == 1 ? unit.one_en : unit.many_en)};
}

std::string two(std::int64_t number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

/// Which of the two hours is meant on the night in October that has one hour twice.
Text season(std::int64_t micros) {
    constexpr std::int64_t hour = 3'600'000'000;
    const int offset = amsterdam_offset(micros);
    if (offset == 120 && amsterdam_offset(micros + hour) == 60)
        return {" (zomertijd)", " (summer time)"};
    if (offset == 60 && amsterdam_offset(micros - hour) == 120)
        return {" (wintertijd)", " (winter time)"};
    return {};
}

} // namespace

Text in_words(Date date) {
    const auto weekday = std::size_t(date.weekday() - 1);
    const auto month = month_in_words(date.year(), date.month());
    const auto day = " " + std::to_string(date.day()) + " ";
    return {weekdays_nl[weekday] + day + month.nl, weekdays_en[weekday] + day + month.en};
}

Text in_words(const Moment& moment) {
    const Date date = amsterdam_date(moment);
    const std::int64_t midnight = date.days * std::int64_t{86400};
    const std::int64_t seconds =
        moment.micros / 1'000'000 + amsterdam_offset(moment.micros) * std::int64_t{60} - midnight;
    const auto hour = two(seconds / 3600), minute = two(seconds / 60 % 60),
               second = two(seconds % 60);
    const Text day = in_words(date), when = season(moment.micros);
    const bool whole = seconds % 60 == 0;
    return {day.nl + ", " + hour + "." + minute + (whole ? "" : "." + second) + " uur" + when.nl,
            day.en + ", " + hour + ":" + minute + (whole ? "" : ":" + second) + when.en};
}

Text in_words(const Length& length) {
    return counted(length.count, units[std::size_t(length.unit)]);
}

Text month_in_words(int year, int month) {
    const auto index = std::size_t(month - 1);
    const auto number = " " + std::to_string(year);
    return {months_nl[index] + number, months_en[index] + number};
}

Text days_in_words(std::int64_t days) {
    return counted(days, units[1]);
}

} // namespace meldroute::inline v0
