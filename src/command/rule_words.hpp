// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A row of a table as a sentence: "Als «Leeftijd» is hoogstens 17, dan: ja."

#pragma once

#include <meldroute/rulebook/rulebook.hpp>

#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// The rows of this decision that read otherwise than before, and its `else`, as sentences. None of
/// an expression.
std::vector<std::string> changed_rules(const Rulebook& before, const Rulebook& after,
                                       const std::string& decision, Lang lang);

} // namespace meldroute::inline v0
