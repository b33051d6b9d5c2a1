// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// From layers that were read to a rulebook: also for layers of which a file is about to change.

#pragma once

#include "rulebook/layers.hpp"

#include <meldroute/rulebook/rulebook.hpp>

#include <memory>
#include <vector>

namespace meldroute::inline v0 {

/// Throws RulebookError; its place is the file, line and column where a person wrote it.
std::shared_ptr<const Rulebook> build(const std::vector<Layer>& layers);

} // namespace meldroute::inline v0
