// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What only shows once everything is read: the guards of routes, and the events of terms.

#include "rulebook/builder.hpp"

#include <meldroute/base/id.hpp>
#include <meldroute/routes/machines.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

void check_suspensions(const JsonNode& owner) {
    if (!owner.has("suspended")) return;
    for (const auto& node : owner.at("suspended").items()) {
        check_event_of_route(node.at("from"));
        check_event_of_route(node.at("until"));
    }
}

} // namespace

void RulebookBuilder::check_term_events() const {
    if (!document_.has("terms")) return;
    for (const auto& [id, node] : document_.at("terms").members()) {
        check_event_of_route(node.at("from"));
        check_suspensions(node);
        if (node.has("extend") && node.at("extend").has("on"))
            check_event_of_route(node.at("extend").at("on"));
        if (node.has("repeats") && node.at("repeats").has("done"))
            check_event_of_route(node.at("repeats").at("done"));
        if (node.has("told")) check_day(node.at("told"));
        if (!node.has("readings")) continue;
        for (const auto& reading : node.at("readings").items()) check_suspensions(reading);
    }
}

/// A term may take its day from a fact that is one.
void RulebookBuilder::check_day(const JsonNode& node) const {
    const auto fact = names_.fact(node);
    const auto slot = out_->vocabulary_.find(fact);
    if (out_->vocabulary_[*slot].type.kind != Kind::date)
        node.fail(Fault::term_keys_clash, {"told", "\"" + fact + "\""});
}

/// A route that has words will run, so whatever it asks must have an answer. Steps that are
/// optional are off where their decision is not there.
void RulebookBuilder::check_guards() const {
    for (const auto& words : list("routes"))
        for (const Arrow& arrow : describe(words.at("route").id()).arrows)
            if (!arrow.rule.empty()) check_guard(arrow, words);
}

void RulebookBuilder::check_guard(const Arrow& arrow, const JsonNode& words) const {
    const std::string rule(arrow.rule);
    if (!out_->decisions_->has(rule)) {
        if (arrow.kind == ArrowKind::optional) return;
        words.fail(Fault::guard_missing, {words.at("route").id(), rule});
    }
    if (is_boolean(rule)) return;
    for (const auto& node : list("decisions"))
        if (node.at("id").id() == rule)
            node.at("outcome").fail(Fault::decision_not_boolean, {rule});
}

std::string RulebookBuilder::boolean_decision(const JsonNode& node) const {
    auto id = names_.decision(node);
    if (!is_boolean(id)) node.fail(Fault::decision_not_boolean, {id});
    return id;
}

bool RulebookBuilder::is_boolean(const std::string& decision) const {
    for (const auto& node : list("decisions"))
        if (node.at("id").id() == decision)
            return node.at("outcome").string_or("type", "") == "boolean";
    return true; // a condition, made by table_of
}

} // namespace meldroute::inline v0
