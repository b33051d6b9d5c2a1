// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/reading.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

void add_columns(Ids& ids, const JsonNode& owner) {
    if (!owner.has("when")) return;
    for (const auto& [input, cell] : owner.at("when").members()) ids.insert(input);
}

/// {"var": "…"} and the other operators whose argument is the name of an input.
void add_names(Ids& ids, const Json& expression) {
    if (expression.is_string()) ids.insert(expression.get<std::string>());
    if (expression.is_structured())
        for (const auto& part : expression) add_names(ids, part);
}

void add_word(Ids& ids, const JsonNode& owner, std::string_view key) {
    if (!owner.has(key)) return;
    const auto word = owner.at(key);
    if (word.is_string())
        ids.insert(word.string());
    else
        for (const auto& item : word.items()) ids.insert(item.string());
}

void add_step(Ids& ids, const JsonNode& step) {
    add_word(ids, step, "asks");
    for (const auto& decides : decided_at(step))
        for (const auto* key : {"fact", "advice", "beside"}) add_word(ids, decides, key);
    if (step.has("duties"))
        for (const auto& duty : step.at("duties").items()) add_columns(ids, duty);
    if (step.has("starts"))
        for (const auto& start : step.at("starts").items())
            if (start.is_object()) add_columns(ids, start);
    if (step.has("share"))
        for (const auto& share : step.at("share").items())
            for (const auto* key : {"with", "facts"}) add_word(ids, share, key);
}

} // namespace

Ids inputs_of_declaration(const JsonNode& declaration) {
    Ids ids;
    if (declaration.has("rows"))
        for (const auto& row : declaration.at("rows").items()) add_columns(ids, row);
    // A text in an expression that is no input's name harms nothing: no id is looked up by it.
    if (declaration.has("value")) add_names(ids, declaration.at("value").json());
    return ids;
}

std::vector<JsonNode> decided_at(const JsonNode& step) {
    if (!step.has("decides")) return {};
    const auto decides = step.at("decides");
    return decides.json().is_array() ? decides.items() : std::vector{decides};
}

Ids inputs_of_routes(const JsonNode& bundle) {
    Ids ids;
    if (!bundle.has("routes")) return ids;
    for (const auto& route : bundle.at("routes").items())
        for (const auto& [id, step] : route.at("steps").members()) add_step(ids, step);
    return ids;
}

Ids with_all_below(const JsonNode& bundle, Ids ids) {
    if (!bundle.has("decisions")) return ids;
    const auto decisions = bundle.at("decisions").items();
    for (std::size_t before = 0; before != ids.size();) {
        before = ids.size();
        for (const auto& decision : decisions)
            if (ids.contains(decision.at("id").string()))
                ids.merge(inputs_of_declaration(decision));
    }
    return ids;
}

} // namespace meldroute::inline v0
