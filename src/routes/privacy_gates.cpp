// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/privacy_gates.hpp>

#include "kinds.hpp"

namespace meldroute::inline v0 {

RouteKind privacy_gates_kind() {
    return kind_of<privacy_gates::PrivacyGates>();
}

} // namespace meldroute::inline v0
