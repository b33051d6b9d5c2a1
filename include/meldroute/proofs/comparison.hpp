// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What changes from one rulebook to another: in words, and exactly which situations get another
// outcome. Between two versions, or between two municipalities.

#pragma once

#include <meldroute/base/json.hpp>
#include <meldroute/base/json_box.hpp>

#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// Situations that all of these conditions describe get another outcome: no condition can be left
/// out or widened.
struct Difference {
    std::vector<Text> conditions; ///< none: every situation
    /// Facts of one such situation, ruled by both before it was written down; what may be anything
    /// is left out.
    JsonBox witness;
    /// What each says of it: an outcome, or null where there is none.
    JsonBox before, after;
};

struct DecisionChange {
    enum class Kind { added, removed, changed };

    std::string decision; ///< id
    Kind kind = Kind::changed;
    std::vector<Text> words; ///< what was edited, row by row and cell by cell
    /// Together these are all situations that differ, and none is contained in the others.
    std::vector<Difference> differences;
    bool complete = true; ///< false: a bound was reached, and there may be more
};

struct Comparison {
    std::vector<DecisionChange> decisions; ///< that differ in their words or by what they stand on
    /// Facts that decisions above read and that only one of the two has.
    std::vector<std::string> only_before, only_after;
};

/// Compares two bundles (Rulebook::bundle). Facts and decisions are the same when their ids are.
/// Throws RulebookError when one of the two cannot be read.
Comparison compare(const Json& before, const Json& after);

} // namespace meldroute::inline v0
