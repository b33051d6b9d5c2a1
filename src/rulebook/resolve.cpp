// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/resolve.hpp"

#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace meldroute::inline v0 {
namespace {

using Pointer = Json::json_pointer;

/// The keys of these are ids that somebody chose, so "note" may be one of them.
bool has_ids_for_keys(std::string_view key) {
    static constexpr std::array<std::string_view, 6> owners{"when",  "labels", "steps",
                                                            "terms", "value",  "calendars"};
    return std::find(owners.begin(), owners.end(), key) != owners.end();
}

Json stripped(const Json& value, bool ids_for_keys) {
    if (value.is_array()) {
        Json out = Json::array();
        for (const auto& item : value) out.push_back(stripped(item, false));
        return out;
    }
    if (!value.is_object()) return value;
    Json out = Json::object();
    for (const auto& [key, member] : value.items())
        if (ids_for_keys || (key != "note" && key != "$schema"))
            out[key] = stripped(member, has_ids_for_keys(key));
    return out;
}

std::string key_of(std::string_view space, const std::string& id) {
    return std::string(space) + " " + id;
}

} // namespace

Json without_notes(const Json& value) {
    return stripped(value, false);
}

Resolver::Resolver(const std::vector<Layer>& layers) : layers_(layers) {}

Resolved Resolver::resolve() {
    const Layer& lowest = layers_.back();
    document_ = Json::object();
    document_["bundle"] = 1;
    origins_.add(resolved_name, "", lowest.identity);
    set("/identity", lowest.identity);
    document_["layers"] = Json::array();
    for (layer_ = 0; layer_ < layers_.size(); ++layer_) add_layer(layers_[layer_]);
    close_tables();
    refuse_retired();
    return {JsonNode::wrap(std::move(document_), resolved_name), std::move(origins_)};
}

void Resolver::add_layer(const Layer& layer) {
    Json said{{"id", layer.id()}, {"version", layer.version()}};
    for (const auto* key : {"status", "valid"})
        if (layer.identity.has(key)) said[key] = without_notes(layer.identity.at(key).json());
    origins_.add(resolved_name, "/layers/" + std::to_string(layer_), layer.identity);
    document_["layers"].push_back(std::move(said));
    for (const auto& file : layer.of("codes")) add_codes(file);
    for (const auto* kind : {"facts", "decisions", "roles", "grounds", "partners", "alerts"})
        for (const auto& file : layer.of(kind)) add_listed(kind, file);
    for (const auto* kind : {"calendars", "terms", "labels"})
        for (const auto& file : layer.of(kind)) add_named(kind, file);
    for (const auto& file : layer.of("equated-days")) add_equated_days(file);
    for (const auto& file : layer.of("routes")) add_route(file);
}

void Resolver::add_codes(const JsonNode& file) {
    if (file.has("extends")) return extend_codes(file);
    file.allow_only({"id", "extensible", "label", "source", "values"});
    const auto id = file.at("id").id();
    claim("codes", id, file.at("id"));
    part_[key_of("codes", id)] = "/codes/" + std::to_string(document_["codes"].size());
    if (file.has("extensible")) static_cast<void>(file.at("extensible").boolean());
    static_cast<void>(file.at("values").items()); // refuses what cannot be extended
    append("/codes", file);
}

void Resolver::extend_codes(const JsonNode& file) {
    file.allow_only({"extends", "values"});
    const auto id = file.at("extends").id();
    const auto found = part_.find(key_of("codes", id));
    if (found == part_.end()) {
        std::vector<std::string> ids;
        for (const auto& list : document_["codes"]) ids.push_back(list.at("id"));
        file.at("extends").fail(Fault::codes_unknown, {id, nearest(id, ids)});
    }
    if (!document_[Pointer(found->second)].value("extensible", false))
        file.at("extends").fail(Fault::codes_not_extensible,
                                {id, in_words(first("codes", id)->node.place())});
    for (const auto& value : file.at("values").items()) append(found->second + "/values", value);
}

void Resolver::add_listed(const std::string& kind, const JsonNode& file) {
    file.allow_only({kind});
    for (const auto& node : file.at(kind).items()) {
        if (kind == "decisions") {
            add_decision(node);
            continue;
        }
        if (kind == "partners") {
            add_partner(node);
            continue;
        }
        claim(kind == "facts" ? "input" : kind, node.at("id").id(), node.at("id"));
        append("/" + kind, node);
    }
}

void Resolver::add_partner(const JsonNode& node) {
    if (node.has("extends")) return extend_partner(node);
    const auto id = node.at("id").id();
    claim("partners", id, node.at("id"));
    part_[key_of("partners", id)] = "/partners/" + std::to_string(document_["partners"].size());
    append("/partners", node);
}

/// A municipality knows a line of its own, or found the ground that was missing.
void Resolver::extend_partner(const JsonNode& node) {
    node.allow_only({"extends", "contact", "grounds"});
    const auto id = node.at("extends").id();
    const auto found = part_.find(key_of("partners", id));
    if (found == part_.end()) {
        std::vector<std::string> ids;
        for (const auto& partner : document_["partners"]) ids.push_back(partner.at("id"));
        node.at("extends").fail(Fault::partner_unknown, {id, nearest(id, ids)});
    }
    Json& partner = document_[Pointer(found->second)];
    if (partner.contains("contact") && partner["contact"].is_string())
        partner["contact"] = Json::array({{{"number", partner["contact"]}}});
    for (const auto* key : {"contact", "grounds"})
        if (node.has(key))
            for (const auto& one : node.at(key).items()) append(found->second + "/" + key, one);
}

void Resolver::add_named(const std::string& kind, const JsonNode& file) {
    file.allow_only({kind});
    if (!document_.contains(kind)) document_[kind] = Json::object();
    for (const auto& [id, node] : file.at(kind).members()) {
        claim(kind, id, node);
        set("/" + kind + last_token(node), node);
    }
}

void Resolver::add_equated_days(const JsonNode& file) {
    file.allow_only({"equated-days"});
    for (const auto& node : file.at("equated-days").items()) append("/equated-days", node);
}

void Resolver::claim(std::string_view space, const std::string& id, const JsonNode& node) {
    const auto [there, is_new] = first_.try_emplace(key_of(space, id), First{node, layer_});
    if (is_new) return;
    const bool above = there->second.layer < layer_;
    node.fail(above ? Fault::layer_overrides : Fault::declared_twice,
              {id, in_words(there->second.node.place())});
}

const Resolver::First* Resolver::first(std::string_view space, const std::string& id) const {
    const auto found = first_.find(key_of(space, id));
    return found == first_.end() ? nullptr : &found->second;
}

void Resolver::append(const std::string& pointer, const JsonNode& node) {
    Json& list = document_[Pointer(pointer)];
    if (list.is_null()) list = Json::array();
    origins_.add(resolved_name, pointer + "/" + std::to_string(list.size()), node);
    list.push_back(without_notes(node.json()));
}

void Resolver::set(const std::string& pointer, const JsonNode& node) {
    document_[Pointer(pointer)] = without_notes(node.json());
    origins_.add(resolved_name, pointer, node);
}

} // namespace meldroute::inline v0
