// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The facts of which rules test whether they are known: there a missing fact counts.

#pragma once

#include "rules/model.hpp"

#include <set>

namespace meldroute::inline v0 {

/// By slot, of this decision's own body.
void add_tested(const Decision& decision, std::set<std::size_t>& slots);

/// Of all decisions.
std::set<std::size_t> tested_slots(const Book& book);

} // namespace meldroute::inline v0
