// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "proofs/cover.hpp"

#include "proofs/sat.hpp"
#include "rules/intervals.hpp"

#include <algorithm>
#include <tuple>

namespace meldroute::inline v0 {
namespace {

/// Splitting gives up after so many nodes, sooner where the solver can go on as well; the solver
/// after so many conflicts.
constexpr long nodes = 20000, conflicts = 100000;
/// How many points are tried that turn out to be no situation.
constexpr long most_leaves = 500;

std::uint64_t mixed(std::uint64_t h, std::uint64_t word) {
    h = (h ^ word) * 0x9E3779B97F4A7C15ULL;
    return h ^ (h >> 31);
}

/// Two independent 64-bit sums: what is left to do at a node.
template <class Dimensions>
std::pair<std::uint64_t, std::uint64_t> key_of(const Bits& alive, const Dimensions& open) {
    std::uint64_t a = 1, b = 0x8764000B;
    for (const auto word : alive.words()) {
        a = mixed(a, word);
        b = mixed(b + word, 0xC2B2AE3D27D4EB4FULL);
    }
    for (const auto* one : open) {
        a = mixed(a, one->dimension);
        b = mixed(b + one->dimension, 0xC2B2AE3D27D4EB4FULL);
    }
    return {a, b};
}

} // namespace

/// Only rows that meet the box matter; numbering them anew keeps the bits few. False: an empty box.
bool Cover::narrow(const Goal& goal) {
    Bits alive = goal.without | goal.same | goal.other;
    for (const auto& [dimension, allowed] : box_->sides) {
        Bits meeting(space_.rows.size());
        allowed.each(
            [&, at = dimension](std::size_t c) { meeting |= space_.dimensions[at].rows[c]; });
        alive &= meeting;
        if (allowed.none()) return false;
    }
    rows_.clear();
    alive.each([&](std::size_t row) { rows_.push_back(row); });
    goal_ = {Bits(rows_.size()), Bits(rows_.size()), Bits(rows_.size()), goal.if_none};
    for (std::size_t k = 0; k < rows_.size(); ++k)
        (goal.without.test(rows_[k]) ? goal_.without
         : goal.same.test(rows_[k])  ? goal_.same
                                     : goal_.other)
            .set(k);
    open_.clear();
    for (std::size_t d = 0; d < space_.dimensions.size(); ++d) open(d);
    return true;
}

void Cover::open(std::size_t dimension) {
    const auto& of = space_.dimensions[dimension];
    const Bits* allowed = box_->find(dimension);
    Open out{dimension, {}, Bits(rows_.size())};
    for (std::size_t c = 0; c < of.classes.size(); ++c) {
        if (allowed != nullptr && !allowed->test(c)) continue;
        Bits left(rows_.size());
        for (std::size_t k = 0; k < rows_.size(); ++k)
            of.rows[c].test(rows_[k]) ? left.set(k) : out.cares.set(k);
        out.classes.emplace_back(int(c), std::move(left));
    }
    if (!out.cares.none()) open_.push_back(std::move(out));
}

Cover::Answer Cover::find(const Box& box, const Bits& rows) {
    return find(box, {rows, Bits(rows.size()), Bits(rows.size()), true});
}

Cover::Answer Cover::find(const Box& box, const Goal& goal) {
    box_ = &box;
    point_.assign(space_.dimensions.size(), -1);
    if (!narrow(goal)) return Answer::covered;
    std::vector<const Open*> open;
    for (const auto& one : open_) open.push_back(&one);
    done_.clear();
    budget_ = space_.derived ? nodes : nodes / 10;
    leaves_ = most_leaves;
    exhausted_ = unsure_ = false;
    if (split(Bits::all(rows_.size()), std::move(open))) return Answer::found;
    if (exhausted_) return leaves_ > 0 ? solve() : Answer::unsure;
    return unsure_ ? Answer::unsure : Answer::covered;
}

/// Whether the goal is met wherever this node leads, or nowhere. What comes after a row that holds
/// for certain no longer lives.
Cover::Seen Cover::see(Bits& alive, const Bits& pending) const {
    const auto certain = [&](std::size_t k) { return !pending.test(k); };
    bool other = false, shut = false, open = false, first = true;
    alive.each([&](std::size_t k) {
        if (goal_.without.test(k)) {
            shut = shut || certain(k);
            open = true;
        }
    });
    if (shut) return Seen::never;
    bool ended = false, surely = false;
    alive.each([&](std::size_t k) {
        if (goal_.without.test(k)) return;
        if (ended) return alive.reset(k);
        other = other || goal_.other.test(k);
        ended = certain(k);
        surely = surely || (first && ended && goal_.other.test(k));
        first = false;
    });
    if (!other && (ended || !goal_.if_none)) return Seen::never;
    surely = surely || (first && goal_.if_none);
    return surely && !open ? Seen::always : Seen::maybe;
}

bool Cover::split(Bits alive, std::vector<const Open*> open) {
    Bits pending(rows_.size());
    std::erase_if(open, [&](const Open* one) { return !alive.meets(one->cares); });
    for (const auto* one : open) pending |= one->cares;
    const auto seen = see(alive, pending);
    if (seen == Seen::always) return leaf();
    if (seen == Seen::never) return false;
    if (exhausted_ || budget_-- <= 0) {
        exhausted_ = true;
        return false;
    }
    const auto key = key_of(alive, open);
    if (!space_.derived && done_.contains(key)) return false;
    const Open& best = widest(alive, open);
    std::erase(open, &best);
    if (try_classes(alive, best, open)) return true;
    if (!space_.derived) done_.insert(key);
    return false;
}

/// The dimension that most rows care about which have to fail; where none has to, that any does.
const Cover::Open& Cover::widest(const Bits& alive, const std::vector<const Open*>& open) const {
    Bits bad = alive;
    bad.remove(goal_.other);
    const Bits& counted = bad.none() ? alive : bad;
    const Open* best = open.front();
    std::size_t most = 0;
    for (const auto* one : open) {
        const auto count = counted.count_with(one->cares);
        if (count > most) best = one, most = count;
    }
    return *best;
}

/// Those that leave fewest rows first; two that leave the same rows are tried once.
bool Cover::try_classes(const Bits& alive, const Open& at, const std::vector<const Open*>& open) {
    std::vector<std::tuple<std::size_t, int, Bits>> next;
    for (const auto& [c, allows] : at.classes) {
        Bits left = alive & allows;
        auto bad = left;
        const auto count = bad.remove(goal_.other).count();
        next.emplace_back(count, c, std::move(left));
    }
    std::stable_sort(next.begin(), next.end(),
                     [](const auto& a, const auto& b) { return std::get<0>(a) < std::get<0>(b); });
    std::vector<const Bits*> tried;
    for (const auto& [count, c, left] : next) {
        const auto same = [&left = left](const Bits* other) { return *other == left; };
        if (!space_.derived && std::any_of(tried.begin(), tried.end(), same)) continue;
        tried.push_back(&left);
        point_[at.dimension] = c;
        if (split(left, open)) return true;
    }
    point_[at.dimension] = -1;
    return false;
}

/// The goal is met. Where other decisions are read: whether any facts make it so.
bool Cover::leaf() {
    if (!space_.derived || realiser_ == nullptr) return true;
    if (leaves_-- <= 0) {
        exhausted_ = unsure_ = true;
        return false;
    }
    if (realiser_->find(demands())) return true;
    unsure_ = unsure_ || realiser_->bound();
    return false;
}

std::vector<Demand> Cover::demands() const {
    std::vector<Demand> out;
    for (std::size_t d = 0; d < space_.dimensions.size(); ++d) {
        const auto& of = space_.dimensions[d];
        const Bits* allowed = box_->find(d);
        if (point_[d] < 0 && allowed == nullptr) continue;
        Class joined;
        for (std::size_t c = 0; c < of.classes.size(); ++c) {
            if (point_[d] >= 0 ? int(c) != point_[d] : !allowed->test(c)) continue;
            const auto& values = of.classes[c].values;
            joined.values.add(values);
            joined.none = joined.none || of.classes[c].none;
        }
        joined.values = tidy(std::move(joined.values));
        out.push_back({of.variable, std::move(joined)});
    }
    return out;
}

Facts Cover::facts() {
    return *realiser_->find(demands());
}

/// One truth for each class of each dimension, of which one is true.
std::vector<std::vector<std::uint32_t>> Cover::points(Sat& sat) const {
    std::vector<std::vector<std::uint32_t>> truths;
    for (std::size_t d = 0; d < space_.dimensions.size(); ++d) {
        const auto& classes = space_.dimensions[d].classes;
        const Bits* allowed = box_->find(d);
        std::vector<Sat::Literal> one;
        truths.emplace_back();
        for (std::size_t c = 0; c < classes.size(); ++c) {
            truths[d].push_back(sat.variable());
            one.push_back(Sat::yes(truths[d][c]));
            if (allowed != nullptr && !allowed->test(c)) sat.clause({Sat::no(truths[d][c])});
            for (std::size_t before = 0; before < c; ++before)
                sat.clause({Sat::no(truths[d][c]), Sat::no(truths[d][before])});
        }
        sat.clause(std::move(one));
    }
    return truths;
}

/// One truth for each cell, true where it holds. A row that has to fail is a clause: one of its
/// cells does. One of `same` may hold after another; `before` is true only where one of `other`
/// held so far, and then all its cells do.
void Cover::clauses(Sat& sat, const std::vector<std::vector<std::uint32_t>>& truths) const {
    std::vector<std::map<Bits, std::uint32_t>> cells(space_.dimensions.size());
    const auto cell = [&](std::size_t d, const Bits& allowed) {
        const auto [at, fresh] = cells[d].try_emplace(allowed, 0);
        if (!fresh) return at->second;
        at->second = sat.variable();
        for (std::size_t c = 0; c < truths[d].size(); ++c)
            sat.clause({Sat::no(truths[d][c]),
                        allowed.test(c) ? Sat::yes(at->second) : Sat::no(at->second)});
        return at->second;
    };
    auto before = sat.variable();
    sat.clause({Sat::no(before)});
    for (std::size_t k = 0; k < rows_.size(); ++k) {
        const auto& sides = space_.rows[rows_[k]].sides;
        if (goal_.other.test(k)) {
            const auto holds = sat.variable(), after = sat.variable();
            for (const auto& [d, allowed] : sides)
                sat.clause({Sat::no(holds), Sat::yes(cell(d, allowed))});
            sat.clause({Sat::no(after), Sat::yes(before), Sat::yes(holds)});
            before = after;
            continue;
        }
        std::vector<Sat::Literal> fails;
        for (const auto& [d, allowed] : sides) fails.push_back(Sat::no(cell(d, allowed)));
        if (goal_.same.test(k)) fails.push_back(Sat::yes(before));
        sat.clause(std::move(fails));
    }
    if (!goal_.if_none) sat.clause({Sat::yes(before)});
}

Cover::Answer Cover::solve() {
    Sat sat;
    const auto truths = points(sat);
    clauses(sat, truths);
    return solve(sat, truths);
}

/// Points that no facts can bring about are ruled out one by one.
Cover::Answer Cover::solve(Sat& sat, const std::vector<std::vector<std::uint32_t>>& truths) {
    unsure_ = false;
    while (true) {
        const auto answer = sat.solve(conflicts);
        if (!answer) return Answer::unsure;
        if (!*answer) return unsure_ ? Answer::unsure : Answer::covered;
        std::vector<Sat::Literal> other;
        for (std::size_t d = 0; d < truths.size(); ++d)
            for (std::size_t c = 0; c < truths[d].size(); ++c)
                if (sat.value(truths[d][c])) {
                    point_[d] = int(c);
                    other.push_back(Sat::no(truths[d][c]));
                }
        if (leaf()) return Answer::found;
        if (leaves_ <= 0) return Answer::unsure;
        sat.clause(std::move(other));
    }
}

} // namespace meldroute::inline v0
