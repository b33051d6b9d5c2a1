// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// One case on a page, for whoever has to act: what to do now, the way it went, who must do what
// before when, what is not known, and the next question.

#pragma once

#include "command/page.hpp"

#include <meldroute/desk/stories.hpp>

namespace meldroute::inline v0 {

/// Alerts, then open duties with owner, date and reason.
void print_now(Page& page, const Case& report, const Moment& at);
/// Entry by entry. Of a story, what happened stands there in its words; null for none.
void print_way(Page& page, const Case& report, const Scenario* story);
/// Who owns each step, and each due date with its calculation.
void print_plan(Page& page, const Case& report, const Moment& at);
void print_unknown(Page& page, const Case& report);
void print_next_question(Page& page, const Case& report);
/// Of whoever was decided on: what this role may see; without one what everybody may.
void print_contacts(Page& page, const Case& report, const std::string& role);

} // namespace meldroute::inline v0
