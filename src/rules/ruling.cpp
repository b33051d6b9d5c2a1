// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/state_words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <stdexcept>

namespace meldroute::inline v0 {
namespace {

/// In the order of Ruling::State.
constexpr std::array<const char*, 5> states{"decided", "open", "none", "conflict", "bound"};

} // namespace

const char* word(Ruling::State state) {
    return states[std::size_t(state)];
}

Ruling::State state_of(std::string_view word) {
    const auto found = std::find(states.begin(), states.end(), word);
    if (found == states.end()) throw std::invalid_argument("no state of a ruling");
    return Ruling::State(found - states.begin());
}

Json as_json(const Ruling& ruling) {
    Json json{{"decision", ruling.decision}, {"state", word(ruling.state)},
              {"outcome", *ruling.outcome},  {"possible", Json::array()},
              {"rows", Json::array()},       {"used", ruling.used},
              {"needed", Json::array()},     {"through", ruling.through}};
    for (const JsonBox& outcome : ruling.possible) json["possible"].push_back(*outcome);
    for (const RowTrace& row : ruling.rows)
        json["rows"].push_back({{"row", row.row},
                                {"state", word(row.state)},
                                {"failed", row.failed},
                                {"open", row.open}});
    for (const Needed& needed : ruling.needed)
        json["needed"].push_back({{"fact", needed.fact}, {"items", needed.items}});
    return json;
}

} // namespace meldroute::inline v0
