// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Days and times as people write them, and the one place where a clock is read: for who asks at the
// command line without saying when.

#pragma once

#include "command/arguments.hpp"

#include <meldroute/base/date.hpp>

#include <string_view>

namespace meldroute::inline v0 {

// A day ("2026-08-29", or "29-8-2026" as Excel writes it), a time in Amsterdam on that day
// ("2026-08-29 17:00"), or a moment with its offset. Each throws Usage M1812, and M1813 for a time
// that does not come, or comes twice, because the clock changes.

/// Of a day its beginning.
Moment read_from(std::string_view text, const Place& place = {});
/// Of a day its end: it counts as a whole.
Moment read_until(std::string_view text, const Place& place = {});
/// A day alone is not enough.
Moment read_time(std::string_view text, const Place& place = {});

Moment now();
/// The time behind this option, else now.
Moment moment_or_now(const Arguments& args, std::string_view option);

} // namespace meldroute::inline v0
