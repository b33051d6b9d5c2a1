// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "proofs/cover.hpp"

#include "proofs/sat.hpp"
#include "rules/intervals.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// Splitting gives up after so many nodes; the solver after so many conflicts.
constexpr long nodes = 20000, conflicts = 100000;
/// How many points are tried that turn out to be no situation.
constexpr long most_leaves = 500;

std::uint64_t mixed(std::uint64_t h, std::uint64_t word) {
    h = (h ^ word) * 0x9E3779B97F4A7C15ULL;
    return h ^ (h >> 31);
}

/// Two independent 64-bit sums: what is left to do at a node.
std::pair<std::uint64_t, std::uint64_t> key_of(const Bits& alive,
                                               const std::vector<std::size_t>& open) {
    std::uint64_t a = 1, b = 0x8764000B;
    for (const auto word : alive.words()) {
        a = mixed(a, word);
        b = mixed(b + word, 0xC2B2AE3D27D4EB4FULL);
    }
    for (const auto dimension : open) {
        a = mixed(a, dimension);
        b = mixed(b + dimension, 0xC2B2AE3D27D4EB4FULL);
    }
    return {a, b};
}

} // namespace

/// The rows of which some class that is allowed lies outside.
Bits Cover::open_rows(std::size_t dimension, const Bits& alive) const {
    const auto& of = space_.dimensions[dimension];
    const Bits* allowed = box_->find(dimension);
    Bits always = alive;
    for (std::size_t c = 0; c < of.classes.size(); ++c)
        if (allowed == nullptr || allowed->test(c)) always &= of.rows[c];
    Bits out = alive;
    return out.remove(always);
}

Cover::Answer Cover::find(const Box& box, const Bits& rows) {
    box_ = &box;
    point_.assign(space_.dimensions.size(), -1);
    Bits alive = rows;
    for (const auto& [dimension, allowed] : box.sides) {
        Bits meeting(space_.rows.size());
        allowed.each([&](std::size_t c) { meeting |= space_.dimensions[dimension].rows[c]; });
        alive &= meeting;
        if (allowed.none()) return Answer::covered; // an empty box
    }
    std::vector<std::size_t> open;
    cares_.clear();
    for (std::size_t d = 0; d < space_.dimensions.size(); ++d) {
        cares_.push_back(open_rows(d, alive));
        if (!cares_.back().none()) open.push_back(d);
    }
    done_.clear();
    budget_ = nodes;
    leaves_ = most_leaves;
    exhausted_ = unsure_ = false;
    if (split(alive, open)) return Answer::found;
    if (exhausted_) return leaves_ > 0 ? solve(alive) : Answer::unsure;
    return unsure_ ? Answer::unsure : Answer::covered;
}

bool Cover::split(const Bits& alive, std::vector<std::size_t> open) {
    if (alive.none()) return leaf();
    if (exhausted_ || budget_-- <= 0) {
        exhausted_ = true;
        return false;
    }
    Bits pending(space_.rows.size());
    std::size_t best = 0, most = 0;
    std::erase_if(open, [&](std::size_t d) { return !alive.meets(cares_[d]); });
    for (const auto d : open) {
        pending |= cares_[d];
        const auto count = alive.count_with(cares_[d]);
        if (count > most) best = d, most = count;
    }
    if (!alive.within(pending)) return false; // a row that holds here, whatever else
    const auto key = key_of(alive, open);
    if (!space_.derived && done_.contains(key)) return false;
    std::erase(open, best);
    if (try_classes(alive, best, open)) return true;
    if (!space_.derived) done_.insert(key);
    return false;
}

/// Those that leave fewest rows first; two that leave the same rows are tried once.
bool Cover::try_classes(const Bits& alive, std::size_t dimension,
                        const std::vector<std::size_t>& open) {
    const auto& of = space_.dimensions[dimension];
    const Bits* allowed = box_->find(dimension);
    std::vector<std::pair<Bits, int>> next;
    for (std::size_t c = 0; c < of.classes.size(); ++c)
        if (allowed == nullptr || allowed->test(c)) next.emplace_back(alive & of.rows[c], int(c));
    std::stable_sort(next.begin(), next.end(), [](const auto& a, const auto& b) {
        return a.first.count() < b.first.count();
    });
    std::vector<const Bits*> tried;
    for (const auto& [left, c] : next) {
        const auto same = [&left = left](const Bits* other) { return *other == left; };
        if (!space_.derived && std::any_of(tried.begin(), tried.end(), same)) continue;
        tried.push_back(&left);
        point_[dimension] = c;
        if (split(left, open)) return true;
    }
    point_[dimension] = -1;
    return false;
}

/// No row is left. Where other decisions are read: whether any facts make it so.
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
            joined.values.insert(joined.values.end(), values.begin(), values.end());
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

/// One truth for each class and each cell; a row is a clause: one of its cells fails.
Cover::Answer Cover::solve(const Bits& alive) {
    Sat sat;
    std::vector<std::vector<std::uint32_t>> truths;
    std::vector<std::map<Bits, std::uint32_t>> cells(space_.dimensions.size());
    for (std::size_t d = 0; d < space_.dimensions.size(); ++d) {
        const auto& classes = space_.dimensions[d].classes;
        std::vector<Sat::Literal> one;
        truths.emplace_back();
        for (std::size_t c = 0; c < classes.size(); ++c) {
            truths[d].push_back(sat.variable());
            one.push_back(Sat::yes(truths[d][c]));
            const Bits* allowed = box_->find(d);
            if (allowed != nullptr && !allowed->test(c)) sat.clause({Sat::no(truths[d][c])});
            for (std::size_t other = 0; other < c; ++other)
                sat.clause({Sat::no(truths[d][c]), Sat::no(truths[d][other])});
        }
        sat.clause(std::move(one));
    }
    alive.each([&](std::size_t row) {
        std::vector<Sat::Literal> fails;
        for (const auto& [d, allowed] : space_.rows[row].sides) {
            const auto [at, fresh] = cells[d].try_emplace(allowed, 0);
            if (fresh) {
                at->second = sat.variable();
                for (std::size_t c = 0; c < truths[d].size(); ++c)
                    if (allowed.test(c)) sat.clause({Sat::no(truths[d][c]), Sat::yes(at->second)});
            }
            fails.push_back(Sat::no(at->second));
        }
        sat.clause(std::move(fails));
    });
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
