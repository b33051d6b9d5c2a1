// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/route_reach.hpp"

#include <meldroute/routes/tables.hpp>

#include <algorithm>
#include <deque>

namespace meldroute::inline v0 {
namespace {

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// The outermost parallel stage around a step, and the track of it; {-1, 0} where there is none.
std::pair<int, int> outermost_track(StepList steps, int step) {
    std::pair<int, int> track{-1, 0};
    for (int node = step, stage = steps[std::size_t(step)].parent; stage >= 0;
         node = stage, stage = steps[std::size_t(node)].parent)
        if (tracks_of(steps, stage) > 1) track = {stage, steps[std::size_t(node)].track};
    return track;
}

} // namespace

RouteReach::RouteReach(const Rulebook& rulebook, RouteWalk& walk)
    : rulebook_(rulebook), walk_(walk) {
    look_around();
}

bool RouteReach::brings_a_new_pair(const Standing& standing, Pairs& seen) {
    bool any = false;
    const std::string gate = "gate " + std::to_string(standing.gate);
    for (const auto& one : standing.leaves) {
        any |= seen.emplace(one, gate).second;
        for (const auto& other : standing.leaves) any |= seen.emplace(one, other).second;
    }
    return any;
}

WalkedWay RouteReach::way_to(const Places& places, std::size_t place) {
    WalkedWay way;
    for (; places[place].from != place; place = places[place].from)
        way.moves.push_back(places[place].came_by);
    std::reverse(way.moves.begin(), way.moves.end());
    return way;
}

void RouteReach::look_around() {
    Pairs seen;
    places_ = {{{"", nullptr, walk_.begin()}, 0}};
    brings_a_new_pair(places_.front().came_by.to, seen);
    for (std::size_t i = 0; i < places_.size(); ++i) {
        const Standing here = places_[i].came_by.to;
        for (const auto& leaf : here.leaves) reached_.emplace(leaf, i);
        for (WalkedMove& move : walk_.moves(here)) {
            for (const auto& leaf : here.leaves)
                if (!holds(move.to.leaves, leaf)) left_.insert(leaf);
            if (brings_a_new_pair(move.to, seen)) places_.push_back({std::move(move), i});
        }
    }
}

/// Whose step it is, who is named to watch it, or who has a duty there whatever is known.
bool RouteReach::somebody_acts(const std::string& leaf) const {
    const auto& tables = walk_.tables();
    for (const StepInfo& step : tables.steps)
        if (step.id == leaf && !step.idle) return true;
    const StepRules& rules = rulebook_.step(tables.id, leaf);
    return !rules.owner.empty() || std::any_of(rules.duties.begin(), rules.duties.end(),
                                               [](const Duty& duty) { return duty.when.empty(); });
}

bool RouteReach::closed() const {
    const StepList steps = walk_.tables().steps;
    std::map<int, std::map<int, bool>> always; // by outermost parallel stage and track
    for (int i = 0; i < int(steps.size()); ++i) {
        if (!steps[std::size_t(i)].leaf) continue;
        const auto [stage, track] = outermost_track(steps, i);
        const std::string leaf(steps[std::size_t(i)].id);
        const bool acts = !reached(leaf) || somebody_acts(leaf);
        const auto [at, fresh] = always[stage].emplace(track, acts);
        if (!fresh) at->second = at->second && acts;
    }
    return std::all_of(always.begin(), always.end(), [](const auto& stage) {
        return std::any_of(stage.second.begin(), stage.second.end(),
                           [](const auto& track) { return track.second; });
    });
}

std::size_t RouteReach::idle_tracks(const Standing& standing) const {
    return std::size_t(std::count_if(standing.leaves.begin(), standing.leaves.end(),
                                     [&](const auto& leaf) { return !somebody_acts(leaf); }));
}

/// Track by track: each next place has more tracks where nobody acts.
std::optional<WalkedWay> RouteReach::to_nobody() {
    Places places{{{"", nullptr, walk_.begin()}, 0}};
    std::size_t last = 0;
    const auto here = [&]() -> const Standing& { return places[last].came_by.to; };
    while (idle_tracks(here()) < here().leaves.size()) {
        const auto next = quieter(places, last);
        if (!next) return std::nullopt;
        last = *next;
    }
    auto way = way_to(places, last);
    return walk_.confirms(way) ? std::optional(std::move(way)) : std::nullopt;
}

std::optional<std::size_t> RouteReach::quieter(Places& places, std::size_t from) {
    Pairs seen;
    const auto wanted = idle_tracks(places[from].came_by.to);
    brings_a_new_pair(places[from].came_by.to, seen);
    std::deque<std::size_t> open{from};
    for (; !open.empty(); open.pop_front()) {
        for (WalkedMove& move : walk_.moves(places[open.front()].came_by.to)) {
            const bool quiet = idle_tracks(move.to) > wanted;
            if (!quiet && !brings_a_new_pair(move.to, seen)) continue;
            places.push_back({std::move(move), open.front()});
            if (quiet) return places.size() - 1;
            open.push_back(places.size() - 1);
        }
    }
    return std::nullopt;
}

} // namespace meldroute::inline v0
