// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/machines.hpp>

#include <meldroute/base/error.hpp>
#include <meldroute/base/id.hpp>

#include "kinds.hpp"

namespace meldroute::inline v0 {
namespace {

RouteKind find(std::string_view id, std::span<const RouteKind> extra) {
    static const auto house = house_routes();
    for (const RouteKind& kind : house)
        if (kind.tables->id == id) return kind;
    for (const RouteKind& kind : extra)
        if (kind.tables->id == id) return kind;
    fail(Fault::route_unknown, {std::string(id), nearest(id, route_ids(extra))});
}

} // namespace

std::vector<RouteKind> house_routes() {
    return {internal_route_kind(), external_route_kind(), district_route_kind(),
            privacy_gates_kind(),  step_plan_kind(),      meldcode_kind(),
            bibob_kind(),          permit_kind(),         address_inquiry_kind(),
            measure_kind(),        inspection_kind(),     case_meeting_kind()};
}

std::unique_ptr<Route> make_route(std::string_view id, std::span<const RouteKind> extra) {
    return find(id, extra).make();
}

std::vector<std::string> route_ids(std::span<const RouteKind> extra) {
    std::vector<std::string> ids;
    for (const RouteKind& kind : house_routes()) ids.emplace_back(kind.tables->id);
    for (const RouteKind& kind : extra) ids.emplace_back(kind.tables->id);
    return ids;
}

const RouteTables& describe(std::string_view id, std::span<const RouteKind> extra) {
    return *find(id, extra).tables;
}

} // namespace meldroute::inline v0
