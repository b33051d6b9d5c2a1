// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The Algemene termijnenwet: which terms it stretches, and to which day.

#pragma once

#include "agenda/pauses.hpp"
#include "agenda/steps.hpp"

#include <meldroute/agenda/calendar.hpp>
#include <meldroute/agenda/term.hpp>

#include <optional>
#include <vector>

namespace meldroute::inline v0 {

/// Article 4: not terms in hours, in more than 90 days, 12 weeks or 3 months, or in years.
bool law_stretches(const Length& length);

/// The last day of a term from `first` to `end` by articles 1 and 2; nothing when a suspension that
/// still runs has begun before that day is over. Suspended days do not count.
std::optional<Date> stretched(Date first, Date end, const Length& length,
                              const std::vector<Pause>& pauses, const Calendar& law, Steps& steps);

} // namespace meldroute::inline v0
