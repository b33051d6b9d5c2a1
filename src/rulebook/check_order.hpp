// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a route reads before anybody can have been asked it: by the order of its steps alone.

#pragma once

#include <meldroute/base/json.hpp>
#include <meldroute/rulebook/check.hpp>

#include <vector>

namespace meldroute::inline v0 {

/// A fact that counts at a step, in a guard or in the condition of a duty, while every step that
/// asks it can only come later. Not of facts that no step asks, that an alert asks at any moment, or
/// of which some rule asks whether they are known: who wrote that has thought of it.
std::vector<Finding> check_order(const Rulebook& rulebook, const JsonNode& bundle);

} // namespace meldroute::inline v0
