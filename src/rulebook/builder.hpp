// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// From the resolved document to a rulebook: every name is looked up and every rule compiled, so
// that what loads can run.

#pragma once

#include "rulebook/origins.hpp"
#include "rulebook/route_words.hpp"

#include <meldroute/rulebook/rulebook.hpp>

#include <map>
#include <memory>
#include <vector>

namespace meldroute::inline v0 {

class RulebookBuilder {
public:
    /// The document of a resolver, or a bundle that was parsed.
    RulebookBuilder(JsonNode document, std::shared_ptr<Origins> origins);

    /// Throws RulebookError; its place is in the document until traced.
    std::shared_ptr<const Rulebook> build(std::vector<JsonNode> tests);

private:
    void take_identity();
    void take_validity();
    void take_codes();
    void take_label(Code& code) const;
    void take_facts();
    void take_agenda();
    void take_roles();
    void take_grounds();
    void take_partners();
    void take_routes();
    void take_decisions();
    void take_alerts();
    void take_labels();
    void label(const std::string& id, const Text& text);

    void check_term_events() const;
    void check_day(const JsonNode& node) const;
    void check_guards() const;
    void check_guard(const Arrow& arrow, const JsonNode& words) const;
    std::string boolean_decision(const JsonNode& node) const;
    bool is_boolean(const std::string& decision) const;

    std::vector<JsonNode> list(std::string_view key) const;
    JsonNode part(std::string_view key) const;
    JsonNode table_of(const Condition& condition) const;

    JsonNode document_;
    std::shared_ptr<Origins> origins_;
    std::shared_ptr<Rulebook> out_;
    CodeLists lists_;
    Names names_;
    std::vector<Condition> conditions_;
    std::map<std::string, Text> labels_;
};

} // namespace meldroute::inline v0
