// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The command line, as a function: the program calls it, and so does the Python package.

#pragma once

#include <iosfwd>
#include <span>
#include <string>

namespace meldroute::inline v0 {

/// Runs one command, without the name of the program. Writes what was asked to `out` and what went
/// wrong to `err`, in Dutch or, with `--lang en` anywhere, in English. Gives 0 when all is well, 1 when something was found, 2 for wrong use.
int run(std::span<const std::string> args, std::ostream& out, std::ostream& err);

} // namespace meldroute::inline v0
