// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Reading what a rulebook says about a route, against what the route has: a word on a step that is
// not there would be a duty that nobody ever sees.

#pragma once

#include <meldroute/base/json.hpp>
#include <meldroute/routes/route.hpp>
#include <meldroute/rulebook/route_rules.hpp>

#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// The names that words may use. Each reads an id and throws for one that is not among them, with
/// the nearest that is.
struct Names {
    std::vector<std::string> facts, decisions, roles, terms, grounds;
    std::vector<std::string> partners; ///< the values of codes/partners
    std::vector<std::string> ending;   ///< those of the terms that have an end

    std::string fact(const JsonNode& node) const;
    std::string decision(const JsonNode& node) const;
    /// A fact, or a decision: that asks what it still needs.
    std::string question(const JsonNode& node) const;
    /// Any id where the rulebook declares no roles.
    std::string role(const JsonNode& node) const;
    std::string term(const JsonNode& node) const;
    /// Any id where the rulebook declares no grounds.
    std::string ground(const JsonNode& node) const;
    /// Any id where the rulebook has no list of partners.
    std::string partner(const JsonNode& node) const;
    bool has_end(const std::string& term) const;
};

/// The id of a route of the house; throws M1307.
std::string read_route_id(const JsonNode& node);

/// "route.event": throws M1510 when the route is of the house and has no such event.
void check_event_of_route(const JsonNode& node);

/// The condition of a duty or of a route that begins, from which a one-row table is made.
struct Condition {
    std::string id; ///< route.step.duty, route.step.started
    JsonNode owner;
};

/// One element of "routes": {"route", "steps"}. Steps come in the order of the machine. Conditions
/// are added to those that are there.
RouteRules read_route_rules(const JsonNode& node, const Names& names,
                            std::vector<Condition>& conditions);

} // namespace meldroute::inline v0
