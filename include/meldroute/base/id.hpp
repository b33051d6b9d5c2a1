// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Ids are for life: small ASCII words with hyphens, joined by dots, at most 64 characters.

#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// `[a-z][a-z0-9]*(-[a-z0-9]+)*` joined by dots, at most 64 characters.
bool is_id(std::string_view text);

/// The candidate that is nearest in spelling, or "" when none is near (more than a third differs).
std::string nearest(std::string_view word, const std::vector<std::string>& candidates);

} // namespace meldroute::inline v0
