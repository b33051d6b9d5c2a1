// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// How a route asks for a ruling: yes, no, or «not enough is known». A missing fact is never a no.

#pragma once

#include <cstdint>
#include <string_view>

namespace meldroute::inline v0 {

enum class Answer : std::uint8_t { unknown, no, yes };

/// Whoever answers a route: the rulebook on what is known now, a person who decides past an
/// unknown, or a script in a test.
class Counsel {
public:
    virtual ~Counsel() = default;

    /// What the boolean decision with this id says.
    virtual Answer ask(std::string_view decision) = 0;

    /// Whether the rulebook switches on an optional step by a decision with this id at all.
    virtual bool has(std::string_view decision) { return static_cast<void>(decision), true; }

    /// How many gates this step has in the rulebook; at least 1.
    virtual int gates(std::string_view step) { return static_cast<void>(step), 1; }
};

} // namespace meldroute::inline v0
