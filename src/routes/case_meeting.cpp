// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/case_meeting.hpp>

#include "kinds.hpp"

namespace meldroute::inline v0 {

RouteKind case_meeting_kind() {
    return kind_of<case_meeting::CaseMeeting>();
}

} // namespace meldroute::inline v0
