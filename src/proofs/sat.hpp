// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A small solver of clauses: conflict-driven learning, two watched literals, restarts by Luby. For
// tables whose rows overlap so much that splitting gets nowhere. The budget is in conflicts, never
// in time.

#pragma once

#include <cstdint>
#include <optional>
#include <queue>
#include <vector>

namespace meldroute::inline v0 {

class Sat {
public:
    /// Twice the variable, plus one when it is false.
    using Literal = std::uint32_t;
    static Literal yes(std::uint32_t variable) { return variable * 2; }
    static Literal no(std::uint32_t variable) { return variable * 2 + 1; }

    std::uint32_t variable();
    /// May be called between two calls of solve(). False when nothing can satisfy all any more.
    bool clause(std::vector<Literal> literals);

    /// Whether something satisfies all clauses; nullopt when the budget ran out.
    std::optional<bool> solve(long conflicts);
    /// After a solve() that gave yes.
    bool value(std::uint32_t variable) const { return values_[yes(variable)] > 0; }

private:
    using Clause = std::uint32_t; ///< an index
    static constexpr Clause none = ~Clause{0};

    void assign(Literal literal, Clause because);
    Clause propagate();
    bool visit(Clause clause, Literal literal);
    void watch(Clause clause);
    std::vector<Literal> learn(Clause conflict, std::size_t& level);
    void undo(std::size_t level);
    void bump(std::uint32_t variable);
    void queue(std::uint32_t variable);
    bool resolve(Clause conflict);
    bool decide();

    std::vector<std::vector<Literal>> clauses_;
    std::vector<std::vector<Clause>> watches_; ///< by literal that became false
    std::vector<std::int8_t> values_;          ///< by literal: 1 true, -1 false, 0 open
    std::vector<Clause> because_;
    std::vector<std::size_t> levels_;
    std::vector<bool> phase_, seen_, queued_;
    std::vector<std::uint64_t> activity_; ///< conflicts it took part in, halved now and then
    std::priority_queue<std::pair<std::uint64_t, std::uint32_t>> order_;
    std::vector<Literal> trail_;
    std::vector<std::size_t> marks_; ///< where each level begins on the trail
    std::size_t head_ = 0;
    std::uint64_t step_ = 1; ///< grows, so that the latest conflicts count most
    bool hopeless_ = false;
};

} // namespace meldroute::inline v0
