// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Who fills which role, on a page and for programs.

#pragma once

#include "command/page.hpp"

#include <meldroute/desk/desk.hpp>

#include <vector>

namespace meldroute::inline v0 {

/// A role that nobody fills stands in a list of its own: first those for which work waits.
void print_people(Page& page, const Rulebook& rulebook, const std::vector<RoleView>& people);
Json json_of_people(const std::vector<RoleView>& people, const Moment& at);

} // namespace meldroute::inline v0
