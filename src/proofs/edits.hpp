// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What was edited in a decision, as whoever edited it would say it.

#pragma once

#include "proofs/merged.hpp"

namespace meldroute::inline v0 {

/// Rows, cells, bounds and outcomes that differ, in the order of the new.
std::vector<Text> edits(const Merged& merged, const Merged::Pair& pair);

} // namespace meldroute::inline v0
