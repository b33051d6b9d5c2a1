// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/search.hpp"

#include <algorithm>
#include <bit>

namespace meldroute::inline v0 {
namespace {

constexpr long nodes = 20000;

/// What is looked at of an outcome, beside one member of a set.
constexpr int whole = -1, any = -2;

/// Numbers: two are enough to know that it is open. Words: all of them are wanted.
bool enough(const Possible& seen, const Type& type) {
    return type.numeric() && seen.values.size() + seen.none + seen.conflict > 1;
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
    if (member == whole || !all.set) return all;
    Possible out = all;
    out.set = false;
    out.in = out.maybe = 0;
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
        if (enough(seen, world_.book().decisions[decision_].type)) break;
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
        Possible seen = find(whole);
        if (seen.single() || !world_.book().decisions[decision_].type.numeric()) return seen;
        Possible bounds = all;
        bounds.none = seen.none || all.none;
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
        explore(seen, -1);
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
