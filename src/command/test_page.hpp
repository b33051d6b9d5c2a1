// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What the tests beside the rules leave untried, on a page and for programs.

#pragma once

#include "command/page.hpp"

#include <meldroute/trials/coverage.hpp>
#include <meldroute/trials/mutants.hpp>

#include <nlohmann/json_fwd.hpp>

namespace meldroute::inline v0 {

/// By decision the rows that no test hits and the cells that no test tries both ways; a summary.
void print_coverage(Page& page, const Coverage& coverage);
Json as_json(const Coverage& coverage);

/// The changes that no test notices, with the place, the words and a test that would.
void print_mutants(Page& page, const Mutants& mutants);
Json as_json(const Mutants& mutants);

} // namespace meldroute::inline v0
