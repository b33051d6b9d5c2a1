// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/limits.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

void at_most(std::size_t most, const JsonNode& owner, const std::string& key, std::size_t count) {
    if (count > most)
        owner.at(key).fail(Fault::too_many, {key, std::to_string(count), std::to_string(most)});
}

void at_most(std::size_t most, const JsonNode& owner, const std::string& key) {
    if (owner.has(key)) at_most(most, owner, key, owner.json()[key].size());
}

std::size_t cells_of(const JsonNode& decision) {
    std::size_t cells = 0;
    if (decision.has("rows"))
        for (const auto& row : decision.json()["rows"])
            cells += 1 + (row.contains("when") ? row["when"].size() : 0);
    return cells;
}

} // namespace

void refuse_too_much(const JsonNode& document) {
    for (const auto* key : {"facts", "decisions", "roles", "grounds", "partners", "alerts", "codes",
                            "terms", "calendars", "routes"})
        at_most(most_listed, document, key);
    if (document.has("codes"))
        for (const auto& list : document.at("codes").items()) at_most(most_values, list, "values");
    if (!document.has("decisions")) return;
    std::size_t cells = 0;
    for (const auto& decision : document.at("decisions").items()) {
        at_most(most_rows, decision, "rows");
        cells += cells_of(decision);
        if (cells > most_cells) at_most(most_cells, decision, "rows", cells);
    }
}

} // namespace meldroute::inline v0
