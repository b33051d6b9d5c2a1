// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Outcomes and told facts as people say them.

#pragma once

#include "rules/model.hpp"

namespace meldroute::inline v0 {

std::string outcome_words(const Decision& decision, const Json& outcome, Lang lang);

/// What came out, or what can still come while it is open; "" where nothing can be said.
std::string outcome_words(const Decision& decision, const Ruling& ruling, Lang lang);

/// What is known of a fact, or of one member of a set or checklist (-1 for all of it); "" where
/// nothing is.
std::string value_words(const Book& book, const Situation& situation, std::size_t slot, int member,
                        Lang lang);

} // namespace meldroute::inline v0
