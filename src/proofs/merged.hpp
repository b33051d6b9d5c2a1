// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Two rulebooks as one book: what is the same stands in it once, and of what differs the old stands
// beside the new, so that one situation can be put to both.

#pragma once

#include "rules/model.hpp"

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

struct Merged {
    Vocabulary vocabulary;
    std::optional<Decisions> decisions;
    /// Of each decision that differs, or stands on one that does: its index in each, if it is there.
    struct Pair {
        std::string id;
        std::optional<std::size_t> before, after;
        /// A decision of our own that reads the two, where their outcomes can be compared.
        std::optional<std::size_t> both;
    };
    std::vector<Pair> pairs;                          ///< in the order of the new, then of the old
    std::vector<std::string> only_before, only_after; ///< facts that these read

    const Book& book() const { return decisions->book(); }
};

/// Throws RulebookError for what cannot be read.
std::unique_ptr<Merged> merge(const Json& before, const Json& after);

} // namespace meldroute::inline v0
