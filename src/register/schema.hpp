// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// How a register lies in its file, and how one is told from another file. The format carries a
// version; a released one is opened for ever: docs/decisions/register.md.

#pragma once

#include "register/sqlite.hpp"

#include <string>

namespace meldroute::inline v0 {

/// Refuses, without touching it, what is not a register or is of a newer format; makes the tables
/// in a new file; refuses tables that are not as they were made.
Database open_database(const std::string& where);

} // namespace meldroute::inline v0
