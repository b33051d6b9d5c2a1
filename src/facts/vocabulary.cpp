// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/facts/vocabulary.hpp>

namespace meldroute::inline v0 {
namespace {

Personal personal_of(const JsonNode& node) {
    if (!node.has("personal")) return Personal::none;
    const auto word = node.at("personal").one_of({"ordinary", "special", "criminal"});
    if (word == "ordinary") return Personal::ordinary;
    return word == "special" ? Personal::special : Personal::criminal;
}

void read_ask(Fact& fact, const JsonNode& ask) {
    ask.allow_only({"nl", "en", "who"});
    if (ask.has("nl") || ask.has("en"))
        fact.question = {ask.at("nl").string(), ask.string_or("en", "")};
    fact.who = ask.string_or("who", "");
}

std::string where(const Place& place) {
    if (place.line == 0) return place.file + " " + place.pointer;
    return place.file + ":" + std::to_string(place.line);
}

} // namespace

void Vocabulary::declare(const JsonNode& node, const CodeLists& lists) {
    node.allow_only({"id", "type", "values", "items", "min", "max", "decimals", "unit", "personal",
                     "label", "ask", "source"});
    Fact fact;
    fact.id = node.at("id").id();
    if (const auto first = find(fact.id))
        node.at("id").fail(Fault::fact_declared_twice, {fact.id, where(nodes_[*first].place())});
    fact.type = read_type(node, lists);
    fact.personal = personal_of(node);
    fact.label = node.has("label") ? node.at("label").text() : Text{fact.id, ""};
    fact.question = fact.label;
    if (node.has("ask")) read_ask(fact, node.at("ask"));
    fact.sources = read_sources(node);

    slots_.emplace(fact.id, facts_.size());
    facts_.push_back(std::move(fact));
    nodes_.push_back(node);
}

std::optional<std::size_t> Vocabulary::find(std::string_view id) const {
    const auto found = slots_.find(id);
    if (found == slots_.end()) return {};
    return found->second;
}

std::vector<std::string> Vocabulary::ids() const {
    std::vector<std::string> ids;
    for (const auto& fact : facts_) ids.push_back(fact.id);
    return ids;
}

} // namespace meldroute::inline v0
