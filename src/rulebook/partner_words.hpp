// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Reading partners and the grounds on which they receive.

#pragma once

#include "rulebook/route_words.hpp"

#include <meldroute/rulebook/partners.hpp>

namespace meldroute::inline v0 {

/// Throws RulebookError M1537 where a part of it is not said.
Ground read_ground(const JsonNode& node, const Names& names);

/// Throws RulebookError M1536 for a ground that is not declared, M1538 where it never receives and
/// has one.
Partner read_partner(const JsonNode& node, const Names& names);

} // namespace meldroute::inline v0
