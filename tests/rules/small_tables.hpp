// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What the small random tables share that rules and proofs must equal: two decisions over four facts
// as JSON, and what rows that hold say together, by the plain meaning of the words.

#pragma once

#include <meldroute/base/json.hpp>
#include <meldroute/rules/ruling.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <numeric>
#include <set>
#include <string>
#include <vector>

namespace meldroute::inline v0::small_tables {

inline const std::vector<std::string> colours{"rood", "groen", "blauw"};

template <class Row>
Json decision(const char* id, const std::string& take, const std::vector<Row>& rows) {
    Json out{
        {"id", id}, {"take", take}, {"outcome", {{"type", "integer"}}}, {"rows", Json::array()}};
    for (const auto& row : rows)
        out["rows"].push_back({{"id", "r" + std::to_string(out["rows"].size())},
                               {"when", row.when},
                               {"then", row.then}});
    return out;
}

/// Of a, b, c and s; `d` may read `score`.
inline Json book(const Json& d, const Json& score) {
    return {{"facts",
             {{{"id", "a"}, {"type", "integer"}, {"min", 0}, {"max", 3}},
              {{"id", "b"}, {"type", "boolean"}},
              {{"id", "c"}, {"type", "enum"}, {"values", colours}},
              {{"id", "s"}, {"type", "set"}, {"values", {"een", "twee"}}}}},
            {"decisions", {d, score}}};
}

inline constexpr int nothing = -1, clash = -2;

inline int taken(const std::string& take, const std::vector<int>& thens) {
    if (take == "sum") return std::accumulate(thens.begin(), thens.end(), 0);
    if (take == "count") return int(thens.size());
    if (thens.empty()) return nothing;
    if (take == "min") return *std::min_element(thens.begin(), thens.end());
    if (take == "max") return *std::max_element(thens.begin(), thens.end());
    if (take == "only-one" && thens.size() > 1) return clash;
    if (take == "all-agree" && std::set<int>(thens.begin(), thens.end()).size() > 1) return clash;
    return thens.front();
}

inline int outcome_of(const Ruling& ruling) {
    if (ruling.state == Ruling::State::none) return nothing;
    if (ruling.state == Ruling::State::conflict) return clash;
    return ruling.outcome->get<int>();
}

} // namespace meldroute::inline v0::small_tables
