// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What decisions said of many reports: a column for each decision, a row for each report, in the
// order in which they came. A report that cannot be read keeps its row, and says why.

#pragma once

#include <meldroute/facts/type.hpp>
#include <meldroute/rules/ruling.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// Names of columns that no decision can have: an id holds no colon.
inline constexpr std::string_view state_suffix = ":state", needed_suffix = ":needed",
                                  error_code_column = "error:code",
                                  error_words_column = "error:words";

/// The word for a state: "decided", "open", "none", "conflict", "bound".
std::string_view word_of(Ruling::State state);

/// What a decision can say.
struct OutcomeType {
    std::string decision;
    Type type;
    /// What each value is in JSON, where it is not its code: the object of several outputs.
    std::vector<JsonBox> named;

    /// In JSON, as Ruling::outcome holds it.
    Json json(std::int64_t value) const;
};

struct RulingColumn {
    /// Empty where the row has an error of its own.
    std::vector<std::optional<Ruling::State>> states;
    std::vector<std::int64_t> outcomes;           ///< in the units of the type; 0 unless decided
    std::vector<std::vector<std::string>> needed; ///< facts, the most deciding first; if asked for
};

/// Why a row was not decided, or not wholly. Holds no fact's value.
struct RowFault {
    std::string code; ///< "M1105"
    std::string words;
};

struct Rulings {
    std::size_t rows = 0;
    std::vector<RulingColumn> columns;      ///< in the order of the decisions that were asked
    std::map<std::size_t, RowFault> faults; ///< by row, from 0
};

} // namespace meldroute::inline v0
