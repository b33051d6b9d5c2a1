// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/rulebook/check.hpp>

#include "rulebook/accepted.hpp"
#include "rulebook/check_decided.hpp"
#include "rulebook/check_decisions.hpp"
#include "rulebook/check_grounds.hpp"
#include "rulebook/check_order.hpp"
#include "rulebook/check_routes.hpp"
#include "rulebook/reading.hpp"

#include <meldroute/routes/machines.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>

namespace meldroute::inline v0 {
namespace {

using enum Finding::Severity;

class Checker {
public:
    explicit Checker(const Rulebook& rulebook)
        : book_(rulebook), bundle_(JsonNode::parse(rulebook.bundle(), "bundle")) {}

    std::vector<Finding> findings() {
        check_layers();
        check_sources();
        check_facts();
        check_weighing();
        check_steps();
        check_started();
        check_terms();
        check_labels();
        for (const auto& check :
             {check_decisions, check_order, check_decided, check_routes, check_grounds}) {
            auto more = check(book_, bundle_);
            std::move(more.begin(), more.end(), std::back_inserter(found_));
        }
        check_accepted();
        std::stable_sort(found_.begin(), found_.end(),
                         [](const auto& a, const auto& b) { return a.severity < b.severity; });
        return std::move(found_);
    }

private:
    Finding& find(Finding::Severity severity, Fault fault, const JsonNode& at,
                  const std::vector<std::string>& words) {
        found_.push_back(finding(severity, fault, book_.place(at.pointer()), words));
        return found_.back();
    }

    /// A layer for others to build on: no case goes by it alone.
    bool is_base() const {
        const auto decisions = list("decisions");
        return list("routes").empty() &&
               std::any_of(decisions.begin(), decisions.end(), [](const JsonNode& node) {
                   return node.has("slots") || (!node.has("rows") && !node.has("value"));
               });
    }

    /// Only a whole rulebook shows what nothing reads.
    void check_accepted() {
        const auto of_the_whole = RulebookError(Fault::found_decision_unused, {}, {}).code();
        const auto of_a_route = RulebookError(Fault::found_two_branches, {}, {}).code();
        const auto of_a_partner = RulebookError(Fault::found_partner_without_ground, {}, {}).code();
        for (const auto& [id, accepted] : accept(found_, bundle_)) {
            if (is_base() && accepted.code == of_the_whole) continue;
            if (accepted.code == of_a_route && !is_guard(id)) continue;
            if (accepted.code == of_a_partner && !is_settled(id)) continue;
            find(note, Fault::found_acceptance_idle, accepted.node, {id, accepted.code}).decision =
                id;
        }
    }

    /// Whether some route can choose it or not: what it lacks is lacking.
    bool is_settled(const std::string& partner) const {
        const auto& all = book_.partners();
        const auto found = std::find_if(all.begin(), all.end(),
                                        [&](const Partner& one) { return one.id == partner; });
        return found == all.end() || found->settled();
    }

    /// Of a route that this rulebook has words for.
    bool is_guard(const std::string& decision) const {
        return std::any_of(book_.routes().begin(), book_.routes().end(), [&](const auto& route) {
            const auto arrows = describe(route.route).arrows;
            return std::any_of(arrows.begin(), arrows.end(),
                               [&](const Arrow& arrow) { return arrow.rule == decision; });
        });
    }

    std::vector<JsonNode> list(std::string_view key) const {
        return bundle_.has(key) ? bundle_.at(key).items() : std::vector<JsonNode>{};
    }

    /// What a layer above leaves open matters where something reads it.
    Ids read_somewhere() const {
        auto read = inputs_of_routes(bundle_);
        for (const auto& node : list("decisions")) read.merge(inputs_of_declaration(node));
        for (const auto& alert : book_.alerts()) read.insert(alert.decision);
        for (const auto& route : book_.routes())
            for (const Arrow& arrow : describe(route.route).arrows)
                read.insert(std::string(arrow.rule));
        return read;
    }

    void check_sources() {
        const Ids read = read_somewhere();
        for (const auto& node : list("decisions")) {
            const auto id = node.at("id").string();
            if (!node.has("rows") && !node.has("value"))
                find(is_base() || !read.contains(id) ? note : warning, Fault::found_decision_open,
                     node, {id})
                    .decision = id;
            else if (!node.has("source") || node.at("source").items().empty())
                find(note, Fault::found_decision_without_source, node, {id}).decision = id;
            if (node.has("slots") && (is_base() || read.contains(id)))
                for (const auto& slot : node.at("slots").items())
                    find(note, Fault::found_slot_open, slot, {id, slot.string()}).decision = id;
        }
    }

    void check_layers() {
        if (book_.status() != "vastgesteld") return;
        for (const auto& layer : list("layers"))
            if (layer.string_or("status", "") == "concept")
                find(warning, Fault::found_layer_concept, bundle_.at("identity"),
                     {layer.at("id").string() + " " + layer.at("version").string()});
    }

