// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What deciding leaves in memory, to be read by who says why, and used again for the next decision.

#pragma once

#include "rules/found.hpp"

#include <meldroute/rules/trace.hpp>

#include <vector>

namespace meldroute::inline v0 {

/// A lane on what is not known: the rows that it allows in any case, and those that it may allow.
struct OpenLane {
    const Lane* lane;
    const Word *certain, *possible;
};

/// Memory that is used again and again. One for each thread.
struct Scratch {
    std::vector<const Word*> sets;       ///< the rows that each settled lane allows
    std::vector<OpenLane> open;          ///< of the table weighed last
    std::vector<LaneRows> kept;          ///< every lane of it, for who keeps them
    std::vector<Word> certain, possible; ///< its rows that hold, and those that hold or may hold
    std::size_t reach = 0;               ///< so many words of these: what follows cannot count
    std::vector<Word> merged;
    std::size_t merged_words = 0;
    std::vector<Found> found; ///< by decision

    /// Something to choose, for Branches: a bucket of a scalar, or whether a member is in a set.
    struct Level {
        const Lane* lane;
        int member;            ///< -1 of a scalar
        std::size_t wants = 0; ///< where its rows stand that want the member; then that do not
        std::size_t cares = 0; ///< rows that wait for it
    };
    std::vector<Level> levels;
    std::vector<std::size_t> words; ///< of the table, with rows that still count
    std::vector<Word> branch;

    std::vector<Situation::Bare> facts; ///< by slot, of who remembers them
    std::vector<Word> hits; ///< for Trace: rows that hold, as they stand in the table, in two sets
};

} // namespace meldroute::inline v0
