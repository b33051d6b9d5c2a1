// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Tables over ranges: each row holds, fails or may hold, and the hit policy says what can come of it.

#include "rules/world.hpp"

#include <algorithm>
#include <functional>

namespace meldroute::inline v0 {
namespace {

Possible only(std::int64_t value, const Type& type) {
    Possible out;
    out.set = type.many();
    if (out.set)
        out.in = out.maybe = std::uint64_t(value);
    else
        out.values = {value};
    return out;
}

Possible between(std::int64_t low, std::int64_t high) {
    Possible out;
    out.add(low);
    out.add(high);
    out.range = out.values.size() > 1;
    return out;
}

using Alive = World::Alive;

bool certain(const Alive& one) {
    return one.answer == Answer::yes;
}

/// What comes of it when no row holds: `nothing`, or the `else` of the table.
void when_no_row(Possible& out, const std::vector<Alive>& alive, const Table& table,
                 const Type& type) {
    const bool some = std::any_of(alive.begin(), alive.end(), certain);
    if (some || !table.otherwise) return;
    if (alive.empty()) out = {};
    out.none = false;
    out.add(only(*table.otherwise, type));
}

Possible take_first(const std::vector<Alive>& alive, const Type& type) {
    Possible out;
    for (const auto& one : alive) {
        out.add(only(one.then, type));
        if (certain(one)) return out;
    }
    out.none = true;
    return out;
}

/// The first of the outcomes that hold, in an order.
template <class Before>
Possible take_foremost(const std::vector<Alive>& alive, const Type& type, Before before) {
    Possible out;
    const Alive* best = nullptr;
    for (const auto& one : alive)
        if (certain(one) && (best == nullptr || before(one.then, best->then))) best = &one;
    for (const auto& one : alive)
        if (best == nullptr || &one == best || before(one.then, best->then))
            out.add(only(one.then, type));
    out.none = best == nullptr;
    return out;
}

Possible take_all(const std::vector<Alive>& alive) {
    Possible out;
    out.set = true;
    for (const auto& one : alive) {
        if (certain(one)) out.in |= std::uint64_t(one.then);
        out.maybe |= std::uint64_t(one.then);
    }
    return out;
}

Possible take_sum(const std::vector<Alive>& alive, const Type& type) {
    Decimal low{0, type.decimals}, high{0, type.decimals};
    for (const auto& one : alive) {
        const Decimal then{one.then, type.decimals};
        if (certain(one) || one.then < 0) low = low + then;
        if (certain(one) || one.then > 0) high = high + then;
    }
    return between(low.exactly(type.decimals).units, high.exactly(type.decimals).units);
}

Possible take_count(const std::vector<Alive>& alive) {
    const auto least = std::count_if(alive.begin(), alive.end(), certain);
    return between(least, std::int64_t(alive.size()));
}

/// `only-one` forbids any two rows together, `all-agree` two rows with different outcomes.
Possible take_alone(const std::vector<Alive>& alive, Take take, const Type& type) {
    Possible out;
    out.none = true;
    for (const auto& one : alive) {
        bool alone = true; // no row that holds for certain forbids this one
        for (const auto& other : alive) {
            const bool clash = &one != &other && (take == Take::only_one || one.then != other.then);
            out.conflict |= clash;
            alone = alone && !(clash && certain(other));
        }
        if (alone) out.add(only(one.then, type));
        out.none = out.none && !certain(one);
    }
    return out;
}

Possible taken(const std::vector<Alive>& alive, Take take, const Type& type) {
    switch (take) {
    case Take::first: return take_first(alive, type);
    case Take::highest:
    case Take::least: return take_foremost(alive, type, std::less<>());
    case Take::most: return take_foremost(alive, type, std::greater<>());
    case Take::all:
    case Take::all_ranked: return take_all(alive);
    case Take::sum: return take_sum(alive, type);
    case Take::count: return take_count(alive);
    case Take::only_one:
    case Take::all_agree: return take_alone(alive, take, type);
    }
    return {};
}

} // namespace

Possible World::decide_table(const Decision& decision) {
    const Table& table = *decision.table;
    std::vector<Alive> alive;
    if (!alive_by_index(decision, alive)) {
        for (const auto& candidate : table.rows) {
            const Answer answer = row(candidate);
            if (answer != Answer::no) alive.push_back({answer, candidate.then});
            if (answer == Answer::yes && table.take == Take::first) break;
        }
    }
    Possible out = taken(alive, table.take, decision.type);
    when_no_row(out, alive, table, decision.type);
    return out;
}

} // namespace meldroute::inline v0
