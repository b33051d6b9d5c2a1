// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/search.hpp"

#include <algorithm>
#include <bit>

namespace meldroute::inline v0 {
namespace {

constexpr long nodes = 20000;
constexpr long nodes_for_ends = 2000; ///< bounds may stay wide; what is decided may not be missed

/// What is looked at of an outcome, beside one member of a set: all that can come; whether there is
/// any; of a number that is counted or computed, whether there are two.
constexpr int whole = -1, any = -2, two = -3;

bool enough(const Possible& seen, int looked_at) {
    return looked_at == two && seen.values.size() > 1;
}

std::size_t size_of(const Possible& possible) {
    const auto members = std::size_t(std::popcount(possible.maybe & ~possible.in));
    return possible.values.size() + possible.none + possible.conflict + members;
}

} // namespace

Search::Search(World& world, std::size_t decision) : world_(world), decision_(decision) {}

bool Search::spend() {
    if (budget_-- > 0) return true;
    bound_ = true;
    return false;
}

Possible Search::decide() {
    world_.forget();
    return world_.decide(decision_);
}

/// Of a set one member at a time: whether it is in. Or none of them: whether there is a set at all.
Possible Search::look(const Possible& all, int member) const {
    if (member == whole || member == two || (!all.set && all.values.empty())) return all;
    Possible out;
    out.none = all.none;
    out.conflict = all.conflict;
    if (member == any) {
        out.add(1);
        return out;
    }
    if ((all.maybe >> member & 1) != 0) out.add(1);
    if ((all.in >> member & 1) == 0) out.add(0);
    return out;
}

/// Whether nothing of this atom is left to choose.
bool Search::taken(const Atom& atom) const {
    if (std::find(narrowed_.begin(), narrowed_.end(), &atom) == narrowed_.end()) return false;
    return !atom.computed || world_.range(atom).low == world_.range(atom).high;
}

const Atom* Search::blamed() const {
    const auto blame = world_.blame(decision_);
    if (!blame) return nullptr;
    for (const auto& atom : world_.book().decisions[decision_].atoms)
        if (atom.is(blame->slot, blame->member) && !taken(atom)) return &atom;
    return nullptr;
}

/// The classes of an atom; of one that is computed with, and is narrowed already, two halves.
std::vector<Interval> Search::ways(const Atom& atom) const {
    if (!atom.computed || std::count(narrowed_.begin(), narrowed_.end(), &atom) < 2)
        return atom.classes;
    const auto [low, high] = world_.range(atom);
    const auto middle = low + (high - low) / 2;
    return {{low, middle}, {middle + 1, high}};
}

void Search::explore(Possible& seen, int member) {
    const Possible here = look(decide(), member);
    if (here.within(seen)) return;
    if (here.single()) {
        seen.add(here);
        return;
    }
    const Atom* atom = spend() ? blamed() : nullptr;
    if (atom == nullptr) { // out of budget, or a range that arithmetic cannot take apart
        bound_ = true;
        seen.add(here);
        return;
    }
    narrowed_.push_back(atom);
    for (const auto& to : ways(*atom)) {
        const auto before = world_.narrow(*atom, to);
        explore(seen, member);
        world_.restore(*atom, before);
        if (enough(seen, member)) break;
    }
    narrowed_.pop_back();
}

Possible Search::find(int member) {
    budget_ = nodes;
    Possible seen;
    explore(seen, member);
    return seen;
}

Possible Search::outcomes() {
    const Possible all = decide();
    if (all.single()) return all;
    if (!all.set) {
        Possible seen = find(all.range ? two : whole);
        if (seen.single() || !all.range) return seen;
        Possible bounds = all;
        if (all.none || all.conflict) {
            const Possible without = find(any);
            bounds.none = without.none;
            bounds.conflict = without.conflict;
        }
        if (seen.values.size() < 2) { // one number, or no outcome
            bounds.values = seen.values;
            bounds.range = false;
        }
        return bounds;
    }
    Possible out;
    out.set = true;
    if (all.none || all.conflict) {
        const Possible seen = find(any);
        out.none = seen.none;
        out.conflict = seen.conflict;
        out.set = !seen.values.empty();
        if (!out.set) return out;
    }
    out.in = all.in;
    out.maybe = all.in;
    for (int member = 0; member < 64; ++member) {
        const auto bit = std::uint64_t{1} << member;
        if (((all.maybe & ~all.in) & bit) == 0) continue;
        const Possible seen = find(member);
        if (std::binary_search(seen.values.begin(), seen.values.end(), 1)) out.maybe |= bit;
        if (!std::binary_search(seen.values.begin(), seen.values.end(), 0)) out.in |= bit;
    }
    return out;
}

/// Depth first, and where one comes furthest first; what cannot come further is left.
void Search::reach(std::optional<std::int64_t>& seen, bool up) {
    struct Way {
        Interval to;
        std::int64_t end;
    };
    const auto end_of = [&](const Possible& here) {
        return up ? here.hull().high : -here.hull().low;
    };
    const Possible here = decide();
    if (here.values.empty() || (seen && end_of(here) <= *seen)) return;
    const Atom* atom = here.single() ? nullptr : spend() ? blamed() : nullptr;
    if (atom == nullptr) { // one number, or what cannot be taken apart
        seen = end_of(here);
        return;
    }
    std::vector<Way> all;
    for (const auto& to : ways(*atom)) {
        const auto before = world_.narrow(*atom, to);
        const Possible there = decide();
        world_.restore(*atom, before);
        if (!there.values.empty()) all.push_back({to, end_of(there)});
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Way& a, const Way& b) { return a.end > b.end; });
    narrowed_.push_back(atom);
    for (const auto& way : all) {
        const auto before = world_.narrow(*atom, way.to);
        reach(seen, up);
        world_.restore(*atom, before);
    }
    narrowed_.pop_back();
}

