// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A small book of rules from a text, for tests.

#pragma once

#include <meldroute/rules/decisions.hpp>

#include <nlohmann/json.hpp>

#include <memory>
#include <string>

namespace meldroute::inline v0 {

/// {"facts": […], "decisions": […]}.
struct SmallBook {
    std::unique_ptr<Vocabulary> vocabulary = std::make_unique<Vocabulary>();
    std::unique_ptr<Decisions> decisions;

    explicit SmallBook(const JsonNode& root) {
        for (const auto& node : root.at("facts").items()) vocabulary->declare(node, {});
        decisions = std::make_unique<Decisions>(
            Decisions::read(*vocabulary, root.at("decisions").items(), {}));
    }
    explicit SmallBook(const std::string& text) : SmallBook(JsonNode::parse(text, "boek.json")) {}

    Situation situation(const Json& facts) const {
        Situation out(*vocabulary);
        out.tell(JsonNode::wrap(facts.is_null() ? Json::object() : facts, "feiten"));
        return out;
    }
    Ruling rule(const std::string& id, const Json& facts) const {
        return decisions->rule(id, situation(facts));
    }
    Reasons reasons(const std::string& id, const Json& facts, const Audience& audience) const {
        const auto known = situation(facts);
        return decisions->reasons(decisions->rule(id, known), known, audience);
    }
    /// For who may see everything.
    std::string why(const std::string& id, const Json& facts, Lang lang = Lang::nl) const {
        return reasons(id, facts, {lang, Sees::everything()}).text();
    }
};

} // namespace meldroute::inline v0
