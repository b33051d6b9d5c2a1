// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is certain about decisions, whatever will be reported: tables that leave a situation out,
// rows that contradict each other, rows that never count. Exact over the typed domain; where it
// cannot be, that is what is said. No situation is called possible without having been ruled.

#pragma once

#include <meldroute/rules/decisions.hpp>

#include <string>
#include <vector>

namespace meldroute::inline v0 {

struct Proof {
    Fault fault{};                  ///< M156x, says what was found
    std::string decision;           ///< id
    std::vector<std::string> rows;  ///< ids; the first is the one to mend
    std::vector<std::string> words; ///< of the fault's text
    /// The facts of a situation that shows it, ruled by the ordinary evaluator; null when there is
    /// nothing to show. `beside` is the same situation with one thing more known.
    JsonBox witness, beside;
};

/// All that is found about these decisions, in their order. Open decisions, and what stands on
/// them, are left out.
std::vector<Proof> prove(const Decisions& decisions);

} // namespace meldroute::inline v0
