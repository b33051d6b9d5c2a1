// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "proofs/tested.hpp"

namespace meldroute::inline v0 {
namespace {

void add_tested(const Cell& cell, std::set<std::size_t>& slots) {
    if (cell.test == Cell::Test::unknown) slots.insert(cell.input.index);
}

void add_tested(const Formula& formula, std::set<std::size_t>& slots) {
    if (formula.op == Formula::Op::cell) add_tested(formula.cell, slots);
    for (const auto& part : formula.parts) add_tested(part, slots);
}

} // namespace

void add_tested(const Decision& decision, std::set<std::size_t>& slots) {
    if (decision.table)
        for (const auto& row : decision.table->rows)
            for (const auto& cell : row.cells) add_tested(cell, slots);
    if (decision.formula) add_tested(*decision.formula, slots);
}

std::set<std::size_t> tested_slots(const Book& book) {
    std::set<std::size_t> out;
    for (const auto& decision : book.decisions) add_tested(decision, out);
    return out;
}

} // namespace meldroute::inline v0
