// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Adding a length of time to a day.

#pragma once

#include <meldroute/agenda/term.hpp>

namespace meldroute::inline v0 {

/// The same length so many times, still in its own unit.
inline Length times(const Length& length, int count) {
    return {length.unit, length.count * count};
}

/// So much later than this day. Not for hours.
Date later(Date from, const Length& length, MonthEnd month_end);

/// So much earlier than this day. Not for hours.
Date earlier(Date from, const Length& length, MonthEnd month_end);

/// The last day of a term of which `first` is the first day.
Date last_day(Date first, const Length& length);

std::int64_t micros_of(const Length& hours);

} // namespace meldroute::inline v0
