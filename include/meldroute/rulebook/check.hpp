// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a rulebook that loads may still lack: read without any case. A first depth; it proves
// nothing about gaps and overlaps.

#pragma once

#include <meldroute/rulebook/rulebook.hpp>

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
};

/// Steps without an owner or a label, decisions that are open or rest on nothing, facts that
/// nothing reads, weighings that read origin, nationality or language, labels of nothing, terms of
/// routes to come, and started routes that would ask in vain. Errors first, notes last.
std::vector<Finding> check(const Rulebook& rulebook);

} // namespace meldroute::inline v0
