// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What somebody tells about a case, before it is an entry: facts, by whom, when, and why.

#pragma once

#include <meldroute/base/date.hpp>
#include <meldroute/base/json_box.hpp>

#include <map>
#include <optional>
#include <string>

namespace meldroute::inline v0 {

/// A person in a role. An event that decides is refused without both.
struct Actor {
    std::string person, role;

    bool named() const { return !person.empty() && !role.empty(); }
};

/// What somebody tells: facts, by whom, when it happened, and why.
struct Telling {
    JsonBox facts; ///< an object, or null
    Actor by;
    Moment at;           ///< when it happened; rules read it as the fact `moment`
    std::string because; ///< reason of a decision
    std::string key;     ///< the host's own number for this message: telling it again does nothing
    /// A named person decides past an unknown: what the decision with this id is taken to say. Used
    /// only while the rulebook itself does not know; always with a reason.
    std::map<std::string, bool> past = {};
    /// When it is written down; by default `at`, but never before the entry that it follows.
    std::optional<Moment> recorded = {};
};

} // namespace meldroute::inline v0
