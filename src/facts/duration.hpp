// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Durations as ISO 8601 writes them, without months and years: those have no fixed length.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace meldroute::inline v0 {

/// Seconds of "P2W", "P3DT4H30M", "PT45S"; nothing for anything else.
std::optional<std::int64_t> read_duration(std::string_view text);

/// "P14DT4H30M": days, hours, minutes and seconds, without zeros; "PT0S" for none.
std::string duration_iso(std::int64_t seconds);

} // namespace meldroute::inline v0
