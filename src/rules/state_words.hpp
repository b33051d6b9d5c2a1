// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The words that programs read for what became of a decision, a row or a fact.

#pragma once

#include <meldroute/base/source.hpp>
#include <meldroute/facts/situation.hpp>
#include <meldroute/rules/ruling.hpp>

#include <array>

namespace meldroute::inline v0 {

inline const char* word(RowState state) {
    constexpr std::array words{"hit", "outranked", "failed", "open"};
    return words[std::size_t(state)];
}
inline const char* word(Unknown why) {
    constexpr std::array words{"not-asked", "asked", "declined"};
    return words[std::size_t(why)];
}
inline const char* word(Confidence confidence) {
    constexpr std::array words{"read", "older-text", "assumed", "local"};
    return words[std::size_t(confidence)];
}

} // namespace meldroute::inline v0
