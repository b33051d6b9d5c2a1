// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Which steps of a case wait for an event, and what a person decides there.

#pragma once

#include <meldroute/base/json.hpp>
#include <meldroute/facts/situation.hpp>
#include <meldroute/routes/route.hpp>
#include <meldroute/rulebook/rulebook.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// A step where a case stands, or a stage around one, that has an arrow for an event. Whether that
/// arrow may be taken is for its plan.
struct Taker {
    std::string route, step;
    bool deciding = false; ///< only a named person may tell it
};

/// Route by route, and in each from the inside out.
std::vector<Taker> takers_of(const std::map<std::string, Standing>& here, std::string_view event);

/// What a person decides by this event at the first of these steps that says so; null where none
/// does.
const Decides* decides_at(const Rulebook& rulebook, const std::vector<Taker>& takers,
                          std::string_view event);

/// A fact as one JSON value, of a set the array of its members; null while it is not known wholly.
Json value_of(const Situation& situation, std::string_view fact);

} // namespace meldroute::inline v0
