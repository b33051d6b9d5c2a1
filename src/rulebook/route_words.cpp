// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/route_words.hpp"

#include "rulebook/accepted.hpp"
#include "rulebook/reading.hpp"

#include <meldroute/base/id.hpp>
#include <meldroute/routes/machines.hpp>

#include <algorithm>
#include <utility>

namespace meldroute::inline v0 {
namespace {

bool among(const std::vector<std::string>& ids, const std::string& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::string one_of_ours(const JsonNode& node, const std::vector<std::string>& ids, Fault fault) {
    auto id = node.id();
    if (!among(ids, id)) node.fail(fault, {id, nearest(id, ids)});
    return id;
}

template <class Infos>
std::vector<std::string> ids_in(const Infos& infos) {
    std::vector<std::string> out;
    for (const auto& info : infos) out.emplace_back(info.id);
    return out;
}

/// Reads the words on one step.
class StepReader {
public:
    StepReader(const RouteTables& route, const Names& names, std::vector<Condition>& conditions)
        : route_(route), names_(names), conditions_(conditions) {}

    StepRules read(const std::string& step, const JsonNode& node) const {
        node.allow_only({"label", "owner", "asks", "decides", "duties", "gates", "share", "starts",
                         "source", "accepted"});
        static_cast<void>(read_accepted(node)); // refuses what `check` could not read
        StepRules out;
        out.step = step;
        out.label = node.text_or_empty("label");
        if (node.has("owner")) out.owner = names_.role(node.at("owner"));
        for (const auto& what : list(node, "asks")) out.asks.push_back(names_.question(what));
        read_all_decides(node, out);
        for (const auto& duty : list(node, "duties")) out.duties.push_back(read_duty(out, duty));
        for (const auto& gate : list(node, "gates")) out.gates.push_back(gate.id());
        for (const auto& share : list(node, "share")) out.shares.push_back(read_share(share));
        for (const auto& start : list(node, "starts")) out.starts.push_back(read_start(out, start));
        out.source = read_sources(node);
        if (!out.gates.empty() && !is_gated(step))
            node.at("gates").fail(Fault::gates_elsewhere, {step, std::string(route_.id)});
        return out;
    }

private:
    static std::vector<JsonNode> list(const JsonNode& node, std::string_view key) {
        return node.has(key) ? node.at(key).items() : std::vector<JsonNode>{};
    }

    bool is_gated(const std::string& step) const {
        return std::any_of(route_.arrows.begin(), route_.arrows.end(), [&](const Arrow& arrow) {
            return arrow.kind == ArrowKind::next_gate && arrow.from == step;
        });
    }

    /// Of several each has an event of its own, but for one, that is told by a note.
    void read_all_decides(const JsonNode& node, StepRules& out) const {
        const auto decided = decided_at(node);
        bool noted = false;
        for (const auto& decides : decided) {
            const bool by_note = decided.size() > 1 && !decides.has("event");
            if (by_note && std::exchange(noted, true)) decides.at("event");
            out.decides.push_back(read_decides(decides, out.owner));
            out.decides.back().by_note = by_note;
        }
    }

    Decides read_decides(const JsonNode& node, const std::string& owner) const {
        node.allow_only({"event", "fact", "advice", "beside", "by", "reason"});
        Decides out;
        if (node.has("event")) out.event = read_event(node.at("event"));
        out.fact = names_.fact(node.at("fact"));
        if (node.has("advice")) out.advice = names_.decision(node.at("advice"));
        for (const auto& decision : list(node, "beside"))
            out.beside.push_back(names_.decision(decision));
        out.by = node.has("by") ? names_.role(node.at("by")) : owner;
        if (!node.has("reason")) return out;
        const auto word = node.at("reason").one_of({"never", "when-deviating", "always"});
        if (word == "never") out.reason = Decides::Reason::never;
        if (word == "always") out.reason = Decides::Reason::always;
        return out;
    }

    Duty read_duty(const StepRules& step, const JsonNode& node) const {
        node.allow_only(
            {"id", "role", "label", "term", "when", "done", "remind", "time-out", "source"});
        Duty out;
        out.id = node.at("id").id();
        out.role = node.has("role") ? names_.role(node.at("role")) : step.owner;
        out.label = node.at("label").text();
        if (node.has("term")) out.term = names_.term(node.at("term"));
        if (node.has("when") && !node.at("when").members().empty())
            out.when = condition(step, out.id, node);
        if (node.has("done")) out.done = read_event(node.at("done"));
        read_time(step.step, node, out);
        out.source = read_sources(node);
        return out;
    }

    /// A route that always begins is its name; with a condition somebody may have to find out.
    Start read_start(const StepRules& step, const JsonNode& node) const {
        if (node.is_string()) return {read_route_id(node), {}, {}};
        node.allow_only({"route", "when", "role", "label", "source"});
        Start out{read_route_id(node.at("route")), {}, {}};
        static_cast<void>(node.at("when").members());
        out.when = condition(step, out.route, node);
        out.find_out.id = out.route;
        out.find_out.role = node.has("role") ? names_.role(node.at("role")) : step.owner;
        out.find_out.label = node.at("label").text();
        out.find_out.source = read_sources(node);
        return out;
    }

    /// The id of the table that is made of the "when" of this part of the step.
    std::string condition(const StepRules& step, const std::string& part,
                          const JsonNode& node) const {
        auto id = std::string(route_.id) + "." + step.step + "." + part;
        if (!is_id(id)) node.fail(Fault::id_malformed, {id});
        conditions_.push_back({id, node});
        return id;
    }

    void read_time(const std::string& step, const JsonNode& node, Duty& out) const {
        for (const auto* key : {"remind", "time-out"})
            if (node.has(key) && !names_.has_end(out.term))
                node.at(key).fail(Fault::duty_without_end, {out.id, key});
        if (node.has("remind")) out.remind = read_days_before(node.at("remind"));
        if (node.has("time-out")) out.time_out = read_time_out(step, node.at("time-out"));
    }

    static int read_days_before(const JsonNode& node) {
        const Length before = Length::read(node);
        const int days = before.unit == Length::Unit::weeks ? 7 : 1;
        const bool fits = before.unit == Length::Unit::days || before.unit == Length::Unit::weeks;
        if (!fits || before.count * days > 366) node.fail(Fault::reminder_unfit);
        return before.count * days;
    }

    /// Time passes by itself, so it may tell nothing that a person has to decide.
    std::string read_time_out(const std::string& step, const JsonNode& node) const {
        auto event = read_event(node);
        for (const auto& info : route_.events)
            if (info.id == event && info.deciding) node.fail(Fault::time_out_decides, {event});
        if (!waits_for(step, event)) node.fail(Fault::time_out_not_awaited, {event, step});
        return event;
    }

    /// Whether the step, or a stage around it, has an arrow for this event.
    bool waits_for(const std::string& step, const std::string& event) const {
        const auto is_step = [&](const StepInfo& info) { return info.id == step; };
        auto at = int(std::find_if(route_.steps.begin(), route_.steps.end(), is_step) -
                      route_.steps.begin());
        for (; at >= 0; at = route_.steps[std::size_t(at)].parent)
            for (const Arrow& arrow : route_.arrows)
                if (arrow.from == route_.steps[std::size_t(at)].id && arrow.event == event)
                    return true;
        return false;
    }

    std::string read_event(const JsonNode& node) const {
        auto event = node.id();
        const auto events = ids_in(route_.events);
        if (!among(events, event))
            node.fail(Fault::route_event_unknown,
                      {event, std::string(route_.id), nearest(event, events)});
        return event;
    }

    Share read_share(const JsonNode& node) const {
        node.allow_only({"with", "facts", "ground"});
        Share out{names_.fact(node.at("with")), {}, names_.ground(node.at("ground"))};
        for (const auto& fact : node.at("facts").items()) out.facts.push_back(names_.fact(fact));
        return out;
    }

    const RouteTables& route_;
    const Names& names_;
    std::vector<Condition>& conditions_;
};

} // namespace

std::string Names::fact(const JsonNode& node) const {
    return one_of_ours(node, facts, Fault::fact_unknown);
}
std::string Names::decision(const JsonNode& node) const {
    return one_of_ours(node, decisions, Fault::decision_unknown);
}
std::string Names::question(const JsonNode& node) const {
    return among(decisions, node.id()) ? node.id() : fact(node);
}
std::string Names::role(const JsonNode& node) const {
    return roles.empty() ? node.id() : one_of_ours(node, roles, Fault::role_unknown);
}
std::string Names::term(const JsonNode& node) const {
    return one_of_ours(node, terms, Fault::term_unknown);
}
std::string Names::ground(const JsonNode& node) const {
    return grounds.empty() ? node.id() : one_of_ours(node, grounds, Fault::ground_unknown);
}
std::string Names::partner(const JsonNode& node) const {
    return partners.empty() ? node.id() : one_of_ours(node, partners, Fault::partner_unknown);
}

bool Names::has_end(const std::string& term) const {
    return among(ending, term);
}

std::string read_route_id(const JsonNode& node) {
    return one_of_ours(node, route_ids(), Fault::route_unknown);
}

void check_event_of_route(const JsonNode& node) {
    const auto name = node.id();
    const auto dot = name.find('.');
    const auto route = name.substr(0, dot);
    if (dot == std::string::npos || !among(route_ids(), route)) return;
    auto events = ids_in(describe(route).events);
    const auto steps = ids_in(describe(route).steps);
    events.insert(events.end(), steps.begin(), steps.end());
    events.emplace_back(begins_by_report);
    events.emplace_back(begins_by_route);
    const auto event = name.substr(dot + 1);
    if (!among(events, event))
        node.fail(Fault::route_event_unknown, {event, route, nearest(event, events)});
}

RouteRules read_route_rules(const JsonNode& node, const Names& names,
                            std::vector<Condition>& conditions) {
    RouteRules out{read_route_id(node.at("route")), {}};
    const RouteTables& route = describe(out.route);
    const auto known = ids_in(route.steps);
    const auto steps = node.at("steps");
    for (const auto& [step, words] : steps.members())
        if (!among(known, step))
            words.fail(Fault::step_unknown, {step, out.route, nearest(step, known)});
    const StepReader reader(route, names, conditions);
    for (const auto& step : known)
        if (steps.has(step)) out.steps.push_back(reader.read(step, steps.at(step)));
    return out;
}

} // namespace meldroute::inline v0
