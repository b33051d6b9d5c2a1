// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Which changes of known facts lead elsewhere. As long as the facts of a certificate stay what they
// are, the outcome stays what it is, whatever the others do; so every change that helps changes one
// of those. That makes the tree of changes small, and the search exact.

#pragma once

#include "rules/looks.hpp"
#include "rules/search.hpp"

#include <functional>
#include <map>
#include <optional>

namespace meldroute::inline v0 {

/// Where a search of changes wants to come.
struct Goal {
    std::function<bool(const Possible&)> met;      ///< by all of these
    std::function<bool(const Possible&)> in_sight; ///< by some of these, perhaps
};

class LeastSearch {
public:
    /// An atom that is known, and to which value.
    struct Step {
        std::size_t atom;
        std::int64_t to;
        std::size_t rank; ///< how many classes of values are nearer
    };
    using Steps = std::vector<Step>; ///< by atom, as declared

    LeastSearch(World& world, const Situation& situation, std::size_t decision, Goal goal);

    /// All of the smallest number of steps, at most this many; the nearest first.
    std::vector<Steps> find(int most);
    bool complete() const { return complete_; }
    const Atom& atom(const Step& step) const { return *known_[step.atom].atom; }

private:
    struct Known {
        const Atom* atom;
        std::int64_t value;              ///< of a member 0 or 1
        std::vector<std::int64_t> tries; ///< one of each other class, the nearest first
        bool wide = false;               ///< too many to try one by one
    };

    Known known(const Atom& atom, const Situation& situation, const Looks& looks) const;
    void explore(int left);
    void try_one(std::size_t atom, std::int64_t to, std::size_t rank, int left);
    void try_wide(std::size_t atom);
    std::optional<std::int64_t> nearest(const Atom& atom, Interval range, bool upward);
    std::vector<std::size_t> certificate();
    bool changed(std::size_t atom) const;
    void keep();
    bool spend();

    World& world_;
    std::size_t decision_;
    Goal goal_;
    std::vector<Known> known_;
    Steps steps_;
    std::map<std::vector<std::size_t>, Steps> found_; ///< by the atoms that change
    long budget_;
    bool complete_ = true;
};

} // namespace meldroute::inline v0
