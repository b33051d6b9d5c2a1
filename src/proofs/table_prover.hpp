// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is certain about one table.

#pragma once

#include "proofs/cover.hpp"

#include <meldroute/proofs/proofs.hpp>

namespace meldroute::inline v0 {

/// Whether removing a row, or a cell of it, would change any outcome.
enum class Differs : std::uint8_t { no, yes, unsure };

/// Questions about the rows of one table.
class Rows {
public:
    Rows(const Book& book, std::size_t decision);

    const Table& table() const { return table_; }
    const Space& space() const { return space_; }
    Realiser& realiser() { return realiser_; }

    /// Whether some situation in the box lies outside these rows.
    Differs outside(const Box& box, const Bits& rows);
    /// After a yes: facts of that situation, as they can be told.
    Json facts();

    /// Whether it makes a difference anywhere in the box whether row `i` holds.
    Differs differs(const Box& box, std::size_t i);

    template <class Test>
    Bits where(Test test) const {
        Bits out(table_.rows.size());
        for (std::size_t i = 0; i < table_.rows.size(); ++i)
            if (test(i)) out.set(i);
        return out;
    }
    Bits above(std::size_t i) const {
        return where([i](std::size_t k) { return k < i; });
    }

private:
    Differs found(const Box& box, const Cover::Goal& goal);
    bool same_as_else(std::size_t i) const;
    Differs first(const Box& box, std::size_t i);
    Differs added(const Box& box, std::size_t i, std::int64_t alone);
    Differs members(const Box& box, std::size_t i);
    Differs best(const Box& box, std::size_t i);
    Differs alone(const Box& box, std::size_t i);
    /// Whether some situation in the box lies in one of `among`, and outside what goes with it.
    template <class Without>
    Differs any_of(const Box& box, const Bits& among, Without without);

    const Table& table_;
    Realiser realiser_;
    Space space_;
    Cover cover_;
    long questions_ = 0;
};

/// Gaps, rows that contradict each other, rows and cells that do nothing.
std::vector<Proof> prove_table(const Decisions& decisions, std::size_t decision);

} // namespace meldroute::inline v0
