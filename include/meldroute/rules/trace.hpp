// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a decision said, and what became of each of its rows, kept in bits and told when asked: most
// reasons are never read, and making all of them costs many times the decision. Where the answer
// was found without looking at every row, the rest is looked at when somebody asks for it.

#pragma once

#include <meldroute/facts/situation.hpp>
#include <meldroute/rules/ruling.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace meldroute::inline v0 {

struct Decision;
struct Input;
class Index;

/// What a decision says, and nothing else.
struct Outcome {
    Ruling::State state = Ruling::State::open;
    std::int64_t value = 0; ///< when decided: in units of the outcome's type; of a set its bits

    bool operator==(const Outcome&) const = default;
};

/// Which rows a lane allows: for certain, and perhaps.
struct LaneRows {
    const std::uint64_t *certain, *possible;
};

/// Made by Decisions::trace; the decisions must outlive it, the situation need not: what it still
/// has to look at it keeps itself. Used again, it asks for no new memory. What rows are asked of it
/// may be looked up only then, so two threads do not ask the same trace at once.
class Trace {
public:
    Trace() = default;
    Trace(Trace&&) noexcept =
        default; // a copy would point into the memory of what it was copied from
    Trace& operator=(Trace&&) noexcept = default;

    const Outcome& outcome() const { return outcome_; }
    /// How many rows the table has; 0 of an expression.
    std::size_t size() const;
    /// The places of the rows that hold, from 0, as they stand in the table; until this trace is
    /// moved, used or asked for them again.
    std::span<const std::uint32_t> hits();
    RowState state(std::size_t row);
    /// With the cell on which the row fails, or those that wait for what is not known.
    RowTrace row(std::size_t row);

private:
    friend class Decisions;
    friend class Tracing;

    using Word = std::uint64_t;
    struct Holds {
        bool certain = true, possible = true;
    };
    Holds reads(const Input& input, std::size_t place) const;
    void look();

    const Decision* decision_ = nullptr;
    const Index* index_ = nullptr; ///< null where rows were told at once
    Outcome outcome_;
    bool unseen_ = false;                ///< what lanes allow is still to be looked up by `facts_`
    std::vector<Situation::Bare> facts_; ///< those that the decision reads, as they were
    std::vector<LaneRows> lanes_;
    std::vector<Word> merged_;         ///< what lanes of sets point to
    std::vector<Word> certain_;        ///< the rows that hold, as far as was looked
    std::uint32_t first_ = UINT32_MAX; ///< of `first`: the row that settles it
    std::vector<std::uint32_t> hits_;
    std::vector<RowTrace> told_;
};

} // namespace meldroute::inline v0
