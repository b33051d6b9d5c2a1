// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What would have to be otherwise for a decision to say something else: the fewest facts, to the
// nearest values.

#pragma once

#include <meldroute/base/json.hpp>
#include <meldroute/base/json_box.hpp>

#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// One known fact to another value, or one member of a set or checklist in or out.
struct Change {
    std::string fact;
    std::string item;  ///< of a set or checklist; of a list "1.leeftijd"; else ""
    JsonBox from, to;  ///< of an item true or false; null for a text that no rule names
    std::string words; ///< "«Leeftijd» 17 was in plaats van 18"
};

/// Changes that together make it decided otherwise, whatever else is unknown.
struct Alternative {
    std::vector<Change> changes;
    JsonBox outcome;
    std::string words; ///< of the outcome
};

struct LeastChange {
    static constexpr int most = 3; ///< changes at a time

    Lang lang = Lang::nl;
    /// All of the smallest size, the nearest first: by how many classes of values each goes past,
    /// then in the order of the facts as declared. Of the same facts only the nearest values.
    std::vector<Alternative> found;
    bool complete = true;  ///< false: the search was cut off, and there may be a smaller one
    bool withheld = false; ///< the decision rests on personal data that the reader may not see

    /// As sentences, a line each: at most `shown` of them.
    std::string text(std::size_t shown = 3) const;
    Json json() const;
};

} // namespace meldroute::inline v0
