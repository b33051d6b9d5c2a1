// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "proofs/product.hpp"

#include "proofs/classes.hpp"
#include "rules/intervals.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// A domain of at most so many values is taken apart whole where arithmetic reads it.
constexpr std::int64_t small_domain = 300;

bool is_ordered(Kind kind) {
    return kind == Kind::integer || kind == Kind::number || kind == Kind::date ||
           kind == Kind::moment || kind == Kind::duration;
}

} // namespace

bool within(const Region& inner, const Region& outer) {
    for (std::size_t i = 0; i < inner.size(); ++i)
        if (!inner[i].within(outer[i])) return false;
    return true;
}

std::vector<Region> outside(const Region& region, const std::vector<Region>& others) {
    std::vector<Region> left{region};
    for (const auto& other : others) {
        std::vector<Region> next;
        for (auto& one : left) {
            bool apart = false;
            for (std::size_t i = 0; i < one.size(); ++i) apart = apart || !one[i].meets(other[i]);
            for (std::size_t i = 0; !apart && i < one.size(); ++i) {
                Bits beyond = one[i];
                if (beyond.remove(other[i]).none()) continue;
                next.push_back(one);
                next.back()[i] = beyond;
                one[i] &= other[i];
            }
            if (apart) next.push_back(std::move(one));
        }
        left = std::move(next);
    }
    return left;
}

Axes::Axes(const Merged& merged, const Merged::Pair& pair) : merged_(merged) {
    if (pair.before) inside_.push_back(*pair.before);
    if (pair.after) inside_.push_back(*pair.after);
    for (const auto root : std::vector(inside_))
        for (const auto below : merged.book().decisions[root].through)
            for (const auto& other : merged.pairs)
                if (other.before == below || other.after == below) inside_.push_back(below);
    for (std::size_t i = 0; i < inside_.size(); ++i) take(inside_[i]);
    for (const auto& one : looks_) make(one);
}

Region Axes::everything() const {
    Region out;
    for (const auto& axis : axes_) out.push_back(Bits::all(axis.classes.size()));
    return out;
}

void Axes::take(std::size_t decision) {
    const Decision& taken = merged_.book().decisions[decision];
    if (taken.table)
        for (const auto& row : taken.table->rows)
            for (const auto& cell : row.cells) take(cell);
    if (taken.formula) take(*taken.formula);
}

void Axes::take(const Cell& cell) {
    if (cell.test == Cell::Test::unknown) return;
    if (cell.input.decision && merged_.book().type(cell.input).many())
        take_whole(cell.input);
    else
        looks(variable_of(cell)).cells.push_back(&cell);
}

void Axes::take(const Formula& formula) {
    if (formula.op == Formula::Op::cell) take(formula.cell);
    if (formula.op == Formula::Op::input || formula.op == Formula::Op::count)
        take_whole(formula.cell.input);
    for (const auto& part : formula.parts) take(part);
}

/// A number is computed with: of a fact its whole range matters, a decision is taken apart.
void Axes::take_whole(const Input& input) {
    if (input.decision) {
        if (std::find(inside_.begin(), inside_.end(), input.index) == inside_.end())
            inside_.push_back(input.index);
        return;
    }
    const Type& type = merged_.book().type(input);
    if (!type.many()) looks({Variable::Of::value, input.index, -1}).whole = true;
    for (int member = 0; type.many() && member < int(type.codes.size()); ++member)
        looks({Variable::Of::value, input.index, member});
}

Axes::Looks& Axes::looks(const Variable& variable) {
    for (auto& one : looks_)
        if (one.variable.same(variable)) return one;
    looks_.push_back({variable, {}, false});
    return looks_.back();
}

void Axes::make(const Looks& of) {
    const auto& [variable, cells, whole] = of;
    const Book& book = merged_.book();
    const bool outcome = variable.of == Variable::Of::outcome;
    if (outcome && std::find(inside_.begin(), inside_.end(), variable.index) != inside_.end())
        return; // it was taken apart after all
    const Input input{outcome, variable.index};
    Axis axis{variable, classes_of(book, variable, cells), {}, is_ordered(book.type(input).kind)};
    if (axis.ordered) {
        const auto domain = outcome ? v0::everything : book.domain(input);
        const bool singly = whole && domain.high - domain.low < small_domain;
        axis.classes = ordered_classes(cells, domain, outcome, singly);
    }
    if (outcome) {
        Realiser realiser(book, variable.index);
        std::erase_if(axis.classes, [&, &that = variable](const Class& one) {
            return !realiser.find({{that, one}}) && !realiser.bound();
        });
    }
    for (const auto& one : axis.classes) {
        Interval stands = one.values.empty() ? Interval{0, 0} : one.values.front();
        if (!whole) stands.high = stands.low;
        axis.stand.push_back(stands);
    }
    axes_.push_back(std::move(axis));
}

} // namespace meldroute::inline v0
