// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/facts/vocabulary.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

constexpr std::size_t most_fields = 32;

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

Personal personal_of(const JsonNode& word) {
    const auto category = word.one_of({"ordinary", "special", "criminal"});
    if (category == "ordinary") return Personal::ordinary;
    return category == "special" ? Personal::special : Personal::criminal;
}

void Vocabulary::declare(const JsonNode& node, const CodeLists& lists) {
    Fact fact = read(node, lists);
    if (const auto first = find(fact.id))
        node.at("id").fail(Fault::fact_declared_twice, {fact.id, where(nodes_[*first].place())});
    if (fact.id == moment_of_event && fact.type.kind != Kind::moment)
        node.at("type").fail(Fault::fact_reserved, {fact.id});
    const auto slot = std::uint32_t(facts_.size());
    words_.add(Lexicon::none, fact.id, slot);
    for (std::uint32_t code = 0; code < fact.type.codes.size(); ++code)
        words_.add(slot, fact.type.codes[code].id, code);
    const bool list = fact.type.kind == Kind::list;
    add(std::move(fact), node);
    if (list) add_records(node, lists);
}

Fact Vocabulary::read(const JsonNode& node, const CodeLists& lists) const {
    node.allow_only({"id", "type", "values", "items", "min", "max", "decimals", "unit", "personal",
                     "label", "ask", "source", "fields"});
    Fact fact;
    fact.id = node.at("id").id();
    fact.type = read_type(node, lists);
    if (node.has("personal")) fact.personal = personal_of(node.at("personal"));
    fact.label = node.has("label") ? node.at("label").text() : Text{fact.id, ""};
    fact.question = fact.label;
    if (node.has("ask")) read_ask(fact, node.at("ask"));
    fact.sources = read_sources(node);
    return fact;
}

void Vocabulary::add(Fact fact, const JsonNode& node) {
    facts_.push_back(std::move(fact));
    nodes_.emplace_back(node);
}

void Vocabulary::add_records(const JsonNode& node, const CodeLists& lists) {
    const std::size_t list = facts_.size() - 1;
    const auto nodes = node.at("fields").items();
    if (nodes.empty() || nodes.size() > most_fields)
        node.at("fields").fail(Fault::type_incomplete,
                               {"list", "fields: 1 … " + std::to_string(most_fields)});
    std::vector<Fact> fields;
    for (const auto& one : nodes) {
        Fact field = read(one, lists);
        if (field.type.kind == Kind::list) one.at("type").fail(Fault::list_in_list, {field.id});
        for (const auto& other : fields)
            if (other.id == field.id) one.at("id").fail(Fault::fact_declared_twice, {field.id, ""});
        facts_[list].fields.push_back(field.id);
        fields.push_back(std::move(field));
    }
    for (int record = 0; record < int(facts_[list].type.max); ++record)
        for (Fact part : fields) {
            part.id = facts_[list].id + "." + std::to_string(record) + "." + part.id;
            part.list = list;
            part.record = record;
            const auto number = " " + std::to_string(record + 1) + ": ";
            const Text& of = facts_[list].label;
            for (Text* text : {&part.label, &part.question})
                *text = {of.nl + number + text->nl,
                         text->en.empty() || of.en.empty() ? "" : of.en + number + text->en};
            add(std::move(part), node);
        }
}

std::optional<std::size_t> Vocabulary::field(std::size_t list, int record,
                                             std::string_view id) const {
    const auto& fields = facts_[list].fields;
    const auto found = std::find(fields.begin(), fields.end(), id);
    if (found == fields.end()) return {};
    return list + 1 + std::size_t(record) * fields.size() + std::size_t(found - fields.begin());
}

std::vector<std::string> Vocabulary::ids() const {
    std::vector<std::string> ids;
    for (const auto& fact : facts_)
        if (!fact.list) ids.push_back(fact.id);
    return ids;
}

} // namespace meldroute::inline v0
