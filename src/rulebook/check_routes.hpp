// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is certain about routes under their rules, whatever is reported: steps that nobody comes to
// or gets away from, branches of which two hold at once, and places where nobody has to act.

#pragma once

#include <meldroute/base/json.hpp>
#include <meldroute/rulebook/check.hpp>

#include <vector>

namespace meldroute::inline v0 {

std::vector<Finding> check_routes(const Rulebook& rulebook, const JsonNode& bundle);

} // namespace meldroute::inline v0
