// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// How rules look at a fact: where its values are told apart.

#pragma once

#include "rules/model.hpp"

#include <set>
#include <vector>

namespace meldroute::inline v0 {

/// How a decision and those below it look at one fact.
struct Looks {
    std::vector<const Intervals*> cells; ///< what cells on a scalar allow, each once
    std::set<int> members;               ///< of a set, the members that cells test
    bool whole = false;                  ///< arithmetic, comparison of facts or a count reads it

    /// Between the ends of cells, in order.
    std::vector<Interval> segments(Interval domain) const;
    /// What the cells say of a value: the same for all of a segment.
    std::vector<bool> signature(std::int64_t value) const;
};

/// By slot; of several decisions together.
std::vector<Looks> looks_of(const Book& book, const std::vector<const Decision*>& decisions);

/// What these decisions together tell apart, by slot and member.
std::vector<Atom> atoms_of(const Book& book, const std::vector<const Decision*>& decisions);

} // namespace meldroute::inline v0
