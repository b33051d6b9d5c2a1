// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Which facts and decisions the parts of a rulebook read, by name: for checks that look at the
// whole, not at one case.

#pragma once

#include <meldroute/base/json.hpp>
#include <meldroute/rulebook/rulebook.hpp>

#include <set>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

using Ids = std::set<std::string, std::less<>>;

/// The inputs that a declaration's cells and expression name.
Ids inputs_of_declaration(const JsonNode& declaration);

/// What a step says that a person decides: one, or a list of them, each with its event.
std::vector<JsonNode> decided_at(const JsonNode& step);

/// The facts and decisions that steps name, with the inputs of the conditions of their duties
/// and of the routes that begin there.
Ids inputs_of_routes(const JsonNode& bundle);

/// These ids, and all that the decisions among them are built on.
Ids with_all_below(const JsonNode& bundle, Ids ids);

} // namespace meldroute::inline v0
