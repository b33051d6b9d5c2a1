// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/builder.hpp"

#include "rulebook/accepted.hpp"
#include "rulebook/limits.hpp"
#include "rulebook/partner_words.hpp"
#include "rulebook/resolve.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {

namespace {

Sees sees_of(const JsonNode& role) {
    Sees sees;
    if (role.has("sees"))
        for (const auto& category : role.at("sees").items())
            sees.categories.insert(personal_of(category));
    return sees;
}

} // namespace

RulebookBuilder::RulebookBuilder(JsonNode document, std::shared_ptr<Origins> origins)
    : document_(std::move(document)), origins_(std::move(origins)), out_(new Rulebook) {}

std::shared_ptr<const Rulebook> RulebookBuilder::build(std::vector<JsonNode> tests) {
    refuse_too_much(document_);
    take_identity();
    take_codes();
    take_facts();
    take_agenda();
    take_roles();
    take_grounds();
    take_partners();
    for (const auto& node : list("decisions")) {
        names_.decisions.push_back(node.at("id").id());
        static_cast<void>(read_accepted(node)); // refuses what `check` could not read
    }
    take_routes();
    take_decisions();
    check_guards();
    take_alerts();
    take_labels();
    out_->tests_ = std::move(tests);
    out_->bundle_ = canonical(document_.json());
    out_->digest_ = sha256(out_->bundle_);
    out_->origins_ = origins_;
    return out_;
}

void RulebookBuilder::take_identity() {
    const auto node = document_.at("identity");
    node.allow_only({"id", "title", "organisation", "version", "status", "valid", "extends",
                     "changes", "retired"});
    out_->id_ = node.at("id").id();
    out_->version_ = node.at("version").string();
    out_->title_ = node.has("title") ? node.at("title").text() : Text{out_->id_, ""};
    out_->status_ = node.at("status").one_of({"concept", "vastgesteld"});
    if (node.has("organisation")) node.at("organisation").allow_only({"name", "code"});
    if (node.has("changes"))
        for (const auto& change : node.at("changes").items())
            change.allow_only({"version", "date", "by", "what"});
    take_validity();
}

/// A rulebook is valid while it and every layer that it stands on are.
void RulebookBuilder::take_validity() {
    auto owners = list("layers");
    owners.push_back(document_.at("identity"));
    for (const auto& owner : owners) {
        if (!owner.has("valid")) continue;
        const auto valid = owner.at("valid");
        valid.allow_only({"from", "until"});
        const auto date = [&](std::string_view key) -> std::optional<Date> {
            if (!valid.has(key)) return {};
            return Date::parse(valid.at(key).string(), valid.at(key).place());
        };
        if (const auto from = date("from"))
            out_->valid_from_ = std::max(out_->valid_from_.value_or(*from), *from);
        if (const auto until = date("until"))
            out_->valid_until_ = std::min(out_->valid_until_.value_or(*until), *until);
        if (out_->valid_from_ && out_->valid_until_ && *out_->valid_until_ < *out_->valid_from_)
            valid.at(valid.has("until") ? "until" : "from")
                .fail(Fault::validity_ends_before_it_begins);
    }
}

void RulebookBuilder::take_codes() {
    for (const auto& node : list("codes")) {
        auto codes = read_codes(node.at("values"));
        for (auto& code : codes) take_label(code);
        lists_["codes/" + node.at("id").id()] = std::move(codes);
    }
}

/// A code without words of its own has those of the partner of that name.
void RulebookBuilder::take_label(Code& code) const {
    if (code.label.nl != code.id) return;
    for (const auto& partner : list("partners"))
        if (partner.at("id").id() == code.id) code.label = partner.at("label").text();
}

void RulebookBuilder::take_facts() {
    for (const auto& node : list("facts")) out_->vocabulary_.declare(node, lists_);
    names_.facts = out_->vocabulary_.ids();
}

void RulebookBuilder::take_agenda() {
    const auto equated =
        document_.has("equated-days") ? EquatedDays::read(part("equated-days")) : EquatedDays();
    out_->calendars_ = std::make_unique<Calendars>(equated);
    if (document_.has("calendars")) out_->calendars_->add(part("calendars"));
    if (document_.has("terms")) out_->terms_.add(part("terms"), *out_->calendars_);
    for (const auto& term : out_->terms_.all()) {
        names_.terms.push_back(term.id);
        if (!term.at_once && !term.repeats) names_.ending.push_back(term.id);
    }
    check_term_events();
}

