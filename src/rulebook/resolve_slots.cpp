// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Slots: where a layer above left room in a table, {"slot": "gemeente"}, the rows of a layer below
// come to stand, {"id": …, "fills": "gemeente", "rows": […]}. And ids that are never used again.

#include "rulebook/resolve.hpp"

#include <meldroute/base/id.hpp>
#include <meldroute/base/source.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

using Pointer = Json::json_pointer;

bool is_slot(const JsonNode& row) {
    return row.has("slot");
}

std::string name_of(const JsonNode& slot) {
    slot.allow_only({"slot", "label"});
    return slot.at("slot").id();
}

/// What a filling rests on is what its rows rest on, but for those that say so themselves.
JsonNode with_source(const JsonNode& row, const JsonNode& filling) {
    if (!filling.has("source") || !row.is_object() || row.has("source")) return row;
    auto json = row.json();
    json["source"] = filling.at("source").json();
    return row.with(std::move(json));
}

} // namespace

void Resolver::note_slots(const std::string& id) {
    const auto pointer = part_["decision " + id] + "/rows";
    if (!document_.contains(Pointer(pointer)) || !document_[Pointer(pointer)].is_array()) return;
    const auto rows = origins_.node(resolved_name, pointer).items();
    if (std::none_of(rows.begin(), rows.end(), is_slot)) return;
    auto& parts = slotted_[id];
    for (const auto& row : rows) {
        if (is_slot(row))
            claim("slot", id + "." + name_of(row), row.at("slot"));
        else
            claim("row", id + "." + row.at("id").id(), row.at("id"));
        parts.push_back({row, layer_});
    }
}

void Resolver::fill_slot(const JsonNode& node) {
    node.allow_only({"id", "fills", "rows", "source", "accepted"});
    const auto id = node.at("id").id(), name = node.at("fills").id();
    auto& parts = slotted_[id];
    std::vector<std::string> open;
    auto place = parts.end();
    for (auto part = parts.begin(); part != parts.end(); ++part) {
        if (!is_slot(part->node) || part->layer == layer_) continue;
        open.push_back(name_of(part->node));
        if (open.back() == name) place = part;
    }
    if (const auto* earlier = first("filling", id + "." + name); place == parts.end() && earlier)
        node.at("fills").fail(earlier->layer < layer_ ? Fault::layer_overrides
                                                      : Fault::declared_twice,
                              {name, in_words(earlier->node.place())});
    if (place == parts.end())
        node.at("fills").fail(Fault::slot_unknown, {id, name, nearest(name, open)});
    claim("filling", id + "." + name, node.at("fills"));
    static_cast<void>(read_sources(node)); // its faults are shown here, not in each row
    std::vector<First> rows;
    for (const auto& row : node.at("rows").items()) {
        const auto part = is_slot(row) ? row : with_source(row, node);
        claim(is_slot(row) ? "slot" : "row",
              id + "." + (is_slot(row) ? name_of(row) : row.at("id").id()), row);
        rows.push_back({part, layer_});
    }
    parts.insert(parts.erase(place), rows.begin(), rows.end());
    if (!node.has("accepted")) return;
    for (const auto& one : node.at("accepted").items())
        append(part_["decision " + id] + "/accepted", one);
}

/// Rows move when others come before them, so where each was written is only known at the end.
void Resolver::close_tables() {
    for (const auto& [id, parts] : slotted_) {
        const auto pointer = part_["decision " + id];
        Json& decision = document_[Pointer(pointer)];
        decision["rows"] = Json::array();
        for (const auto& part : parts) {
            const bool slot = is_slot(part.node);
            Json& list = decision[slot ? "slots" : "rows"];
            origins_.add(resolved_name,
                         pointer + (slot ? "/slots/" : "/rows/") + std::to_string(list.size()),
                         part.node);
            list.push_back(slot ? Json(name_of(part.node)) : without_notes(part.node.json()));
        }
    }
}

/// Old cases know an id by what it meant.
void Resolver::refuse_retired() const {
    for (const auto& layer : layers_) {
        if (!layer.identity.has("retired")) continue;
        for (const auto& retired : layer.identity.at("retired").items())
            for (const auto* space : {"codes", "input", "roles", "grounds", "partners", "alerts",
                                      "calendars", "terms", "duty"})
                if (const auto* used = first(space, retired.id()))
                    used->node.fail(Fault::id_retired, {retired.id(), in_words(retired.place())});
    }
}

} // namespace meldroute::inline v0
