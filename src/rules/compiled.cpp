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

std::vector<std::uint32_t> texts(const Book& book, const std::vector<std::uint32_t>& slots) {
    std::vector<std::uint32_t> out;
    for (std::uint32_t i = 0; i < slots.size(); ++i)
        if ((*book.vocabulary)[slots[i]].type.kind == Kind::text) out.push_back(i);
    return out;
}

std::vector<std::uint32_t> apart(std::vector<std::uint32_t> slots) {
    constexpr std::uint32_t in_line = 64 / sizeof(Situation::Bare);
    std::sort(slots.begin(), slots.end());
    std::vector<std::uint32_t> out;
    for (const auto slot : slots)
        if (out.empty() || slot >= out.back() + in_line) out.push_back(slot);
    return out;
}

/// The first class of each fact, then the last, then classes by a fixed shuffle. The classes are
/// those of the decision that cuts the fact finest: any value will do.
constexpr std::uint64_t completions = 8;

std::uint64_t chosen(std::uint64_t size, std::uint64_t completion, std::uint64_t place) {
    if (completion == 0) return 0;
    if (completion == 1) return size - 1;
    std::uint64_t mixed = (completion * 0x9e3779b97f4a7c15ULL) ^ (place * 0xbf58476d1ce4e5b9ULL);
    mixed = (mixed ^ (mixed >> 29)) * 0x94d049bb133111ebULL;
    return (mixed >> 32) % size;
}

std::vector<const Atom*> finest(const Book& book) {
    std::vector<const Atom*> out(book.vocabulary->size(), nullptr);
    for (const auto& decision : book.decisions)
        for (const auto& atom : decision.atoms)
            if (out[atom.slot] == nullptr || out[atom.slot]->classes.size() < atom.classes.size())
                out[atom.slot] = &atom;
    return out;
}

std::vector<Compiled::Choice> completion(const Book& book, const std::vector<const Atom*>& atoms,
                                         std::uint64_t number) {
    std::vector<Compiled::Choice> out(book.vocabulary->size());
    for (std::size_t slot = 0; slot < out.size(); ++slot) {
        const Type& type = (*book.vocabulary)[slot].type;
        if (!type.many()) {
            out[slot].value = book.domain({false, slot}).low;
            if (const Atom* atom = atoms[slot])
                out[slot].value =
                    atom->classes[std::size_t(chosen(atom->classes.size(), number, slot))].low;
        }
        for (std::size_t i = 0; i < type.codes.size() && type.many(); ++i)
            out[slot].seen |= chosen(2, number, slot * 64 + i) << i;
    }
    return out;
}

} // namespace

bool computes(const Formula& formula) {
    switch (formula.op) {
    case Op::absolute:
    case Op::round:
    case Op::power:
    case Op::nothing:
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
        out->preludes.emplace_back(book, decision);
        program.texts = texts(book, program.slots);
        program.apart = apart(program.slots);
        program.wide = std::any_of(decision.atoms.begin(), decision.atoms.end(), is_wide);
        out->programs.push_back(std::move(program));
    }
    const auto atoms = finest(book);
    for (std::uint64_t i = 0; i < completions; ++i)
        out->completions.push_back(completion(book, atoms, i));
    return out;
}

} // namespace meldroute::inline v0
