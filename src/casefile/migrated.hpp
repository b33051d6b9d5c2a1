// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// How an entry that moved a case to another rulebook says so, and how it is read again.

#pragma once

#include <meldroute/casefile/migration.hpp>

#include <string_view>

namespace meldroute::inline v0 {

/// What is decided by such an entry; no fact is called so.
inline constexpr std::string_view migration_subject = "regelboek";

/// {"id", "version"} of the new rulebook, and what goes by another name.
KeptDecision migration_decision(const Rulebook& rulebook, const Moves& moves, std::string because);
/// Reads it back. Throws Error for what is none.
Moves moves_of(const Body& body);

/// All that is known of the case, but for the moment of its last event.
Json told_facts(const Story& story);

} // namespace meldroute::inline v0
