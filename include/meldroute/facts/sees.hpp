// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Which categories of personal data a reader may see. Local policy: a rulebook says it of a role.

#pragma once

#include <meldroute/facts/vocabulary.hpp>

#include <set>

namespace meldroute::inline v0 {

struct Sees {
    std::set<Personal> categories; ///< besides what is no personal data, which anyone may see

    bool may(Personal category) const {
        return category == Personal::none || categories.contains(category);
    }
    static Sees everything() {
        return {{Personal::ordinary, Personal::special, Personal::criminal}};
    }
};

} // namespace meldroute::inline v0
