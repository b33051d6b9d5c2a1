// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/rulebook/route_counsel.hpp>

#include <algorithm>

namespace meldroute::inline v0 {

int RouteCounsel::gates(std::string_view step) {
    return std::max(1, int(rulebook_.step(route_, step).gates.size()));
}

bool RouteCounsel::has(std::string_view decision) {
    return rulebook_.decisions().has(decision);
}

} // namespace meldroute::inline v0
