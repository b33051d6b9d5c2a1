// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is shown of a case, from its story alone.

#pragma once

#include <meldroute/casefile/story.hpp>
#include <meldroute/desk/views.hpp>

#include <vector>

namespace meldroute::inline v0 {

std::vector<OptionView> options_of(const Story& story);
std::vector<DutyView> duties_of(const Story& story, const Moment& at);
std::vector<AlertView> alerts_of(const Story& story);
std::vector<QuestionView> questions_of(const Story& story, Lang lang);
std::vector<OwnerView> owners_of(const Story& story);
std::vector<ContactView> contacts_of(const Story& story, std::string_view role);

/// The leaves where somebody owes something or the route is done.
std::vector<std::string> without_idle(std::string_view route,
                                      const std::vector<std::string>& leaves);

} // namespace meldroute::inline v0
