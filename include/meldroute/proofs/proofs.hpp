// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is certain about decisions, whatever will be reported: tables that leave a situation out,
// rows that contradict each other, rows that never count. Exact over the typed domain; where it
// cannot be, that is what is said. No situation is called possible without having been ruled.

#pragma once

#include <meldroute/rules/decisions.hpp>

#include <compare>
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

/// What a boolean decision is wanted to say.
struct Wanted {
    std::string decision;
    bool yes = true;

    auto operator<=>(const Wanted&) const = default;
};

struct Situated {
    JsonBox facts;    ///< of a situation in which all say so, confirmed by ruling it; null for none
    bool sure = true; ///< false: the search came to its bound, and null proves nothing
};

/// Looks for one situation in which these decisions all say what is wanted. Throws RulebookError
/// M1201 for an unknown id; an open decision says nothing, so nothing is found.
Situated situation_where(const Decisions& decisions, const std::vector<Wanted>& wanted);

} // namespace meldroute::inline v0