Possible Search::ends(const Possible& bounds) {
    if (!bounds.range) return bounds;
    Possible out = bounds;
    std::optional<std::int64_t> least, most;
    const bool before = bound_; // wide bounds are no reason to doubt the rest
    budget_ = nodes_for_ends;
    reach(least, false);
    budget_ = nodes_for_ends;
    reach(most, true);
    bound_ = before;
    if (least && most && *most != -*least) out.values = {-*least, *most};
    return out;
}

/// Whether some completion of the others lets two classes of this atom differ.
bool Search::changes(const Atom& atom) {
    Possible joined;
    std::vector<Possible> each;
    const Atom* next = nullptr;
    for (const auto& to : atom.classes) {
        const auto before = world_.narrow(atom, to);
        each.push_back(decide());
        if (next == nullptr) next = blamed();
        world_.restore(atom, before);
        joined.add(each.back());
    }
    for (const auto& other : each)
        if (each.front().apart(other)) return true;
    if (joined.single()) return false;
    if (!spend() || next == nullptr) {
        bound_ = bound_ || next == nullptr;
        return true; // not shown to be without effect: better asked once too often
    }
    if (next == &atom) { // nothing but its own values is left to choose
        Possible seen;
        explore(seen, two);
        return !seen.single();
    }
    narrowed_.push_back(next);
    bool found = false;
    for (const auto& to : ways(*next)) {
        const auto before = world_.narrow(*next, to);
        found = changes(atom);
        world_.restore(*next, before);
        if (found) break;
    }
    narrowed_.pop_back();
    return found;
}

std::vector<Search::Matter> Search::matters() {
    std::vector<Matter> out;
    for (const auto& atom : world_.book().decisions[decision_].atoms) {
        if (!world_.open(atom)) continue;
        budget_ = nodes;
        narrowed_ = {&atom};
        if (!changes(atom)) continue;
        Matter matter{&atom};
        for (const auto& to : atom.classes) {
            const auto before = world_.narrow(atom, to);
            const Possible left = outcomes();
            world_.restore(atom, before);
            matter.deciding += left.single();
            matter.remaining += size_of(left);
        }
        out.push_back(matter);
    }
    narrowed_.clear();
    std::stable_sort(out.begin(), out.end(), [](const Matter& a, const Matter& b) {
        const auto share_a = a.deciding * b.atom->classes.size();
        const auto share_b = b.deciding * a.atom->classes.size();
        return share_a != share_b ? share_a > share_b : a.remaining < b.remaining;
    });
    return out;
}

} // namespace meldroute::inline v0
