// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/walk.hpp"

#include <algorithm>

namespace meldroute::inline v0 {

std::vector<Walk> stand(const std::map<std::string, Standing>& here) {
    std::vector<Walk> walks;
    for (const auto& [id, standing] : here) {
        walks.push_back(fresh(id));
        walks.back().route->restore(standing);
    }
    return walks;
}

Walk fresh(std::string_view route) {
    return {std::string(route), make_route(route), {}};
}

void plan(std::vector<Walk>& walks, std::string_view event, RouteCounsel& counsel) {
    for (auto& walk : walks) {
        counsel.stand_on(walk.id);
        walk.plan = walk.route->knows(event) ? walk.route->plan(event, counsel)
                                             : walk.route->overhear(counsel);
    }
    if (!is_awaited(walks)) return;
    for (auto& walk : walks)
        if (walk.plan.outcome == Plan::Outcome::unknown) overhear(walk, counsel);
}

void overhear(Walk& walk, RouteCounsel& counsel) {
    counsel.stand_on(walk.id);
    walk.plan = walk.route->overhear(counsel);
}

bool is_awaited(const std::vector<Walk>& walks) {
    return std::any_of(walks.begin(), walks.end(),
                       [](const Walk& walk) { return walk.plan.awaited; });
}

void move(Walk& walk) {
    if (walk.plan.outcome == Plan::Outcome::moves) walk.route->move(walk.plan);
}

std::map<std::string, Standing> move(std::vector<Walk>& walks) {
    std::map<std::string, Standing> here;
    for (auto& walk : walks) {
        move(walk);
        here[walk.id] = walk.route->standing();
    }
    return here;
}

} // namespace meldroute::inline v0
