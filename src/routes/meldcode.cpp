// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/meldcode.hpp>

#include "kinds.hpp"

namespace meldroute::inline v0 {

RouteKind meldcode_kind() {
    return kind_of<meldcode::Meldcode>();
}

} // namespace meldroute::inline v0
