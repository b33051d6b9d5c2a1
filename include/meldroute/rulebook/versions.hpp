// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Several versions of a rulebook stand side by side on a shelf; the day says which one is in force.
// Where none is, nothing stands in for it.

#pragma once

#include <meldroute/rulebook/rulebook.hpp>

#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

using Versions = std::vector<std::shared_ptr<const Rulebook>>;

/// All rulebooks with this id among the folders and bundles on a shelf, in order of their first day.
/// Layers are looked for on the same shelf. Throws what Rulebook::load throws, also for a version
/// that nobody asks for: what cannot be read may be the one that is in force.
Versions load_versions(const std::filesystem::path& shelf, std::string_view id);

/// The version that is in force on this day; of several the one that began last. Throws
/// RulebookError M1519 when there is none, and M1523 when two began on the same day.
std::shared_ptr<const Rulebook> version_in_force(const Versions& versions, Date date);

} // namespace meldroute::inline v0
