// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Values that no cell tells apart are one class.

#pragma once

#include "proofs/space.hpp"

#include <limits>
#include <vector>

namespace meldroute::inline v0 {

/// An outcome may lie outside its declared bounds.
inline constexpr Interval everything{std::numeric_limits<std::int64_t>::min(),
                                     std::numeric_limits<std::int64_t>::max()};
/// Of a member of a set, and of whether something is known.
inline const Class class_no{{{0, 0}}, false}, class_yes{{{1, 1}}, false};

/// The fewest classes that these cells on one input tell apart.
std::vector<Class> classes_of(const Book& book, const Variable& variable,
                              const std::vector<const Cell*>& cells);

/// Classes that follow each other as the values do; `singly`: each value is one of its own. Of an
/// outcome the last class is that there is none.
std::vector<Class> ordered_classes(const std::vector<const Cell*>& cells, Interval domain,
                                   bool outcome, bool singly);

} // namespace meldroute::inline v0
