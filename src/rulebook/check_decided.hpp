// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Whether a no of a person stops what a yes lets go on.

#pragma once

#include <meldroute/base/json.hpp>
#include <meldroute/rulebook/check.hpp>

#include <vector>

namespace meldroute::inline v0 {

/// Steps where a person decides yes or no by an event, and that event moves whatever was decided.
std::vector<Finding> check_decided(const Rulebook& rulebook, const JsonNode& bundle);

} // namespace meldroute::inline v0
