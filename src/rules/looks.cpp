// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/looks.hpp"

#include "rules/intervals.hpp"

#include <algorithm>
#include <utility>

namespace meldroute::inline v0 {
namespace {

std::pair<std::int64_t, std::int64_t> ends(const Interval& interval) {
    return {interval.low, interval.high};
}

void look(const Cell& cell, std::vector<Looks>& all) {
    if (cell.input.decision || cell.test == Cell::Test::unknown) return;
    auto& looks = all[cell.input.index];
    if (cell.test == Cell::Test::within)
        looks.cells.push_back(&cell.within);
    else
        looks.members.insert(cell.member);
}

void look(const Formula& formula, std::vector<Looks>& all) {
    if (formula.op == Formula::Op::cell) look(formula.cell, all);
    const bool reads = formula.op == Formula::Op::input || formula.op == Formula::Op::count;
    if (reads && !formula.cell.input.decision) all[formula.cell.input.index].whole = true;
    for (const auto& part : formula.parts) look(part, all);
}

void look(const Decision& decision, std::vector<Looks>& all) {
    if (decision.table)
        for (const auto& row : decision.table->rows)
            for (const auto& cell : row.cells) look(cell, all);
    if (decision.formula) look(*decision.formula, all);
}

/// Of cells that allow the same one is enough: where there are many rows, most are such.
void each_once(std::vector<const Intervals*>& cells) {
    std::ranges::sort(cells, [](const Intervals* a, const Intervals* b) {
        return std::ranges::lexicographical_compare(*a, *b, {}, ends, ends);
    });
    const auto same = [](const Intervals* a, const Intervals* b) { return *a == *b; };
    cells.erase(std::unique(cells.begin(), cells.end(), same), cells.end());
}

} // namespace

std::vector<Interval> Looks::segments(Interval domain) const {
    std::vector<std::int64_t> starts{domain.low};
    for (const auto* cell : cells)
        for (const auto& [low, high] : *cell) {
            if (low > domain.low && low <= domain.high) starts.push_back(low);
            if (high < domain.high && high >= domain.low) starts.push_back(high + 1);
        }
    std::sort(starts.begin(), starts.end());
    starts.erase(std::unique(starts.begin(), starts.end()), starts.end());
    std::vector<Interval> out;
    for (auto at = starts.begin(); at != starts.end(); ++at) {
        const auto next = std::next(at);
        out.push_back({*at, next == starts.end() ? domain.high : *next - 1});
    }
    return out;
}

std::vector<bool> Looks::signature(std::int64_t value) const {
    std::vector<bool> out;
    for (const auto* cell : cells) out.push_back(contains(*cell, value));
    return out;
}

std::vector<Looks> looks_of(const Book& book, const std::vector<const Decision*>& decisions) {
    std::vector<Looks> all(book.vocabulary->size());
    for (const Decision* decision : decisions) {
        look(*decision, all);
        for (const auto below : decision->through) look(book.decisions[below], all);
    }
    for (auto& looks : all) each_once(looks.cells);
    return all;
}

} // namespace meldroute::inline v0
