// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Findings that whoever wrote a decision or a partner knows of and means so, with the reason:
// beside the rule, so that the next one who reads it sees both.

#pragma once

#include <meldroute/base/json.hpp>
#include <meldroute/rulebook/check.hpp>

#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// One entry of "accepted".
struct Acceptance {
    JsonNode node;
    std::string code;  ///< "M1575"
    std::string about; ///< a row or an input that the finding names; empty: any
    Text because;
};

/// Throws RulebookError where it is malformed or says no reason.
std::vector<Acceptance> read_accepted(const JsonNode& owner);

/// Marks the findings that the decisions, partners and steps of this bundle accept. An error cannot
/// be accepted. Gives the acceptances that no finding answers to, each with the id of its owner.
std::vector<std::pair<std::string, Acceptance>> accept(std::vector<Finding>& findings,
                                                       const JsonNode& bundle);

} // namespace meldroute::inline v0
