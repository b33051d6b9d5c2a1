// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Days, moments and lengths as people say them, in Dutch and English.

#pragma once

#include <meldroute/agenda/term.hpp>
#include <meldroute/base/date.hpp>
#include <meldroute/base/json.hpp>

namespace meldroute::inline v0 {

/// «maandag 2 juni 2025», "Monday 2 June 2025".
Text in_words(Date date);

/// «zaterdag 29 augustus 2026, 02.10 uur», in Amsterdam; in the hour that comes twice it says
/// whether summer time holds. Seconds only where there are any.
Text in_words(const Moment& moment);

/// «8 weken», "1 week".
Text in_words(const Length& length);

/// «juni 2025».
Text month_in_words(int year, int month);

/// «14 dagen», "1 day".
Text days_in_words(std::int64_t days);

} // namespace meldroute::inline v0
