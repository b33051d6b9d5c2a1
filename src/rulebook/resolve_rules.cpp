// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Decisions and the words on routes: where a lower layer may add to what stands above.

#include "rulebook/resolve.hpp"

#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

using Pointer = Json::json_pointer;

bool is_true(const JsonNode& node, std::string_view key) {
    return node.has(key) && node.at(key).boolean();
}

/// Declared without a body, for a layer below to give.
bool is_open(const Json& decision) {
    return decision.value("open", false) && !decision.contains("rows") &&
           !decision.contains("value");
}

bool is_for_editors(const std::string& key) {
    return key == "note" || key == "$schema";
}

} // namespace

void Resolver::add_decision(const JsonNode& node) {
    if (node.has("slots")) node.at("slots").fail(Fault::key_unknown, {"slots", "slot"});
    if (node.has("fills") && node.at("fills").is_string()) return fill_slot(node);
    if (is_true(node, "fills")) return fill(node);
    const auto id = node.at("id").id();
    claim("input", id, node.at("id"));
    // What a lower layer builds on must be of the right type.
    static_cast<void>(is_true(node, "open"));
    if (node.has("source")) static_cast<void>(node.at("source").items());
    part_["decision " + id] = "/decisions/" + std::to_string(document_["decisions"].size());
    append("/decisions", node);
    document_["decisions"].back().erase("fills");
    note_slots(id);
}

void Resolver::fill(const JsonNode& node) {
    const auto id = node.at("id").id();
    const auto part = part_.find("decision " + id);
    if (part == part_.end()) {
        std::vector<std::string> open;
        for (const auto& decision : document_["decisions"])
            if (is_open(decision)) open.push_back(decision.at("id"));
        node.at("id").fail(Fault::nothing_to_fill, {id, nearest(id, open)});
    }
    Json& decision = document_[Pointer(part->second)];
    const bool above = first("input", id)->layer < layer_;
    if (!above || !is_open(decision)) claim("input", id, node.at("id"));

    // What is there was written above; what is missing is missing here.
    for (const auto& [key, member] : decision.items()) {
        const auto pointer = part->second + "/" + key;
        origins_.add(resolved_name, pointer, origins_.node(resolved_name, pointer));
    }
    origins_.add(resolved_name, part->second, node);
    decision.erase("open");
    for (const auto& [key, member] : node.members())
        if (key != "fills" && key != "id" && !is_for_editors(key)) fill_key(id, key, member);
    note_slots(id);
}

void Resolver::fill_key(const std::string& id, const std::string& key, const JsonNode& node) {
    const auto pointer = part_["decision " + id] + last_token(node);
    Json& decision = document_[Pointer(part_["decision " + id])];
    if (key == "source" || key == "accepted") {
        for (const auto& one : node.items()) append(pointer, one);
    } else if (!decision.contains(key)) {
        set(pointer, node);
    } else if (decision[key] != without_notes(node.json())) {
        node.fail(Fault::layer_overrides,
                  {id, in_words(origins_.node(resolved_name, pointer).place())});
    }
}

void Resolver::add_route(const JsonNode& file) {
    file.allow_only({"route", "steps"});
    const auto route = file.at("route").id();
    auto& pointer = part_["route " + route];
    if (pointer.empty()) {
        pointer = "/routes/" + std::to_string(document_["routes"].size());
        document_["routes"].push_back({{"route", route}, {"steps", Json::object()}});
        origins_.add(resolved_name, pointer, file);
    }
    for (const auto& [step, node] : file.at("steps").members()) add_step(route, node);
}

void Resolver::add_step(const std::string& route, const JsonNode& step) {
    const auto pointer = part_["route " + route] + "/steps" + last_token(step);
    const auto id = route + "." + last_token(step).substr(1);
    if (!document_.contains(Pointer(pointer))) {
        document_[Pointer(pointer)] = Json::object();
        origins_.add(resolved_name, pointer, step);
    }
    for (const auto& [key, member] : step.members()) {
        if (is_for_editors(key)) continue;
        if (key == "duties") {
            for (const auto& duty : member.items()) add_duty(pointer, id, duty);
        } else {
            claim("words", id + "." + key, member);
            set(pointer + last_token(member), member);
        }
    }
}

void Resolver::add_duty(const std::string& place, const std::string& step, const JsonNode& duty) {
    claim("duty", step + "." + duty.at("id").id(), duty.at("id"));
    append(place + "/duties", duty);
}

} // namespace meldroute::inline v0
