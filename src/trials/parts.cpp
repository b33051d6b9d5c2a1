// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "trials/parts.hpp"

#include <algorithm>
#include <functional>
#include <map>
#include <set>

namespace meldroute::inline v0 {
namespace {

using Look = std::function<void(const Cell&)>;

void each_cell(const Formula& formula, const Look& look) {
    if (formula.op == Formula::Op::cell) look(formula.cell);
    for (const Formula& part : formula.parts) each_cell(part, look);
}

void each_cell(const Decision& decision, const Look& look) {
    if (decision.table)
        for (const Row& row : decision.table->rows)
            for (const Cell& cell : row.cells) look(cell);
    if (decision.formula) each_cell(*decision.formula, look);
}

/// Of the decision and of all below it.
void each_cell(const Book& book, std::size_t decision, const Look& look) {
    each_cell(book.decisions[decision], look);
    for (const auto below : book.decisions[decision].through)
        each_cell(book.decisions[below], look);
}

void find_known(const Formula& formula, std::set<std::size_t>& slots) {
    if (formula.op == Formula::Op::cell && formula.cell.test == Cell::Test::unknown)
        slots.insert(formula.cell.input.index);
    for (const Formula& part : formula.parts) find_known(part, slots);
}

/// Where ranges begin. The last value of a domain ends the last one.
class Starts {
public:
    void add(const Book& book, std::size_t decision) {
        for (const Atom& atom : book.decisions[decision].atoms) {
            auto& starts = starts_[{atom.slot, atom.member}];
            for (const auto& [low, high] : atom.classes) {
                starts.insert(low);
                starts.insert(high + 1);
            }
        }
        each_cell(book, decision, [&](const Cell& cell) {
            if (cell.test != Cell::Test::within || cell.input.decision) return;
            for (const auto& [low, high] : cell.within) {
                starts_[{cell.input.index, -1}].insert(low);
                starts_[{cell.input.index, -1}].insert(high + 1);
            }
        });
    }

    std::vector<Atom> atoms(const Book& book) const {
        std::vector<Atom> out;
        for (const auto& [key, starts] : starts_) {
            const auto& [slot, member] = key;
            out.push_back({slot, member, {}});
            if (member >= 0)
                out.back().classes = {{0, 0}, {1, 1}};
            else
                out.back().classes = ranges(starts, book.domain({false, slot}));
        }
        return out;
    }

private:
    static std::vector<Interval> ranges(std::set<std::int64_t> starts, Interval domain) {
        starts.insert(domain.low);
        std::vector<Interval> out;
        for (auto at = starts.begin(); at != starts.end(); ++at) {
            if (*at < domain.low || *at > domain.high) continue;
            const auto after = std::next(at);
            const bool last = after == starts.end() || *after > domain.high;
            out.push_back({*at, last ? domain.high : *after - 1});
        }
        return out;
    }

    std::map<std::pair<std::size_t, int>, std::set<std::int64_t>> starts_;
};

} // namespace

Parts parts_of(const Book& before, const Book& after, std::size_t decision) {
    Starts starts;
    starts.add(before, decision);
    starts.add(after, decision);
    Parts parts{starts.atoms(before), true};
    std::erase_if(parts.atoms, [&](const Atom& atom) {
        const bool same = before.texts[atom.slot] == after.texts[atom.slot];
        parts.whole = parts.whole && same;
        return !same;
    });
    return parts;
}

std::vector<std::size_t> asked_whether_known(const Book& book, std::size_t decision) {
    std::set<std::size_t> slots;
    each_cell(book, decision, [&](const Cell& cell) {
        if (cell.test == Cell::Test::unknown) slots.insert(cell.input.index);
    });
    const auto look = [&](std::size_t index) {
        if (const auto& formula = book.decisions[index].formula) find_known(*formula, slots);
    };
    look(decision);
    for (const auto below : book.decisions[decision].through) look(below);
    return {slots.begin(), slots.end()};
}

} // namespace meldroute::inline v0
