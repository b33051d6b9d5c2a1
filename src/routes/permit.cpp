// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/permit.hpp>

#include "kinds.hpp"

namespace meldroute::inline v0 {

RouteKind permit_kind() {
    return kind_of<permit::Permit>();
}

} // namespace meldroute::inline v0
