// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Findings and changes on a page: for the commands that say them once, and for who looks along.

#pragma once

#include "command/page.hpp"

#include <meldroute/proofs/comparison.hpp>
#include <meldroute/rulebook/check.hpp>

#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// What check() finds, without notes on what a layer above declares: those are for who can mend it.
/// A slot that is open is for whoever stands below it.
std::vector<Finding> findings_for(const Rulebook& rulebook);

/// With its place and the situation that shows it.
void print_finding(Page& page, const Rulebook& rulebook, const Finding& finding);

/// "fouten 0, let op 1, ter info 8": those that somebody accepted count apart.
std::string counted(const std::vector<Finding>& findings, Lang lang);

/// What was edited in a decision, and for whom that changes the outcome.
void print_change(Page& page, const Rulebook& rulebook, const DecisionChange& change);

} // namespace meldroute::inline v0
