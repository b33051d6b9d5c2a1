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

/// One test, or as many as a table has rows.
std::vector<Test> read_situations(const JsonNode& node, const Rulebook& rulebook);
TestResult run_story(const Scenario& scenario, const std::shared_ptr<const Rulebook>& rulebook);

/// Lists compare as sets and are shown sorted, as one text.
std::string show(const Json& value);
std::string show_list(std::vector<std::string> ids);
std::vector<std::string> ids_in(const JsonNode& list);
/// What an outcome rests on: rows that hold or are open, facts needed.
Text why(const Ruling& ruling);

} // namespace meldroute::inline v0
