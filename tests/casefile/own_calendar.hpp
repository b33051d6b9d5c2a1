// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Days and deadlines by the calendar of C++ and the clock rule of Amsterdam, written apart from the
// agenda so that the two can be held against each other.

#pragma once

#include <chrono>

namespace own_calendar {

using namespace std::chrono;
using Instant = sys_time<microseconds>;

inline hours ahead_of_utc(Instant instant) {
    const year_month_day day{floor<days>(instant)};
    const auto summer = sys_days{day.year() / March / Sunday[last]} + 1h;
    const auto winter = sys_days{day.year() / October / Sunday[last]} + 1h;
    return instant >= summer && instant < winter ? 2h : 1h;
}

inline sys_days day_of(Instant instant) {
    return floor<days>(instant + ahead_of_utc(instant));
}

/// The first instant that is no longer this day in Amsterdam; the clock never changes at midnight.
inline Instant end_of(sys_days day) {
    const Instant midnight = day + days{1} - 1h;
    return ahead_of_utc(midnight) == 2h ? midnight - 1h : midnight;
}

/// So many months on, at most the last day of that month.
inline sys_days plus(sys_days day, months count) {
    const year_month_day then = year_month_day{day} + count;
    return then.ok() ? sys_days{then} : sys_days{then.year() / then.month() / last};
}

} // namespace own_calendar
