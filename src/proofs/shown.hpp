// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A witness is run by the ordinary evaluator before anybody sees it, and holds no fact that does
// not matter to it.

#pragma once

#include "rules/world.hpp"

#include <functional>
#include <string>

namespace meldroute::inline v0 {

/// What the decision says of these facts.
Ruling rule(const Decisions& decisions, const std::string& decision, const Json& facts);

/// Leaves out, one by one, each fact without which this still is so whatever it may be. Facts of
/// which rules test whether they are known stay.
Json shortened(const Decisions& decisions, Json facts, const std::function<bool(World&)>& still);

} // namespace meldroute::inline v0
