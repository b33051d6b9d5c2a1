// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What became of rows, told by a trace and found cell by cell: to be compared.

#pragma once

#include "rules/rows_over.hpp"
#include "rules/support.hpp"

#include <meldroute/rules/trace.hpp>

#include <algorithm>

namespace meldroute::inline v0 {

/// What became of each row by the search over ranges.
inline std::vector<RowTrace> rows_slowly(const SmallBook& book, const Decision& decision,
                                         const Situation& situation, Ruling::State state) {
    if (!decision.table) return {};
    World world(book.decisions->book(), situation);
    const bool open = state == Ruling::State::open || state == Ruling::State::bound;
    return rows_over(world, *decision.table, !open);
}

inline bool same(const std::vector<RowTrace>& a, const std::vector<RowTrace>& b) {
    return std::equal(
        a.begin(), a.end(), b.begin(), b.end(), [](const RowTrace& x, const RowTrace& y) {
            return x.row == y.row && x.state == y.state && x.failed == y.failed && x.open == y.open;
        });
}

inline bool same_hits(Trace& trace, const std::vector<RowTrace>& rows) {
    std::vector<std::uint32_t> hits;
    for (std::uint32_t row = 0; row < rows.size(); ++row)
        if (rows[row].state == RowState::hit) hits.push_back(row);
    return std::ranges::equal(trace.hits(), hits);
}

} // namespace meldroute::inline v0
