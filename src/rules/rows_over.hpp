// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What became of each row of a table over ranges, cell by cell: where the compiled form knows too
// little, and to prove it by.

#pragma once

#include "rules/world.hpp"

namespace meldroute::inline v0 {

/// `settled`: every completion agrees.
std::vector<RowTrace> rows_over(World& world, const Table& table, bool settled);

} // namespace meldroute::inline v0
