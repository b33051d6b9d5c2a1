// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What the passing of time does to a case: where a duty's term is over and its rulebook says which
// event that is, the event happens by itself. There is no timer: who asks gives the moment.

#pragma once

#include <meldroute/casefile/body.hpp>
#include <meldroute/casefile/duties.hpp>
#include <meldroute/casefile/story.hpp>

#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// A term that is over, and the event that this is.
struct TimeOut {
    std::string route, step, duty, event;
    Moment at; ///< since when the term is over, by every reading of the law

    bool operator==(const TimeOut&) const = default;
};

/// What is over at this moment, the earliest first and then as declared. Each end happens once, also
/// when the case comes back to its step. A duty that is not certain to exist, and a term of which a
/// reading has no date or may end later, is never over: it is late, and waits for a person.
std::vector<TimeOut> time_outs(const Story& story, const Moment& until);

/// The entries of kind `time` and of the routes that start by it; it occurred at `time_out.at`.
/// Throws Refused like tell_event(), and Usage M1623 for a time-out that is not in time_outs().
std::vector<Body> tell_time(const Story& story, const TimeOut& time_out, const Moment& until);

} // namespace meldroute::inline v0
