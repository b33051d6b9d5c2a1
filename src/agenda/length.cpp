// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "agenda/length.hpp"

namespace meldroute::inline v0 {
namespace {

using Unit = Length::Unit;

Date months_later(Date from, int months, MonthEnd month_end) {
    const int sum = from.year() * 12 + from.month() - 1 + months;
    if (sum < 12) fail(Fault::date_out_of_range);
    const int year = sum / 12;
    const int month = sum % 12 + 1;
    const int length = days_in_month(year, month);
    if (from.day() <= length) return Date::of(year, month, from.day());
    const Date last = Date::of(year, month, length);
    return month_end == MonthEnd::clamp ? last : last.plus_days(1);
}

Date moved(Date from, const Length& length, int sign, MonthEnd month_end) {
    const int count = length.count * sign;
    switch (length.unit) {
    case Unit::weeks: return from.plus_days(std::int64_t{7} * count);
    case Unit::months: return months_later(from, count, month_end);
    case Unit::years: return months_later(from, count * 12, month_end);
    default: return from.plus_days(count);
    }
}

} // namespace

Date later(Date from, const Length& length, MonthEnd month_end) {
    return moved(from, length, 1, month_end);
}

Date earlier(Date from, const Length& length, MonthEnd month_end) {
    return moved(from, length, -1, month_end);
}

Date last_day(Date first, const Length& length) {
    // The day before the same day of a later month; where that month is too short, its last day.
    return later(first, length, MonthEnd::roll).plus_days(-1);
}

std::int64_t micros_of(const Length& hours) {
    return hours.count * std::int64_t{3'600'000'000};
}

} // namespace meldroute::inline v0
