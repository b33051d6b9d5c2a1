// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/looks.hpp"

#include "rules/intervals.hpp"

namespace meldroute::inline v0 {
namespace {

void look(const Cell& cell, std::vector<Looks>& all) {
    if (cell.input.decision || cell.test == Cell::Test::unknown) return;
    auto& looks = all[cell.input.index];
    if (cell.test == Cell::Test::within)
        looks.cells.push_back(cell.within);
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

} // namespace

std::vector<Interval> Looks::segments(Interval domain) const {
    std::set<std::int64_t> starts{domain.low};
    for (const auto& cell : cells)
        for (const auto& [low, high] : cell) {
            if (low > domain.low && low <= domain.high) starts.insert(low);
            if (high < domain.high && high >= domain.low) starts.insert(high + 1);
        }
    std::vector<Interval> out;
    for (auto at = starts.begin(); at != starts.end(); ++at) {
        const auto next = std::next(at);
        out.push_back({*at, next == starts.end() ? domain.high : *next - 1});
    }
    return out;
}

std::vector<bool> Looks::signature(std::int64_t value) const {
    std::vector<bool> out;
    for (const auto& cell : cells) out.push_back(contains(cell, value));
    return out;
}

std::vector<Looks> looks_of(const Book& book, const Decision& decision) {
    std::vector<Looks> all(book.vocabulary->size());
    look(decision, all);
    for (const auto below : decision.through) look(book.decisions[below], all);
    return all;
}

} // namespace meldroute::inline v0
