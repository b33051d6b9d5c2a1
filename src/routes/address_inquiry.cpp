// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/address_inquiry.hpp>

#include "kinds.hpp"

namespace meldroute::inline v0 {

RouteKind address_inquiry_kind() {
    return kind_of<address_inquiry::AddressInquiry>();
}

} // namespace meldroute::inline v0
