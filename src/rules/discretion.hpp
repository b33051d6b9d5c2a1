// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a reader may be told: a decision that reads a personal fact, itself or through a decision
// below, is as personal as that fact.

#pragma once

#include "rules/model.hpp"

#include <algorithm>

namespace meldroute::inline v0 {

class Discretion {
public:
    Discretion(const Book& book, const Sees& sees) : book_(book), sees_(sees) {}

    bool may(const Input& input) const {
        return input.decision ? may(book_.decisions[input.index])
                              : sees_.may((*book_.vocabulary)[input.index].personal);
    }
    bool may(const Decision& decision) const {
        return reads_openly(decision) &&
               std::all_of(decision.through.begin(), decision.through.end(),
                           [&](auto below) { return reads_openly(book_.decisions[below]); });
    }
    bool may(const Cell& cell) const { return may(cell.input); }
    bool may(const Row& row) const {
        return std::all_of(row.cells.begin(), row.cells.end(),
                           [&](const Cell& cell) { return may(cell); });
    }

private:
    bool reads_openly(const Decision& decision) const {
        return std::all_of(decision.inputs.begin(), decision.inputs.end(), [&](const Input& input) {
            return input.decision || sees_.may((*book_.vocabulary)[input.index].personal);
        });
    }

    const Book& book_;
    const Sees& sees_;
};

} // namespace meldroute::inline v0
