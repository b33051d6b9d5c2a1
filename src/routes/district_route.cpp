// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/district_route.hpp>

#include "kinds.hpp"

namespace meldroute::inline v0 {

RouteKind district_route_kind() {
    return kind_of<district_route::DistrictRoute>();
}

} // namespace meldroute::inline v0
