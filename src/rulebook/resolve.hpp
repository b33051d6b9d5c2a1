// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Layers laid over each other: one document, in which every part knows its file. A lower layer may
// fill what is open, extend what is extensible and add what is new; all else is refused.

#pragma once

#include "rulebook/layers.hpp"
#include "rulebook/origins.hpp"

#include <meldroute/base/json.hpp>

#include <nlohmann/json.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// The name of the resolved document in places, before they are traced to a file.
inline constexpr const char* resolved_name = "rulebook";

struct Resolved {
    JsonNode document;
    Origins origins;
};

class Resolver {
public:
    explicit Resolver(const std::vector<Layer>& layers);

    /// Throws RulebookError M1504 to M1507, M1520 and M1521, naming both places.
    Resolved resolve();

private:
    struct First {
        JsonNode node;
        std::size_t layer;
    };

    void add_layer(const Layer& layer);
    void add_codes(const JsonNode& file);
    void extend_codes(const JsonNode& file);
    void add_listed(const std::string& kind, const JsonNode& file);
    void add_partner(const JsonNode& node);
    void extend_partner(const JsonNode& node);
    void add_named(const std::string& kind, const JsonNode& file);
    void add_equated_days(const JsonNode& file);
    void add_decision(const JsonNode& node);
    void fill(const JsonNode& node);
    void fill_key(const std::string& id, const std::string& key, const JsonNode& node);
    void note_slots(const std::string& id);
    void fill_slot(const JsonNode& node);
    void close_tables();
    void refuse_retired() const;
    void add_route(const JsonNode& file);
    void add_step(const std::string& route, const JsonNode& step);
    void add_duty(const std::string& place, const std::string& step, const JsonNode& duty);

    /// Notes who was first under this name; throws M1507, or M1504 when a layer above was.
    void claim(std::string_view space, const std::string& id, const JsonNode& node);
    void append(const std::string& pointer, const JsonNode& node);
    void set(const std::string& pointer, const JsonNode& node);
    const First* first(std::string_view space, const std::string& id) const;

    const std::vector<Layer>& layers_;
    std::size_t layer_ = 0;
    Json document_;
    Origins origins_;
    std::map<std::string, First, std::less<>> first_; ///< by space and id
    std::map<std::string, std::string, std::less<>>
        part_; ///< pointer of a code list, decision or route
    std::map<std::string, std::vector<First>> slotted_; ///< rows and slots, by decision
};

/// Without what is for people who edit only: "$schema" and "note".
Json without_notes(const Json& value);

} // namespace meldroute::inline v0
