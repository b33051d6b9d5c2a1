// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Whether every completion of what is not known agrees, and which facts can still change that.
// Exact within a budget of nodes, never of time: the same answer on every machine.

#pragma once

#include "rules/world.hpp"

#include <optional>
#include <vector>

namespace meldroute::inline v0 {

class Search {
public:
    Search(World& world, std::size_t decision);

    /// The outcomes that completions really give. Of a set: which members are in it for certain,
    /// and which may be. Of a number that is counted or computed: bounds, once two differ.
    Possible outcomes();
    /// Bounds of a number brought in to what completions really give, as far as the budget goes.
    Possible ends(const Possible& bounds);
    /// Whether the budget ran out, or arithmetic over a wide range could not be taken apart: what
    /// was found is then sound, but perhaps not complete.
    bool bound() const { return bound_; }

    struct Matter {
        const Atom* atom;
        std::size_t deciding = 0;  ///< how many of its classes decide
        std::size_t remaining = 0; ///< outcomes that remain over all its classes
    };
    /// The atoms for which two completions that differ only there give different outcomes, the most
    /// deciding first.
    std::vector<Matter> matters();

private:
    Possible decide();
    Possible look(const Possible& all, int member) const;
    const Atom* blamed() const;
    bool taken(const Atom& atom) const;
    std::vector<Interval> ways(const Atom& atom) const;
    void explore(Possible& seen, int member);
    Possible find(int member);
    void reach(std::optional<std::int64_t>& seen, bool up);
    bool changes(const Atom& atom);
    bool spend();

    World& world_;
    std::size_t decision_;
    std::vector<const Atom*> narrowed_;
    long budget_ = 0;
    bool bound_ = false;
};

} // namespace meldroute::inline v0
