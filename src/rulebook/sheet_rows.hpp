// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A JSON text with the rows of one table replaced, and every other byte as a person wrote it.

#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

using Json = nlohmann::json;

/// `pointer` names an array in a valid JSON text. A new row that equals an old one keeps its text;
/// others come on one line, as far to the right as the first.
std::string with_rows(const std::string& text, const std::string& pointer,
                      const std::vector<Json>& rows);

} // namespace meldroute::inline v0
