// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The situations that a test puts before the rules.

#pragma once

#include <meldroute/desk/stories.hpp>

#include <set>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

struct Seen {
    Situation situation;
    std::set<std::string> asked; ///< decisions, without those below them
};

/// One of a situation; of a story one for each message, and for a message that is refused what the
/// rules would have looked at.
std::vector<Seen> seen_by(const Test& test, const std::shared_ptr<const Rulebook>& rulebook);

/// The decisions that a test of a situation is about.
std::set<std::string> asked_by(const Test& test);

} // namespace meldroute::inline v0
