// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/inspection.hpp>

#include "kinds.hpp"

namespace meldroute::inline v0 {

RouteKind inspection_kind() {
    return kind_of<inspection::Inspection>();
}

} // namespace meldroute::inline v0
