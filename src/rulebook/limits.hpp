// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// How much a rulebook may hold. Far above what policy needs, and low enough that no file can take
// the memory or the time of whoever loads it. docs/rulebooks.md names the same numbers.

#pragma once

#include <meldroute/base/json.hpp>

#include <cstddef>

namespace meldroute::inline v0 {

inline constexpr std::size_t most_listed = 5'000;  ///< facts, decisions, roles, partners, codes …
inline constexpr std::size_t most_values = 10'000; ///< of a code list
inline constexpr std::size_t most_rows = 50'000;   ///< of a table
inline constexpr std::size_t most_cells = 1'000'000; ///< of all tables together

/// Throws RulebookError M1522 at the list that is too long.
void refuse_too_much(const JsonNode& document);

} // namespace meldroute::inline v0
