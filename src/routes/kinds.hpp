// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// One function for each machine of the house, each in the .cpp that instantiates it.

#pragma once

#include <meldroute/routes/machines.hpp>

namespace meldroute::inline v0 {

RouteKind internal_route_kind();
RouteKind external_route_kind();
RouteKind district_route_kind();
RouteKind privacy_gates_kind();
RouteKind step_plan_kind();
RouteKind meldcode_kind();
RouteKind bibob_kind();
RouteKind permit_kind();
RouteKind address_inquiry_kind();
RouteKind measure_kind();
RouteKind inspection_kind();
RouteKind case_meeting_kind();

} // namespace meldroute::inline v0
