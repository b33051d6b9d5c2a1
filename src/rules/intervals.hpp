// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Sets of whole numbers as sorted intervals: what a cell allows.

#pragma once

#include "rules/model.hpp"

namespace meldroute::inline v0 {

/// Sorted and merged.
Intervals tidy(Intervals intervals);
/// What of `domain` is not in these.
Intervals complement(const Intervals& intervals, Interval domain);
bool contains(const Intervals& intervals, std::int64_t value);
/// Whether all, none or some of `range` is in these.
Answer covers(const Intervals& intervals, Interval range);

} // namespace meldroute::inline v0
