// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/external_route.hpp>

#include "kinds.hpp"

namespace meldroute::inline v0 {

RouteKind external_route_kind() {
    return kind_of<external_route::ExternalRoute>();
}

} // namespace meldroute::inline v0
