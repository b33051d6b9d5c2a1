// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Rulings as Arrow columns.

#pragma once

#include "batch/arrow_out.hpp"

#include <meldroute/batch/rulings.hpp>

#include <vector>

namespace meldroute::inline v0 {

/// Of each decision its outcome, state and perhaps what is needed; then the errors.
std::vector<OwnedSchema> ruling_schemas(const std::vector<OutcomeType>& outcomes, bool needed);
std::vector<OwnedArray> ruling_arrays(const std::vector<OutcomeType>& outcomes, bool needed,
                                      const Rulings& rulings);

} // namespace meldroute::inline v0
