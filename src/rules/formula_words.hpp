// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// An expression as people say it, step by step with what came of each step.

#pragma once

#include "rules/world.hpp"

namespace meldroute::inline v0 {

/// The steps of an expression, innermost first; the last is the outcome itself.
std::vector<PartReason> parts_of(World& world, const Formula& formula, Lang lang);

} // namespace meldroute::inline v0
