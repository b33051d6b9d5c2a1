// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/least_search.hpp"

#include "rules/intervals.hpp"

#include <algorithm>
#include <numeric>
#include <set>

namespace meldroute::inline v0 {
namespace {

/// In evaluations of the decision, never in time: the same answer on every machine.
constexpr long evaluations = 20000;

/// Two values that arithmetic reads are never of one class; so many are tried one by one.
constexpr std::int64_t few_values = 300;

bool has_order(Kind kind) {
    return kind == Kind::integer || kind == Kind::number || kind == Kind::date ||
           kind == Kind::moment || kind == Kind::duration;
}

std::uint64_t distance(std::int64_t a, std::int64_t b) {
    return a < b ? std::uint64_t(b) - std::uint64_t(a) : std::uint64_t(a) - std::uint64_t(b);
}

/// Of each segment the value that is nearest; of a type without order, the first as declared.
std::vector<std::int64_t> candidates(const std::vector<Interval>& segments, std::int64_t value,
                                     bool ordered) {
    std::vector<std::int64_t> out;
    for (const auto& [low, high] : segments)
        if (value < low || high < value)
            out.push_back(ordered && high < value ? high : low);
        else if (!ordered)
            out.push_back(low);
    if (ordered)
        std::stable_sort(out.begin(), out.end(), [&](std::int64_t a, std::int64_t b) {
            return distance(a, value) < distance(b, value);
        });
    return out;
}

std::size_t ranks(const LeastSearch::Steps& steps) {
    return std::accumulate(steps.begin(), steps.end(), std::size_t{0},
                           [](std::size_t sum, const auto& step) { return sum + step.rank; });
}

bool nearer(const LeastSearch::Steps& a, const LeastSearch::Steps& b) {
    if (ranks(a) != ranks(b)) return ranks(a) < ranks(b);
    return std::lexicographical_compare(
        a.begin(), a.end(), b.begin(), b.end(), [](const auto& one, const auto& other) {
            return std::pair(one.atom, one.rank) < std::pair(other.atom, other.rank);
        });
}

} // namespace

LeastSearch::LeastSearch(World& world, const Situation& situation, std::size_t decision, Goal goal)
    : world_(world), decision_(decision), goal_(std::move(goal)), budget_(evaluations) {
    const Decision& decided = world.book().decisions[decision];
    const auto looks = looks_of(world.book(), {&decided});
    // How many records a list has is not changed, nor a set within a record.
    const auto can_change = [&](const Atom& atom) {
        const Fact& fact = (*world.book().vocabulary)[atom.slot];
        return fact.type.kind != Kind::list && !(fact.list && atom.member >= 0);
    };
    for (const auto& atom : decided.atoms)
        if (!world.open(atom) && can_change(atom))
            known_.push_back(known(atom, situation, looks[atom.slot]));
}

LeastSearch::Known LeastSearch::known(const Atom& atom, const Situation& situation,
                                      const Looks& looks) const {
    if (atom.member >= 0) {
        const auto value = std::int64_t(situation[atom.slot].seen >> atom.member & 1);
        return {&atom, value, {1 - value}, false};
    }
    const auto value = world_.held(atom).low;
    const Kind kind = (*world_.book().vocabulary)[atom.slot].type.kind;
    const Interval domain = world_.book().domain({false, atom.slot});
    Known out{&atom, value, {}, false};
    if (looks.whole && distance(domain.low, domain.high) >= std::uint64_t(few_values)) {
        out.wide = true;
        return out;
    }
    std::vector<Interval> segments = looks.segments(domain);
    if (looks.whole) {
        segments.clear();
        for (auto one = domain.low; one <= domain.high; ++one) segments.push_back({one, one});
    }
    std::set<std::vector<bool>> seen{looks.signature(value)};
    for (const auto to : candidates(segments, value, has_order(kind)))
        if (looks.whole ? to != value : seen.insert(looks.signature(to)).second)
            out.tries.push_back(to);
    return out;
}

std::vector<LeastSearch::Steps> LeastSearch::find(int most) {
    for (int size = 1; size <= most && found_.empty(); ++size) explore(size);
    std::vector<Steps> out;
    for (auto& [atoms, steps] : found_) out.push_back(std::move(steps));
    std::sort(out.begin(), out.end(), nearer);
    return out;
}

bool LeastSearch::spend() {
    if (budget_ > 0) return --budget_, true;
    complete_ = false;
    return false;
}

bool LeastSearch::changed(std::size_t atom) const {
    return std::any_of(steps_.begin(), steps_.end(),
                       [&](const Step& step) { return step.atom == atom; });
}

void LeastSearch::explore(int left) {
    for (const auto atom : certificate()) {
        const Known& one = known_[atom];
        if (one.wide) {
            if (left == 1)
                try_wide(atom);
            else
                complete_ = false;
        }
        for (std::size_t rank = 0; rank < one.tries.size(); ++rank)
            try_one(atom, one.tries[rank], rank, left);
    }
}

void LeastSearch::try_one(std::size_t atom, std::int64_t to, std::size_t rank, int left) {
    if (!spend()) return;
    const Atom& changing = *known_[atom].atom;
    const auto before = world_.assume(changing, {to, to});
    steps_.push_back({atom, to, rank});
    if (left > 1)
        explore(left - 1);
    else if (goal_.in_sight(world_.decide(decision_)) &&
             goal_.met(Search(world_, decision_).outcomes()))
        keep();
    steps_.pop_back();
    world_.restore(changing, before);
}

void LeastSearch::try_wide(std::size_t atom) {
    const Atom& changing = *known_[atom].atom;
    const Interval domain = world_.book().domain({false, changing.slot});
    const auto value = known_[atom].value;
    std::optional<std::int64_t> below, above;
    if (value > domain.low) below = nearest(changing, {domain.low, value - 1}, false);
    if (value < domain.high) above = nearest(changing, {value + 1, domain.high}, true);
    if (!below && !above) return;
    const bool up = !below || (above && distance(*above, value) < distance(*below, value));
    steps_.push_back({atom, up ? *above : *below, 0});
    keep();
    steps_.pop_back();
}

/// Halves the range as long as the goal may lie in it, the nearer half first.
std::optional<std::int64_t> LeastSearch::nearest(const Atom& atom, Interval range, bool upward) {
    if (!spend()) return {};
    const auto before = world_.assume(atom, range);
    const bool in_sight = goal_.in_sight(world_.decide(decision_));
    const bool met =
        in_sight && range.low == range.high && goal_.met(Search(world_, decision_).outcomes());
    world_.restore(atom, before);
    if (!in_sight || range.low == range.high) return met ? std::optional(range.low) : std::nullopt;
    const auto middle = std::midpoint(range.low, range.high);
    const Interval low{range.low, middle}, high{middle + 1, range.high};
    const auto first = nearest(atom, upward ? low : high, upward);
    return first ? first : nearest(atom, upward ? high : low, upward);
}

/// The atoms that keep the goal out of sight; all of them when it is in sight already.
std::vector<std::size_t> LeastSearch::certificate() {
    std::vector<std::size_t> all, needed;
    std::vector<std::pair<const Atom*, World::Before>> freed;
    for (std::size_t i = 0; i < known_.size(); ++i)
        if (!changed(i)) all.push_back(i);
    if (goal_.in_sight(world_.decide(decision_))) return all;
    for (const auto i : all) {
        if (!spend()) break;
        const Atom& atom = *known_[i].atom;
        const Interval whole =
            atom.member < 0 ? world_.book().domain({false, atom.slot}) : Interval{0, 1};
        const auto before = world_.assume(atom, whole);
        if (goal_.in_sight(world_.decide(decision_))) {
            world_.restore(atom, before);
            needed.push_back(i);
        } else {
            freed.emplace_back(&atom, before);
        }
    }
    while (!freed.empty()) {
        world_.restore(*freed.back().first, freed.back().second);
        freed.pop_back();
    }
    return complete_ ? needed : all;
}

void LeastSearch::keep() {
    Steps steps = steps_;
    std::sort(steps.begin(), steps.end(),
              [](const Step& a, const Step& b) { return a.atom < b.atom; });
    std::vector<std::size_t> atoms;
    for (const auto& step : steps) atoms.push_back(step.atom);
    const auto [at, fresh] = found_.try_emplace(atoms, steps);
    if (!fresh && nearer(steps, at->second)) at->second = steps;
}

} // namespace meldroute::inline v0
