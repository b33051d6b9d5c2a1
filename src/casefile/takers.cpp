// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/casefile/takers.hpp>

#include <meldroute/routes/machines.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

int index_of(const RouteTables& tables, std::string_view step) {
    const auto found = std::find_if(tables.steps.begin(), tables.steps.end(),
                                    [&](const StepInfo& info) { return info.id == step; });
    return found == tables.steps.end() ? -1 : int(found - tables.steps.begin());
}

bool has_arrow(const RouteTables& tables, std::string_view step, std::string_view event) {
    return std::any_of(tables.arrows.begin(), tables.arrows.end(), [&](const Arrow& arrow) {
        return arrow.from == step && arrow.event == event;
    });
}

/// The steps where it stands, from each leaf outwards, each once.
std::vector<int> active_steps(const RouteTables& tables, const Standing& standing) {
    std::vector<int> active;
    for (const auto& leaf : standing.leaves)
        for (int step = index_of(tables, leaf); step >= 0;
             step = tables.steps[std::size_t(step)].parent)
            if (std::find(active.begin(), active.end(), step) == active.end())
                active.push_back(step);
    return active;
}

} // namespace

std::vector<Taker> takers_of(const std::map<std::string, Standing>& here, std::string_view event) {
    std::vector<Taker> takers;
    if (event.empty()) return takers;
    for (const auto& [route, standing] : here) {
        const RouteTables& tables = describe(route);
        const auto info = std::find_if(tables.events.begin(), tables.events.end(),
                                       [&](const EventInfo& e) { return e.id == event; });
        if (info == tables.events.end()) continue;
        for (const int step : active_steps(tables, standing)) {
            const auto id = tables.steps[std::size_t(step)].id;
            if (has_arrow(tables, id, event))
                takers.push_back({route, std::string(id), info->deciding});
        }
    }
    return takers;
}

const Decides* decides_at(const Rulebook& rulebook, const std::vector<Taker>& takers,
                          std::string_view event) {
    for (const auto& taker : takers)
        for (const auto& decides : rulebook.step(taker.route, taker.step).decides)
            if (!decides.by_note && (decides.event.empty() || decides.event == event))
                return &decides;
    return nullptr;
}

Json value_of(const Situation& situation, std::string_view fact) {
    const auto slot = situation.vocabulary().find(fact);
    if (!slot || !situation.known(*slot)) return {};
    const Type& type = situation.vocabulary()[*slot].type;
    const Slot& known = situation[*slot];
    if (type.kind == Kind::text) return known.text;
    return type.to_json(type.many() ? std::int64_t(known.seen) : known.value);
}

} // namespace meldroute::inline v0
