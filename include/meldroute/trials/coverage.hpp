// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// How much of the rules the tests beside them try: which rows hit, and for each cell whether a test
// would have gone otherwise without it.

#pragma once

#include <meldroute/desk/stories.hpp>

#include <optional>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// What the tests show of one cell, or of one comparison in an expression.
struct CellCoverage {
    std::string input;   ///< id of the fact or decision that it reads
    bool held = false;   ///< in a situation in which its whole row holds
    bool failed = false; ///< in a situation in which it alone keeps its row from holding

    bool tried() const { return held && failed; }
};

struct RowCoverage {
    std::string row; ///< "" for an expression
    int hits = 0;    ///< in how many situations
    std::vector<CellCoverage> cells;
};

struct DecisionCoverage {
    std::string decision;
    int asked = 0; ///< in how many situations, also by a decision above it
    std::vector<RowCoverage> rows;
    std::optional<int> otherwise; ///< how often no row held; none where there is no `else`
};

/// So many of so many.
struct OutOf {
    int some = 0, all = 0;
};

struct Coverage {
    std::vector<DecisionCoverage> decisions; ///< those that have a body, as declared

    OutOf asked() const;     ///< decisions
    OutOf rows() const;      ///< rows of tables that hit
    OutOf cells() const;     ///< cells that were tried both ways
    OutOf otherwise() const; ///< `else` taken
};

/// Over every situation of these tests, and over every message of their stories: there for the
/// decisions that the case went by. Throws as run_test().
Coverage coverage_of(const std::shared_ptr<const Rulebook>& rulebook,
                     const std::vector<Test>& tests);

} // namespace meldroute::inline v0
