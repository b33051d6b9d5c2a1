// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/step_plan.hpp>

#include "kinds.hpp"

namespace meldroute::inline v0 {

RouteKind step_plan_kind() {
    return kind_of<step_plan::StepPlan>();
}

} // namespace meldroute::inline v0
