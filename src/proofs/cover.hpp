// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Whether some rows together cover a box, and if not, a point of it that none of them covers. Every
// question about a table comes down to this one.

#pragma once

#include "proofs/realiser.hpp"

#include <set>

namespace meldroute::inline v0 {

class Sat;

class Cover {
public:
    /// Without a realiser every point counts, also one where other decisions come out as no facts
    /// can bring about.
    Cover(const Space& space, Realiser* realiser) : space_(space), realiser_(realiser) {}

    enum class Answer : std::uint8_t { covered, found, unsure };

    /// What is asked of the rows at a point: none of `without` holds, and of `same` and `other`
    /// together the first that holds is an `other`, or none does where `if_none` allows that.
    struct Goal {
        Bits without, same, other;
        bool if_none = true;
    };

    /// A point of `box` at which the goal is met. `unsure`: the budget ran out.
    Answer find(const Box& box, const Goal& goal);
    /// A point of `box` in none of `rows`.
    Answer find(const Box& box, const Bits& rows);
    /// After `found`: facts that make a situation of the point.
    Facts facts();

private:
    using Key = std::pair<std::uint64_t, std::uint64_t>;

    /// A dimension that can still make a row fail, of the rows that the box leaves.
    struct Open {
        std::size_t dimension;
        std::vector<std::pair<int, Bits>> classes; ///< of each that is allowed, the rows it allows
        Bits cares;                                ///< the rows that it can make fail
    };
    enum class Seen : std::uint8_t { never, maybe, always };

    bool narrow(const Goal& goal);
    void open(std::size_t dimension);
    Seen see(Bits& alive, const Bits& pending) const;
    bool split(Bits alive, std::vector<const Open*> open);
    const Open& widest(const Bits& alive, const std::vector<const Open*>& open) const;
    bool try_classes(const Bits& alive, const Open& at, const std::vector<const Open*>& open);
    bool leaf();
    Answer solve();
    Answer solve(Sat& sat, const std::vector<std::vector<std::uint32_t>>& truths);
    std::vector<std::vector<std::uint32_t>> points(Sat& sat) const;
    void clauses(Sat& sat, const std::vector<std::vector<std::uint32_t>>& truths) const;
    std::vector<Demand> demands() const;

    const Space& space_;
    Realiser* realiser_;
    const Box* box_ = nullptr;
    Point point_;
    std::vector<std::size_t> rows_; ///< that meet the box: bit k below is row rows_[k]
    Goal goal_;                     ///< of those
    std::vector<Open> open_;
    std::set<Key> done_;
    long budget_ = 0, leaves_ = 0;
    bool exhausted_ = false, unsure_ = false;
};

} // namespace meldroute::inline v0
