// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The words of "type", in one list.

#pragma once

#include <meldroute/facts/type.hpp>

#include <array>
#include <string_view>

namespace meldroute::inline v0 {

/// In the order of Kind.
inline constexpr std::array<std::string_view, 11> kind_words{
    "boolean", "integer", "number", "date",      "moment", "duration",
    "text",    "enum",    "set",    "checklist", "list"};

constexpr std::string_view word_of(Kind kind) {
    return kind_words[std::size_t(kind)];
}

} // namespace meldroute::inline v0
