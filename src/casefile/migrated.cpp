// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/migrated.hpp"

#include <meldroute/routes/machines.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace meldroute::inline v0 {
namespace {

using Names = std::map<std::string, std::string>;

Names read_names(const JsonNode& node) {
    Names out;
    for (const auto& [old, name] : node.members()) out[old] = name.id();
    return out;
}

const std::string& named(const Names& names, const std::string& old) {
    const auto found = names.find(old);
    return found == names.end() ? old : found->second;
}

/// In the order in which the machine has them; what it does not have comes last.
void sort_as_declared(const std::string& route, std::vector<std::string>& leaves) {
    const auto steps = describe(route).steps;
    const auto place = [&](const std::string& leaf) {
        return std::find_if(steps.begin(), steps.end(),
                            [&](const StepInfo& step) { return step.id == leaf; });
    };
    std::stable_sort(leaves.begin(), leaves.end(),
                     [&](const auto& a, const auto& b) { return place(a) < place(b); });
}

} // namespace

Moves Moves::read(const JsonNode& node) {
    node.allow_only({"routes", "steps"});
    Moves out;
    if (node.has("routes")) out.routes = read_names(node.at("routes"));
    if (node.has("steps"))
        for (const auto& [route, steps] : node.at("steps").members())
            out.steps[route] = read_names(steps);
    return out;
}

Json Moves::json() const {
    Json out = Json::object();
    if (!routes.empty()) out["routes"] = routes;
    if (!steps.empty()) out["steps"] = steps;
    return out;
}

const std::string& Moves::route(const std::string& old) const {
    return named(routes, old);
}

const std::string& Moves::step(const std::string& route, const std::string& old) const {
    const auto found = steps.find(route);
    return found == steps.end() ? old : named(found->second, old);
}

std::map<std::string, Standing> Moves::of(const std::map<std::string, Standing>& here) const {
    std::map<std::string, Standing> out;
    for (const auto& [old, standing] : here) {
        Standing& there = out[route(old)];
        there.gate = standing.gate;
        for (const auto& leaf : standing.leaves) there.leaves.push_back(step(old, leaf));
        sort_as_declared(route(old), there.leaves);
    }
    return out;
}

KeptDecision migration_decision(const Rulebook& rulebook, const Moves& moves, std::string because) {
    Json decided{{"id", rulebook.id()}, {"version", rulebook.version()}};
    decided.update(moves.json());
    KeptDecision out;
    out.fact = migration_subject;
    out.decided = std::move(decided);
    out.because = std::move(because);
    return out;
}

Moves moves_of(const Body& body) {
    if (!body.decision) return {};
    Json names = *body.decision->decided;
    names.erase("id");
    names.erase("version");
    return Moves::read(JsonNode::wrap(std::move(names), "migrated"));
}

Json told_facts(const Story& story) {
    Json told = story.situation().json();
    told.erase(std::string(moment_of_event));
    return told;
}

} // namespace meldroute::inline v0
