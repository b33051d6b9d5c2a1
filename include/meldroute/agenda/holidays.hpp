// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The Dutch public holidays that the law recognises (Algemene termijnenwet, article 3, paragraphs 1
// and 2), found by rule for 1996 up to and including 2100.

#pragma once

#include <meldroute/base/date.hpp>
#include <meldroute/base/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// Easter Sunday by the Gregorian calendar.
Date easter(int year);

struct Holiday {
    std::string_view id; ///< nieuwjaarsdag, goede-vrijdag, …; see holiday_ids()
    Date date;
};

/// New Year, Good Friday, Easter Monday, King's day (before 2014: Queen's day), 5 May, Ascension,
/// Whit Monday and both Christmas days, in that order. Throws M1411 outside 1996 to 2100.
std::vector<Holiday> holidays_of(int year);

/// The ids of holidays_of, for calendars that name days one by one.
const std::vector<std::string>& holiday_ids();

/// Ids of the holidays on this day: none, one, or two (Ascension can fall on 5 May).
std::vector<std::string_view> holidays_on(Date date);

/// The name of one holiday in a year: King's day is called Queen's day before 2014.
Text holiday_name(std::string_view id, int year);

/// "Tweede Paasdag" (nl) or "Easter Monday" (en); on the day of two, the first; empty where there
/// is none.
std::string holiday_name(Date date, Lang lang);

} // namespace meldroute::inline v0
