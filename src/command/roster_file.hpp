// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Who fills which role, as somebody writes it in a spreadsheet or a program in JSON.

#pragma once

#include <meldroute/base/json.hpp>
#include <meldroute/register/people.hpp>

#include <filesystem>
#include <string>
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

} // namespace meldroute::inline v0
