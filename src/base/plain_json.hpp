// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// JSON as nearly all of it is: without faults, and quickly. What is not plain (a fault, a key that
// stands twice, a \u, nesting without end) is declined and left to nlohmann, so that this gives
// exactly what nlohmann gives, or nothing.

#pragma once

#include <nlohmann/json.hpp>

#include <optional>
#include <string_view>

namespace meldroute::inline v0 {

std::optional<nlohmann::json> plain_json(std::string_view text);

} // namespace meldroute::inline v0
