// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// One function for each machine of the house, each in the .cpp that instantiates it.

#pragma once

#include <meldroute/routes/machines.hpp>

namespace meldroute::inline v0 {

RouteKind internal_route_kind();
RouteKind step_plan_kind();

} // namespace meldroute::inline v0
