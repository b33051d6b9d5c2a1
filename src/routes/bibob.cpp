// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/bibob.hpp>

#include "kinds.hpp"

namespace meldroute::inline v0 {

RouteKind bibob_kind() {
    return kind_of<bibob::Bibob>();
}

} // namespace meldroute::inline v0
