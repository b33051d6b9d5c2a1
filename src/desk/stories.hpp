// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Between the reading of tests and the running of them.

#pragma once

#include <meldroute/desk/stories.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// {"tests": […]}, or a file that is one test.
std::vector<JsonNode> tests_in(const JsonNode& file);
Scenario read_scenario(const JsonNode& node, const Rulebook& rulebook);
void tell(Case& report, const Turn& turn);

TestResult run_situation(const Rulebook& rulebook, const JsonNode& node);
TestResult run_scenario(const std::shared_ptr<const Rulebook>& rulebook, const JsonNode& node);

/// Lists compare as sets and are shown sorted, as one text.
std::string show(const Json& value);
std::string show_list(std::vector<std::string> ids);
std::vector<std::string> ids_in(const JsonNode& list);
/// The outcome, or a word for why there is none.
std::string outcome_of(const Ruling& ruling);
/// What an outcome rests on: rows that hit or are open, facts needed.
std::string why(const Ruling& ruling);

} // namespace meldroute::inline v0
