// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The routes of the house by id, and the way to add one: a RouteKind is a value, made with
// kind_of<M>() of machine.hpp and passed along. There is no list to register in.

#pragma once

#include <meldroute/routes/route.hpp>

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// A kind of route: what can be said of it without a case, and how to start one.
struct RouteKind {
    const RouteTables* tables;
    std::unique_ptr<Route> (*make)();
};

/// The kinds that come with the house, in a fixed order.
std::vector<RouteKind> house_routes();

/// A fresh route at its first steps. Looks among the routes of the house, then among `extra`.
/// Throws RulebookError M1307 for an unknown id.
std::unique_ptr<Route> make_route(std::string_view id, std::span<const RouteKind> extra = {});

/// The ids of all routes: those of the house first.
std::vector<std::string> route_ids(std::span<const RouteKind> extra = {});

/// The tables of a route, without a case. Throws RulebookError M1307 for an unknown id.
const RouteTables& describe(std::string_view id, std::span<const RouteKind> extra = {});

} // namespace meldroute::inline v0
