// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// An open case moves to another rulebook, or to another machine: first what that would do, then, by
// a named person, an entry like any other. Nothing that was told is lost on the way, or the case
// stays where it is.

#pragma once

#include <meldroute/agenda/due.hpp>
#include <meldroute/base/json.hpp>
#include <meldroute/casefile/body.hpp>
#include <meldroute/casefile/story.hpp>
#include <meldroute/casefile/telling.hpp>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// Where routes and their steps go by another name. What is not named here keeps its name.
struct Moves {
    std::map<std::string, std::string> routes;                       ///< old to new
    std::map<std::string, std::map<std::string, std::string>> steps; ///< by old route: old to new

    /// {"routes": {old: new}, "steps": {old route: {old step: new step}}}; both may be left out.
    static Moves read(const JsonNode& node);
    Json json() const;

    const std::string& route(const std::string& old) const;
    const std::string& step(const std::string& route, const std::string& old) const;
    /// Places with their new names.
    std::map<std::string, Standing> of(const std::map<std::string, Standing>& here) const;
};

/// Why a case cannot go: ids, never a value.
struct Obstacle {
    std::string code;  ///< 11xx of a fact; M1305, M1625, M1626 or M1627 of a route
    std::string about; ///< the fact, or the route
    Text words;
};

/// A duty that opens, closes, or has another date or owner.
struct DutyChange {
    std::string id; ///< route.step.duty, as the new rulebook has it
    std::optional<std::string> role_before, role_after; ///< nothing: the duty is not open
    std::optional<Date> due_before, due_after;
    bool over = false; ///< by its new date it was late when the case moved
};

struct Migration {
    std::vector<Obstacle> obstacles; ///< none: the case can go
    std::vector<DutyChange> changes; ///< by id; empty while there are obstacles
};

/// What moving would do at this moment. Changes nothing.
Migration look_ahead(const Story& story, const std::shared_ptr<const Rulebook>& rulebook,
                     const Moves& moves, const Moment& at);

/// Throws Refused M1617 without a named person, M1620 without a reason.
void check_migrator(const Telling& telling);

/// The entry that moves the case: kind `migrated`, with `telling.because` as its reason. Throws
/// as check_migrator(), and Refused M1624 where there is an obstacle.
Body tell_migration(const Story& story, const std::shared_ptr<const Rulebook>& rulebook,
                    const Moves& moves, const Telling& telling);

} // namespace meldroute::inline v0
