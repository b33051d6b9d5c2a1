// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/compiled.hpp"

#include "rules/weigh_formula.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

using Op = Formula::Op;

/// A sum that could leave 64 bits is an error, which World finds.
bool sums_fit(const Table& table) {
    if (table.take != Take::sum) return true;
    std::uint64_t most = 0;
    for (const auto& row : table.rows) {
        const auto size = row.then < 0 ? -std::uint64_t(row.then) : std::uint64_t(row.then);
        if (size > std::uint64_t(INT64_MAX) - most) return false;
        most += size;
    }
    return true;
}

bool compiles(const Decision& decision) {
    if (decision.table) return sums_fit(*decision.table);
    return decision.formula && computes(*decision.formula);
}

bool is_wide(const Atom& atom) {
    return std::any_of(atom.classes.begin(), atom.classes.end(),
                       [](const Interval& one) { return one.low != one.high; });
}

void add_slots(const Decision& decision, std::vector<std::uint32_t>& slots) {
    for (const auto& input : decision.inputs) {
        const auto slot = std::uint32_t(input.index);
        if (!input.decision && std::find(slots.begin(), slots.end(), slot) == slots.end())
            slots.push_back(slot);
    }
}

} // namespace

bool computes(const Formula& formula) {
    switch (formula.op) {
    case Op::absolute:
    case Op::round:
    case Op::power:
    case Op::known:
    case Op::date_of:
    case Op::years_between:
    case Op::months_between:
    case Op::weeks_between:
    case Op::days_between:
    case Op::add_days:
    case Op::add_months:
    case Op::add_years: return false;
    default: return std::all_of(formula.parts.begin(), formula.parts.end(), computes);
    }
}

Decimal computed(Op op, const Decimal& a, const Decimal& b) {
    switch (op) {
    case Op::plus: return a + b;
    case Op::minus: return a - b;
    case Op::times: return a * b;
    case Op::divide: return a / b;
    case Op::least: return std::min(a, b);
    default: return std::max(a, b);
    }
}

std::shared_ptr<const Compiled> compile(const Book& book) {
    auto out = std::make_shared<Compiled>();
    for (const auto& decision : book.decisions)
        out->tables.push_back(decision.table ? std::make_unique<const Index>(book, decision)
                                             : nullptr);
    for (std::size_t i = 0; i < book.decisions.size(); ++i) {
        const Decision& decision = book.decisions[i];
        Compiled::Program program;
        for (const auto below : decision.through) program.order.push_back(std::uint32_t(below));
        program.order.push_back(std::uint32_t(i));
        program.usable =
            std::all_of(program.order.begin(), program.order.end(),
                        [&](std::uint32_t index) { return compiles(book.decisions[index]); });
        for (const auto index : program.order) add_slots(book.decisions[index], program.slots);
        program.wide = std::any_of(decision.atoms.begin(), decision.atoms.end(), is_wide);
        out->programs.push_back(std::move(program));
    }
    return out;
}

} // namespace meldroute::inline v0
