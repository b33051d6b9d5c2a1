// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// When a term stands still: the events that suspend it, paired, and merged where they overlap.

#pragma once

#include <meldroute/agenda/due.hpp>

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace meldroute::inline v0 {

/// Half-open, in days since 1970, or in microseconds for a term in hours.
struct Pause {
    static constexpr std::int64_t never = std::numeric_limits<std::int64_t>::max();

    std::int64_t from = 0, until = never;
    bool inclusive = false;     ///< said as «tot en met»
    std::optional<Length> most; ///< the limit that ended it, or will

    bool is_running() const { return until == never; }
};

/// In order, and apart from each other.
std::vector<Pause> pauses_of(const Term& term, const Term::Reading& reading,
                             const std::vector<Occurrence>& since);

bool is_paused(const std::vector<Pause>& pauses, std::int64_t at);

/// Whether a suspension that has not ended began before or at this.
bool runs_at(const std::vector<Pause>& pauses, std::int64_t at);

/// The moment of an event of a term in hours; throws M1413 for a mere date.
const Moment& moment_of(const Term& term, const When& when);

} // namespace meldroute::inline v0
