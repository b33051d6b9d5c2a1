// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Who owns what in a case now, and what has to be done before when. Derived from the story; nothing
// of it is stored but as an index.

#pragma once

#include <meldroute/agenda/due.hpp>
#include <meldroute/casefile/story.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// A duty that is open. Refers to the rulebook of its story.
struct OpenDuty {
    std::string route, step, role;
    const Duty* duty = nullptr;
    bool certain = true;        ///< false: its condition is unknown, and unknown is not no
    std::optional<Due> due;     ///< nothing for a duty without a term
    std::optional<Date> remind; ///< the day of its reminder, where it has a date and asks for one
    Entered since;
};

struct Ownership {
    std::string route, step, role;
};

/// What is open at the steps where the case stands: at once first, then by due date, without date
/// last; then as declared. May throw as compute().
std::vector<OpenDuty> open_duties(const Story& story);

/// The owner of each step where somebody owes something, and of an idle one that names who watches.
std::vector<Ownership> owners(const Story& story);

/// A step that names no owner falls to the owner of its route's first step, and else to the first
/// of the route that the report began: nothing is ownerless from the first second.
std::string owner_of(const Story& story, std::string_view route, std::string_view step);

} // namespace meldroute::inline v0
