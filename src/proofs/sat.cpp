// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "proofs/sat.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

Sat::Literal opposite(Sat::Literal literal) {
    return literal ^ 1;
}

/// 1 1 2 1 1 2 4 …
long luby(long i) {
    long size = 1, power = 0;
    while (size < i + 1) size = 2 * size + 1, ++power;
    while (size - 1 != i) size = (size - 1) / 2, --power, i %= size;
    return 1L << power;
}

} // namespace

std::uint32_t Sat::variable() {
    const auto out = std::uint32_t(because_.size());
    because_.push_back(none);
    levels_.push_back(0);
    phase_.push_back(false);
    seen_.push_back(false);
    activity_.push_back(0);
    values_.resize(values_.size() + 2);
    watches_.resize(watches_.size() + 2);
    queued_.push_back(false);
    queue(out);
    return out;
}

bool Sat::clause(std::vector<Literal> literals) {
    undo(0);
    std::sort(literals.begin(), literals.end());
    literals.erase(std::unique(literals.begin(), literals.end()), literals.end());
    for (std::size_t i = 0; i + 1 < literals.size(); ++i)
        if (literals[i + 1] == opposite(literals[i])) return !hopeless_;
    std::vector<Literal> left;
    for (const auto literal : literals) {
        if (values_[literal] > 0) return !hopeless_;
        if (values_[literal] == 0) left.push_back(literal);
    }
    if (left.empty()) hopeless_ = true;
    if (left.size() == 1) {
        assign(left.front(), none);
        hopeless_ = hopeless_ || propagate() != none;
    }
    if (left.size() > 1) {
        clauses_.push_back(std::move(left));
        watch(Clause(clauses_.size() - 1));
    }
    return !hopeless_;
}

void Sat::watch(Clause clause) {
    watches_[opposite(clauses_[clause][0])].push_back(clause);
    watches_[opposite(clauses_[clause][1])].push_back(clause);
}

void Sat::assign(Literal literal, Clause because) {
    values_[literal] = 1;
    values_[opposite(literal)] = -1;
    because_[literal / 2] = because;
    levels_[literal / 2] = marks_.size();
    trail_.push_back(literal);
}

/// Finds this clause another literal to watch than the one that became false. True: it no longer
/// watches that one.
bool Sat::visit(Clause clause, Literal literal) {
    auto& literals = clauses_[clause];
    if (literals[0] == opposite(literal)) std::swap(literals[0], literals[1]);
    if (values_[literals[0]] > 0) return false;
    for (std::size_t i = 2; i < literals.size(); ++i) {
        if (values_[literals[i]] < 0) continue;
        std::swap(literals[1], literals[i]);
        watches_[opposite(literals[1])].push_back(clause);
        return true;
    }
    return false;
}

/// The clause that cannot hold any more, or none.
Sat::Clause Sat::propagate() {
    while (head_ < trail_.size()) {
        const auto literal = trail_[head_++];
        auto watching = std::move(watches_[literal]);
        watches_[literal].clear();
        for (std::size_t i = 0; i < watching.size(); ++i) {
            const auto clause = watching[i];
            if (visit(clause, literal)) continue;
            watches_[literal].push_back(clause);
            const auto first = clauses_[clause][0];
            if (values_[first] == 0) assign(first, clause);
            if (values_[first] >= 0) continue;
            watches_[literal].insert(watches_[literal].end(), watching.begin() + long(i) + 1,
                                     watching.end());
            return clause;
        }
    }
    return none;
}

void Sat::bump(std::uint32_t variable) {
    activity_[variable] += step_;
    if (activity_[variable] > std::uint64_t{1} << 60) {
        for (auto& one : activity_) one >>= 40;
        step_ = std::max(step_ >> 40, std::uint64_t{1});
        order_ = {};
        queued_.assign(queued_.size(), false);
        for (std::uint32_t v = 0; v < activity_.size(); ++v) queue(v);
    }
    queued_[variable] = false; // what stands there has the old activity
    queue(variable);
}

/// Each variable stands there once as it is now, so that the queue stays short.
void Sat::queue(std::uint32_t variable) {
    if (queued_[variable]) return;
    queued_[variable] = true;
    order_.emplace(activity_[variable], variable);
}

/// The first unique implication point; its literal goes first, one of the level below second.
std::vector<Sat::Literal> Sat::learn(Clause conflict, std::size_t& level) {
    std::vector<Literal> learned{0};
    std::size_t open = 0, at = trail_.size();
    Literal literal = 0;
    bool first = true;
    do {
        for (const auto other : clauses_[conflict]) {
            const auto variable = other / 2;
            if ((!first && other == literal) || seen_[variable] || levels_[variable] == 0) continue;
            seen_[variable] = true;
            bump(variable);
            if (levels_[variable] == marks_.size())
                ++open;
            else
                learned.push_back(other);
        }
        while (!seen_[trail_[at - 1] / 2]) --at;
        literal = trail_[--at];
        conflict = because_[literal / 2];
        seen_[literal / 2] = false;
        first = false;
    } while (--open > 0);
    learned[0] = opposite(literal);
    level = 0;
    for (std::size_t i = 1; i < learned.size(); ++i) {
        seen_[learned[i] / 2] = false;
        if (levels_[learned[i] / 2] <= level) continue;
        level = levels_[learned[i] / 2];
        std::swap(learned[1], learned[i]);
    }
    return learned;
}

void Sat::undo(std::size_t level) {
    if (marks_.size() <= level) return;
    while (trail_.size() > marks_[level]) {
        const auto literal = trail_.back();
        trail_.pop_back();
        phase_[literal / 2] = (literal & 1) == 0;
        values_[literal] = values_[opposite(literal)] = 0;
        queue(literal / 2);
    }
    marks_.resize(level);
    head_ = trail_.size();
}

/// Learns from a conflict and goes back; false when nothing is left to go back to.
bool Sat::resolve(Clause conflict) {
    if (marks_.empty()) return false;
    std::size_t level = 0;
    auto learned = learn(conflict, level);
    undo(level);
    const auto literal = learned.front();
    if (learned.size() == 1) {
        assign(literal, none);
    } else {
        clauses_.push_back(std::move(learned));
        watch(Clause(clauses_.size() - 1));
        assign(literal, Clause(clauses_.size() - 1));
    }
    step_ += step_ / 16 + 1;
    return true;
}

/// False when all is decided.
bool Sat::decide() {
    while (!order_.empty()) {
        const auto [activity, variable] = order_.top();
        order_.pop();
        if (activity != activity_[variable]) continue;
        queued_[variable] = false;
        if (values_[yes(variable)] != 0) continue;
        marks_.push_back(trail_.size());
        assign(phase_[variable] ? yes(variable) : no(variable), none);
        return true;
    }
    return false;
}

std::optional<bool> Sat::solve(long conflicts) {
    undo(0);
    long restarts = 0, until = 100;
    while (!hopeless_) {
        const auto conflict = propagate();
        if (conflict != none) {
            if (!resolve(conflict)) hopeless_ = true;
            if (--conflicts <= 0) return std::nullopt;
            --until;
        } else if (until <= 0) {
            undo(0);
            until = 100 * luby(++restarts);
        } else if (!decide()) {
            return true;
        }
    }
    return false;
}

} // namespace meldroute::inline v0
