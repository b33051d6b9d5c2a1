// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Whether everybody who may receive has a ground to receive.

#pragma once

#include <meldroute/base/json.hpp>
#include <meldroute/rulebook/check.hpp>

#include <vector>

namespace meldroute::inline v0 {

/// Partners that a route can decide on, or is advised to, and that have neither a ground nor the
/// word that they never receive anything about a person.
std::vector<Finding> check_grounds(const Rulebook& rulebook, const JsonNode& bundle);

} // namespace meldroute::inline v0
