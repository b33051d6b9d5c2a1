// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The facts that two versions of a decision read, and the ranges that neither takes apart.

#pragma once

#include "rules/model.hpp"

namespace meldroute::inline v0 {

/// In the order of slots. Text facts are left out where the two do not name the same texts: then
/// `whole` is false.
struct Parts {
    std::vector<Atom> atoms;
    bool whole = true;
};
Parts parts_of(const Book& before, const Book& after, std::size_t decision);

/// Slots of the facts of which a decision, or one below it, asks whether they are known.
std::vector<std::size_t> asked_whether_known(const Book& book, std::size_t decision);

} // namespace meldroute::inline v0