    /// When a report came in is read by the desk itself.
    void check_facts() {
        if (is_base()) return;
        auto read = inputs_of_routes(bundle_);
        read.insert("melding.ontvangen");
        for (const auto& term : book_.terms().all()) read.insert(term.from);
        for (const auto& ground : book_.grounds()) read.insert(ground.consent);
        for (const auto& node : list("decisions")) read.merge(inputs_of_declaration(node));
        for (const auto& node : list("facts"))
            if (const auto id = node.at("id").string(); !read.contains(id))
                find(note, Fault::found_fact_unused, node, {id});
    }

    /// By the words of the fact's id: "betaald" is not about language. Risk groups are for
    /// campaigns and figures.
    static bool tells_origin(std::string_view fact) {
        for (const std::string_view word :
             {"herkomst", "nationaliteit", "taal", "doelgroep", "risicogroep"})
            for (auto at = fact.find(word); at != fact.npos; at = fact.find(word, at + 1))
                if (at == 0 || fact[at - 1] == '.' || fact[at - 1] == '-') return true;
        return false;
    }

    /// What is shown as advice to whoever decides, and what is called a weighing.
    bool is_weighing(const std::string& decision) const {
        if (decision.starts_with("weging.")) return true;
        for (const auto& route : book_.routes())
            for (const auto& step : route.steps)
                for (const auto& decides : step.decides)
                    if (decides.advice == decision ||
                        std::count(decides.beside.begin(), decides.beside.end(), decision) > 0)
                        return true;
        return false;
    }

    void check_weighing() {
        for (const auto& node : list("decisions")) {
            const auto id = node.at("id").string();
            if (!is_weighing(id)) continue;
            for (const auto& input : with_all_below(bundle_, {id}))
                if (book_.vocabulary().find(input) && tells_origin(input))
                    find(error, Fault::found_origin_weighed, node, {id, input}).decision = id;
        }
    }

    void check_steps() {
        for (const auto& route : list("routes")) {
            const auto id = route.at("route").string();
            for (const auto& info : describe(id).steps) {
                if (!info.leaf || info.idle) continue;
                const std::string step(info.id);
                const auto at = route.at("steps").has(step) ? route.at("steps").at(step) : route;
                if (!info.final && book_.step(id, step).owner.empty())
                    find(warning, Fault::found_step_without_owner, at, {step, id});
                if (book_.label(id + "." + step, Lang::nl) == id + "." + step &&
                    book_.label(step, Lang::nl) == step)
                    find(note, Fault::found_step_without_label, at, {step, id});
            }
        }
    }

    void check_started() {
        Ids without_words;
        for (const auto& route : book_.routes())
            for (const auto& step : route.steps)
                for (const auto& start : step.starts)
                    if (book_.route(start.route) == nullptr) without_words.insert(start.route);
        for (const auto& route : without_words) {
            find(warning, Fault::found_route_started_without_words, bundle_, {route});
            check_guards_of(route);
        }
    }

    void check_guards_of(const std::string& route) {
        Ids said;
        for (const Arrow& arrow : describe(route).arrows) {
            const std::string rule(arrow.rule);
            const bool asked = !rule.empty() && arrow.kind != ArrowKind::optional;
            if (asked && !book_.decisions().has(rule) && said.insert(rule).second)
                find(error, Fault::found_route_started_without_guards, bundle_, {route, rule});
        }
    }

    void check_terms() {
        const auto known = route_ids();
        for (const auto& term : book_.terms().all()) {
            const auto route = term.from.substr(0, term.from.find('.'));
            if (tells_when(term.from)) continue;
            if (std::find(known.begin(), known.end(), route) == known.end())
                find(note, Fault::found_route_to_come, bundle_.at("terms").at(term.id),
                     {term.id, term.from});
        }
    }

    bool tells_when(const std::string& fact) const {
        const auto slot = book_.vocabulary().find(fact);
        if (!slot) return false;
        const Kind kind = book_.vocabulary()[*slot].type.kind;
        return kind == Kind::date || kind == Kind::moment;
    }

    void check_labels() {
        if (!bundle_.has("labels")) return;
        Ids known;
        for (const auto& id : route_ids()) {
            known.insert(id);
            for (const auto& step : describe(id).steps) add(known, id, step.id);
            for (const auto& event : describe(id).events) add(known, id, event.id);
        }
        for (const auto* kind : {"facts", "decisions", "roles", "partners", "alerts"})
            for (const auto& node : list(kind)) known.insert(node.at("id").string());
        for (const auto& [id, node] : bundle_.at("labels").members())
            if (!known.contains(id)) find(note, Fault::found_label_of_nothing, node, {id});
    }

    static void add(Ids& ids, const std::string& route, std::string_view id) {
        ids.insert(std::string(id));
        ids.insert(route + "." + std::string(id));
    }

    const Rulebook& book_;
    JsonNode bundle_;
    std::vector<Finding> found_;
};

} // namespace

std::vector<Finding> check(const Rulebook& rulebook) {
    return Checker(rulebook).findings();
}

} // namespace meldroute::inline v0
