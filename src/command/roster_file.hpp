// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Who fills which role, as somebody writes it in a spreadsheet or a program in JSON; and the days
// and times in it, as people write them.

#pragma once

#include <meldroute/base/json.hpp>
#include <meldroute/register/people.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

struct RosterFile {
    std::vector<Appointment> appointments;
    std::vector<Place> places; ///< where each of them stands
};

/// CSV with ";", or JSON where the name says so. Throws Usage M1003, or RulebookError and Usage with
/// file and line.
RosterFile read_roster(const std::filesystem::path& file);

/// "holder", "stand-in" or "on-call" in words: «houder», "stand-in".
Text kind_words(Appointment::Kind kind);

// A day ("2026-08-29", or "29-8-2026" as Excel writes it), a time in Amsterdam on that day
// ("2026-08-29 17:00"), or a moment with its offset. Each throws Usage M1812, and M1813 for a time
// that does not come, or comes twice, because the clock changes.

/// Of a day its beginning.
Moment read_from(std::string_view text, const Place& place = {});
/// Of a day its end: it counts as a whole.
Moment read_until(std::string_view text, const Place& place = {});
/// A day alone is not enough.
Moment read_time(std::string_view text, const Place& place = {});

} // namespace meldroute::inline v0
