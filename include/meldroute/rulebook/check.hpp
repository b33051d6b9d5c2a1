// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a rulebook that loads may still lack: read without any case, or proved about its decisions.

#pragma once

#include <meldroute/rulebook/rulebook.hpp>

#include <meldroute/base/json_box.hpp>

#include <string>
#include <vector>

namespace meldroute::inline v0 {

struct Finding {
    /// An error is a rulebook that should not be used so; a note is good to know.
    enum class Severity { error, warning, note };

    Severity severity = Severity::note;
    std::string code; ///< "M1551": of the same table as faults
    Place place;      ///< where to mend it
    Text words;
    std::string decision;           ///< that it is about; else ""
    std::vector<std::string> rows;  ///< of its table, the one to mend first
    std::vector<std::string> about; ///< the ids that its words name
    Text accepted; ///< why whoever wrote the decision accepts it; empty where nobody does
    /// Facts of a situation that shows it, null where there is none to show. `beside`: the same
    /// situation with one fact more.
    JsonBox witness, beside;
};

/// What `prove` finds, and: steps without an owner or a label, decisions that are open, rest on
/// nothing, are read by nothing or tested by nothing, facts that nothing reads or asks, facts that
/// count at a step before any step that asks them, weighings that read origin, nationality or
/// language, labels of nothing, terms of routes to come, started routes that would ask in vain, and partners
/// that may be chosen without a ground to receive anything.
/// Errors first, notes last. What a decision accepts in its "accepted" is among them, with the
/// reason; an acceptance that accepts nothing is a finding too.
std::vector<Finding> check(const Rulebook& rulebook);

} // namespace meldroute::inline v0
