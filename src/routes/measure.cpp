// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/measure.hpp>

#include "kinds.hpp"

namespace meldroute::inline v0 {

RouteKind measure_kind() {
    return kind_of<measure::Measure>();
}

} // namespace meldroute::inline v0
