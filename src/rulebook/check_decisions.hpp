// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Findings about decisions and what they read: what is proved, and what they lack as a part of the
// whole.

#pragma once

#include <meldroute/base/json.hpp>
#include <meldroute/rulebook/check.hpp>

namespace meldroute::inline v0 {

Finding finding(Finding::Severity severity, Fault fault, Place place,
                const std::vector<std::string>& words);

std::vector<Finding> check_decisions(const Rulebook& rulebook, const JsonNode& bundle);

} // namespace meldroute::inline v0
