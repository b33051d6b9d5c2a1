// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// From what somebody tells to the entries that say so, or to a refusal with its reason. Pure: the
// story does not change, nothing is written, and no clock is read.

#pragma once

#include <meldroute/casefile/body.hpp>
#include <meldroute/casefile/story.hpp>
#include <meldroute/casefile/telling.hpp>

#include <memory>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// Each of these gives one entry for what was told, and one more, with its cause, for each route
/// that starts by it. What was told may bring danger: every route overhears it.
///
/// Throws Refused: M1615 no route of the case knows the event, M1302 nobody waits for it, M1304 the
/// rulebook rules it out, M1616 undecided (with the facts that are needed), M1617 no named person,
/// M1618 another role decides, M1619 the decided fact is not told, M1620 no reason, M1627 a case
/// opened on a route of which the rulebook says nothing: nobody would own it. Throws RulebookError
/// 11xx for facts that the rulebook does not have.
///
/// A decided fact (StepRules::decides) is told by a named person in the role that decides, with a
/// reason where one is asked, whether an event comes with it or not.
std::vector<Body> open_case(std::shared_ptr<const Rulebook> rulebook, std::string_view route,
                            const Telling& telling);
std::vector<Body> tell_event(const Story& story, std::string_view event, const Telling& telling);
/// As tell_event(), by nobody: time passed. An event that decides is refused.
std::vector<Body> tell_passing(const Story& story, std::string_view event, const Telling& telling);
std::vector<Body> tell_note(const Story& story, const Telling& telling);

} // namespace meldroute::inline v0
