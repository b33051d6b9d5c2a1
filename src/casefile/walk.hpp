// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The routes of a case, side by side, while one entry is planned and moved.

#pragma once

#include <meldroute/casefile/advice.hpp>
#include <meldroute/routes/machines.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

struct Walk {
    std::string id;
    std::unique_ptr<Route> route;
    Plan plan;
};

/// Throws Damaged M1305 for a place that its route does not have.
std::vector<Walk> stand(const std::map<std::string, Standing>& here);

/// One that stands at the first steps of its route.
Walk fresh(std::string_view route);

/// What an entry would do to each; "" for an entry without an event. A route that cannot take an
/// event which another does take overhears it, as it does any entry.
void plan(std::vector<Walk>& walks, std::string_view event, RouteCounsel& counsel);
void overhear(Walk& walk, RouteCounsel& counsel);

bool is_awaited(const std::vector<Walk>& walks);

void move(Walk& walk);

/// Moves all that move, and says where each stands.
std::map<std::string, Standing> move(std::vector<Walk>& walks);

} // namespace meldroute::inline v0