void RulebookBuilder::take_roles() {
    for (const auto& node : list("roles")) {
        node.allow_only({"id", "label", "sees"});
        out_->roles_.push_back({node.at("id").id(), node.at("label").text(), sees_of(node)});
        names_.roles.push_back(out_->roles_.back().id);
    }
}

void RulebookBuilder::take_grounds() {
    for (const auto& node : list("grounds")) {
        out_->grounds_.push_back(read_ground(node, names_));
        names_.grounds.push_back(out_->grounds_.back().id);
    }
}

void RulebookBuilder::take_partners() {
    if (const auto codes = lists_.find("codes/partners"); codes != lists_.end())
        for (const auto& code : codes->second) names_.partners.push_back(code.id);
    for (const auto& node : list("partners")) out_->partners_.push_back(read_partner(node, names_));
}

void RulebookBuilder::take_routes() {
    for (const auto& node : list("routes"))
        out_->routes_.push_back(read_route_rules(node, names_, conditions_));
}

void RulebookBuilder::take_decisions() {
    auto declarations = list("decisions");
    for (const auto& condition : conditions_) declarations.push_back(table_of(condition));
    out_->decisions_ =
        std::make_unique<Decisions>(Decisions::read(out_->vocabulary_, declarations, lists_));
}

void RulebookBuilder::take_alerts() {
    for (const auto& node : list("alerts")) {
        node.allow_only({"id", "decision", "label", "question"});
        out_->alerts_.push_back({node.at("id").id(), boolean_decision(node.at("decision")),
                                 node.at("label").text(), node.text_or_empty("question")});
    }
}

/// The first that names an id labels it.
void RulebookBuilder::label(const std::string& id, const Text& text) {
    if (!text.empty()) labels_.try_emplace(id, text);
}

void RulebookBuilder::take_labels() {
    if (document_.has("labels"))
        for (const auto& [id, node] : document_.at("labels").members()) label(id, node.text());
    for (const auto& route : out_->routes_)
        for (const auto& step : route.steps) {
            label(route.route + "." + step.step, step.label);
            label(step.step, step.label);
            for (const auto& duty : step.duties)
                label(route.route + "." + step.step + "." + duty.id, duty.label);
            for (const auto& start : step.starts)
                if (!start.when.empty()) label(start.when, start.find_out.label);
        }
    for (const auto& role : out_->roles_) label(role.id, role.label);
    for (const auto& ground : out_->grounds_) label(ground.id, ground.label);
    for (const auto& partner : out_->partners_) label(partner.id, partner.label);
    for (const auto& alert : out_->alerts_) label(alert.id, alert.label);
    for (const auto* kind : {"facts", "decisions"})
        for (const auto& node : list(kind)) label(node.at("id").id(), node.text_or_empty("label"));
    for (const auto& [name, codes] : lists_)
        for (const auto& code : codes) label(code.id, code.label);
    for (const auto& id : names_.facts)
        for (const auto& code : out_->vocabulary_[*out_->vocabulary_.find(id)].type.codes)
            label(code.id, code.label);
    out_->labels_.assign(labels_.begin(), labels_.end());
}

std::vector<JsonNode> RulebookBuilder::list(std::string_view key) const {
    return document_.has(key) ? document_.at(key).items() : std::vector<JsonNode>{};
}

/// One key of the document, as the file that it came from.
JsonNode RulebookBuilder::part(std::string_view key) const {
    return document_.with(Json{{std::string(key), document_.at(key).json()}});
}

/// The one-row table that a condition stands for.
JsonNode RulebookBuilder::table_of(const Condition& condition) const {
    const auto& owner = condition.owner;
    const Json row{{"id", "als"}, {"when", owner.at("when").json()}, {"then", true}};
    Json table{{"id", condition.id},
               {"label", owner.at("label").json()},
               {"take", "first"},
               {"outcome", {{"type", "boolean"}}},
               {"rows", Json::array({row})},
               {"else", false}};
    if (owner.has("source")) table["source"] = owner.at("source").json();
    origins_->alias(resolved_name, owner.pointer() + "/rows/0/when", owner.pointer() + "/when");
    return owner.with(std::move(table));
}

} // namespace meldroute::inline v0
