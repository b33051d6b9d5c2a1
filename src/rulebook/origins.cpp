// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/origins.hpp"

#include <meldroute/base/pointer.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

/// Down from a node along a pointer, as far as it goes.
JsonNode walk(JsonNode node, std::string_view pointer) {
    while (!pointer.empty()) {
        pointer.remove_prefix(1);
        const auto end = std::min(pointer.find('/'), pointer.size());
        const auto token = key_of_token(pointer.substr(0, end));
        pointer.remove_prefix(end);
        if (node.has(token)) {
            node = node.at(token);
        } else if (node.is_array() && token.size() < 9 &&
                   token.find_first_not_of("0123456789") == std::string::npos &&
                   std::stoul(token) < node.json().size()) {
            node = node.items()[std::stoul(token)];
        } else {
            break;
        }
    }
    return node;
}

} // namespace

void Origins::add(const std::string& document, const std::string& pointer, const JsonNode& node) {
    documents_[document].insert_or_assign(pointer, node);
}

void Origins::alias(const std::string& document, const std::string& pointer,
                    std::string_view other) {
    if (documents_.contains(document)) add(document, pointer, node(document, other));
}

/// Shortens the pointer to where that node stands.
const JsonNode* Origins::nearest_above(const Nodes& nodes, std::string_view& pointer) {
    for (;; pointer = pointer.substr(0, pointer.rfind('/'))) {
        const auto found = nodes.find(pointer);
        if (found != nodes.end()) return &found->second;
        if (pointer.empty()) return nullptr;
    }
}

JsonNode Origins::node(std::string_view document, std::string_view pointer) const {
    auto above = pointer;
    const auto* node = nearest_above(documents_.find(document)->second, above);
    return walk(*node, pointer.substr(above.size()));
}

Place Origins::trace(Place place) const {
    for (auto known = documents_.find(place.file); known != documents_.end();
         known = documents_.find(place.file)) {
        auto written = node(known->first, place.pointer).place();
        written.row = place.row;
        if (written == place) break; // a bundle's file may be called like the document
        place = std::move(written);
    }
    return place;
}

std::string in_words(const Place& place) {
    if (place.line == 0) return place.file + " " + place.pointer;
    return place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
}

std::string last_token(const JsonNode& node) {
    const auto pointer = node.pointer();
    return pointer.empty() ? "" : pointer.substr(pointer.rfind('/'));
}

} // namespace meldroute::inline v0
