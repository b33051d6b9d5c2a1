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

    /// A point of `box` in none of `rows`. `unsure`: the budget ran out.
    Answer find(const Box& box, const Bits& rows);
    /// After `found`: facts that make a situation of the point.
    Facts facts();

    /// Whether some situation lies in the box at all.
    Answer any(const Box& box) { return find(box, Bits(space_.rows.size())); }

private:
    using Key = std::pair<std::uint64_t, std::uint64_t>;

    Bits open_rows(std::size_t dimension, const Bits& alive) const;
    bool split(const Bits& alive, std::vector<std::size_t> open);
    bool leaf();
    bool try_classes(const Bits& alive, std::size_t dimension,
                     const std::vector<std::size_t>& open);
    Answer solve(const Bits& alive);
    Answer solve(Sat& sat, const std::vector<std::vector<std::uint32_t>>& truths);
    std::vector<Demand> demands() const;

    const Space& space_;
    Realiser* realiser_;
    const Box* box_ = nullptr;
    Point point_;
    std::vector<Bits> cares_; ///< of each dimension, the rows that it can still make fail
    std::set<Key> done_;
    long budget_ = 0, leaves_ = 0;
    bool exhausted_ = false, unsure_ = false;
};

} // namespace meldroute::inline v0
