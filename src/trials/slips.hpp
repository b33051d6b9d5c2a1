// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Small wrong turns that a rule could have taken: a limit one off, a cell left out, a row gone.
// Each is made in the JSON as people write it, and read again.

#pragma once

#include <meldroute/base/json_box.hpp>
#include <meldroute/rules/decisions.hpp>

#include <nlohmann/json.hpp>

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// A declaration with one of them in it.
struct Slip {
    std::string decision;
    std::string row, input; ///< "" for what is not of one row, or not of one cell
    std::string pointer;    ///< within the declaration
    Text words;             ///< "grens van 6 naar 7"
    JsonBox declaration;    ///< with the change
};

/// A value in place of another, and the change in words.
struct Instead {
    Json value;
    Text words;
};

/// Type of a fact or decision by its id; null where there is none.
using TypeOf = std::function<const Type*(std::string_view)>;

/// The values beside this one, by the finest unit in which people write it; of words the next one
/// as declared. Empty where there are none.
std::vector<Json> neighbours(const Type& type, const Json& value);

/// As people read it: a text without quotation marks.
std::string in_text(const Json& value);
Text from_to(const char* what_nl, const char* what_en, const Json& from, const Json& to);

std::vector<Instead> slips_in_cell(const Type& type, const Json& cell);
std::vector<Instead> slips_in_outcome(const Type& type, const Json& outcome,
                                      const std::vector<Json>& others);
std::vector<Instead> slips_in_formula(const Json& formula, const TypeOf& type_of);

/// All changes of a decision, from top to bottom. `only_cells`: of a condition that is written
/// without a table around it.
std::vector<Slip> slips_of(const Decision& decision, const TypeOf& type_of, bool only_cells);

} // namespace meldroute::inline v0
