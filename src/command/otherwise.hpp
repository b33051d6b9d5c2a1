// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What two rulebooks say of the same facts, where that is not the same: of example reports, and of
// cases in a register.

#pragma once

#include <meldroute/rulebook/rulebook.hpp>

#include <string>
#include <vector>

namespace meldroute::inline v0 {

struct Otherwise {
    std::string decision; ///< id, of one that both have
    Text before, after;   ///< the outcome, or a word for why there is none
};

/// In the order of the new decisions. A fact that one of them does not have, or cannot hold, is not
/// told there.
std::vector<Otherwise> ruled_otherwise(const Rulebook& before, const Rulebook& after,
                                       const Json& facts);

} // namespace meldroute::inline v0
