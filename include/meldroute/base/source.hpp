// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a rule, term or fact rests on, and how sure that is. Nothing in a rulebook is law because
// it is in a rulebook.

#pragma once

#include <meldroute/base/json.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// `read`: read in a recent text of the source. `older_text`: read in an older consolidation.
/// `assumed`: not confirmed. `local`: policy of the municipality or region itself.
enum class Confidence { read, older_text, assumed, local };

struct Source {
    std::string title;   ///< of the law or the policy
    std::string article; ///< may be empty
    bool law = false;
    Confidence confidence = Confidence::assumed;

    /// "Wet Bibob, artikel 15".
    std::string words(Lang lang) const;
};

/// Reads the array `source` of an object, or another of its kind: [{"law" | "policy": …, "article": …, "confidence": …}].
/// Empty where there is none.
std::vector<Source> read_sources(const JsonNode& owner, std::string_view key = "source");

} // namespace meldroute::inline v0
