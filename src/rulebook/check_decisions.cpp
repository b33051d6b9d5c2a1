// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/check_decisions.hpp"

#include "rulebook/reading.hpp"

#include <meldroute/proofs/proofs.hpp>
#include <meldroute/routes/machines.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

using enum Finding::Severity;

/// Every word in a JSON value, key or text.
void add_words(Ids& ids, const Json& value) {
    if (value.is_string()) ids.insert(value.get<std::string>());
    if (value.is_object())
        for (const auto& [key, part] : value.items()) ids.insert(key);
    if (value.is_structured())
        for (const auto& part : value) add_words(ids, part);
}

Finding::Severity severity_of(Fault fault) {
    switch (fault) {
    case Fault::found_gap:
    case Fault::found_overlap: return error;
    case Fault::found_row_impossible:
    case Fault::found_row_never_first:
    case Fault::found_decision_constant:
    case Fault::found_guard_one_way: return warning;
    default: return note;
    }
}

class DecisionChecker {
public:
    DecisionChecker(const Rulebook& book, const JsonNode& bundle) : book_(book), bundle_(bundle) {
        for (const auto& node : list("decisions")) nodes_.emplace(node.at("id").string(), node);
        for (const auto& route : list("routes"))
            for (const Arrow& arrow : describe(route.at("route").string()).arrows)
                (arrow.kind == ArrowKind::optional ? switches_ : guards_)
                    .insert(std::string(arrow.rule));
    }

    std::vector<Finding> findings() {
        for (auto& proof : prove(book_.decisions())) add(std::move(proof));
        labels();
        tests();
        if (list("routes").empty()) return std::move(found_); // a layer for others to build on
        unused();
        unasked();
        return std::move(found_);
    }

private:
    std::vector<JsonNode> list(std::string_view key) const {
        return bundle_.has(key) ? bundle_.at(key).items() : std::vector<JsonNode>{};
    }

    Finding& find(Finding::Severity severity, Fault fault, const JsonNode& at,
                  const std::vector<std::string>& words) {
        found_.push_back(finding(severity, fault, book_.place(at.pointer()), words));
        return found_.back();
    }

    void add(Proof proof) {
        const auto node = nodes_.find(proof.decision);
        if (node == nodes_.end()) return; // the condition of a duty stands in its route
        const bool constant = proof.fault == Fault::found_decision_constant;
        if (constant && switches_.contains(proof.decision)) return; // an optional step, on or off
        const bool guard = guards_.contains(proof.decision);
        const bool one_way = guard && constant;
        const Fault fault = one_way ? Fault::found_guard_one_way : proof.fault;
        auto& finding = find(severity_of(fault), fault, place(node->second, proof), proof.words);
        finding.decision = proof.decision;
        finding.place.row = proof.rows.empty() ? "" : proof.rows.front();
        finding.rows = std::move(proof.rows);
        finding.witness = std::move(proof.witness);
        finding.beside = std::move(proof.beside);
    }

    /// The row to mend, or the whole decision.
    static JsonNode place(const JsonNode& decision, const Proof& proof) {
        if (!proof.rows.empty() && decision.has("rows"))
            for (const auto& row : decision.at("rows").items())
                if (row.string_or("id", "") == proof.rows.front()) return row;
        return decision;
    }

    void unused() {
        auto read = inputs_of_routes(bundle_);
        for (const auto* asked : {&guards_, &switches_}) read.insert(asked->begin(), asked->end());
        for (const auto& alert : book_.alerts()) read.insert(alert.decision);
        for (const auto& [id, node] : nodes_) read.merge(inputs_of_declaration(node));
        for (const auto& [id, node] : nodes_)
            if (!read.contains(id))
                find(note, Fault::found_decision_unused, node, {id}).decision = id;
    }

    void labels() {
        for (const auto& [id, node] : nodes_)
            if (!node.has("label"))
                find(note, Fault::found_decision_without_label, node, {id}).decision = id;
    }

    /// Only of decisions of a layer that has tests at all, and that say something.
    void tests() {
        Ids expected, folders;
        for (const auto& file : book_.tests()) {
            add_words(expected, file.json());
            const auto name = file.place().file;
            folders.insert(name.substr(0, name.rfind("tests/")));
        }
        for (const auto& [id, node] : nodes_)
            if (!expected.contains(id) && (node.has("rows") || node.has("value")) &&
                stands_in(folders, book_.place(node.pointer()).file))
                find(note, Fault::found_decision_without_test, node, {id}).decision = id;
    }

    static bool stands_in(const Ids& folders, const std::string& file) {
        return std::any_of(folders.begin(), folders.end(),
                           [&](const auto& folder) { return file.starts_with(folder); });
    }

    /// A fact below a decision that no step asks, and for which nobody has words to ask it with.
    void unasked() {
        Ids asked, read;
        for (const auto& route : book_.routes())
            for (const auto& step : route.steps) {
                asked.insert(step.asks.begin(), step.asks.end());
                for (const auto& decides : step.decides) {
                    asked.insert({decides.fact, decides.advice});
                    asked.insert(decides.beside.begin(), decides.beside.end());
                }
            }
        asked = with_all_below(bundle_, std::move(asked));
        for (const auto& [id, node] : nodes_) read.merge(inputs_of_declaration(node));
        for (const auto& node : list("facts"))
            if (const auto id = node.at("id").string();
                read.contains(id) && !asked.contains(id) && !node.has("ask"))
                find(note, Fault::found_fact_not_asked, node, {id});
    }

    const Rulebook& book_;
    const JsonNode& bundle_;
    std::map<std::string, JsonNode> nodes_; ///< of decisions, by id
    Ids guards_, switches_; ///< what routes ask, and what turns their optional steps on
    std::vector<Finding> found_;
};

} // namespace

Finding finding(Finding::Severity severity, Fault fault, Place place,
                const std::vector<std::string>& words) {
    const RulebookError said(fault, words, {});
    const auto sentence = [&](Lang lang) { return said.text(lang).substr(said.code().size() + 1); };
    Finding out;
    out.severity = severity;
    out.code = said.code();
    out.place = std::move(place);
    out.words = {sentence(Lang::nl), sentence(Lang::en)};
    out.about = words;
    return out;
}

std::vector<Finding> check_decisions(const Rulebook& rulebook, const JsonNode& bundle) {
    return DecisionChecker(rulebook, bundle).findings();
}

} // namespace meldroute::inline v0
