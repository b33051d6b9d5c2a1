// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/internal_route.hpp>

#include "kinds.hpp"

namespace meldroute::inline v0 {

RouteKind internal_route_kind() {
    return kind_of<internal_route::InternalRoute>();
}

} // namespace meldroute::inline v0
