// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/rows_over.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

RowTrace trace(World& world, const Row& row, bool settled) {
    RowTrace out{row.id, RowState::hit, "", {}};
    for (const auto& cell : row.cells) {
        const Answer answer = world.test(cell);
        if (answer == Answer::yes) continue;
        const auto& id = world.book().id(cell.input);
        if (answer == Answer::no) return {row.id, RowState::failed, id, {}};
        if (std::find(out.open.begin(), out.open.end(), id) == out.open.end())
            out.open.push_back(id);
    }
    if (settled) return {row.id, RowState::outranked, "", {}};
    if (!out.open.empty()) out.state = RowState::open;
    return out;
}

} // namespace

std::vector<RowTrace> rows_over(World& world, const Table& table, bool settled) {
    std::vector<RowTrace> out;
    bool below = false;
    for (const auto& row : table.rows) {
        out.push_back(trace(world, row, below));
        if (table.take != Take::first || out.back().state != RowState::hit) continue;
        below = true;
        if (!settled)
            out.back().state = RowState::open; // it holds, if none of the open rows above does
    }
    return out;
}

} // namespace meldroute::inline v0
