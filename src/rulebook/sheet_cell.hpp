// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// One value of a row as the text of a cell in a sheet, and back: «ja», «2,5», «>= 01-03-2026»,
// «hotel | camping». What such a text cannot say stands as JSON behind «json: », so that nothing is
// lost on the way.

#pragma once

#include <meldroute/base/error.hpp>

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace meldroute::inline v0 {

using Json = nlohmann::json;

/// `type` is the word of a fact's or outcome's type ("integer", "date"); "" for plain text,
/// and "texts" for a list of it.
std::string sheet_text(const Json& value, std::string_view type);

/// Throws RulebookError M1008 for a number with a decimal point, and M1001.
Json sheet_value(const std::string& text, std::string_view type, const Place& place);

} // namespace meldroute::inline v0
