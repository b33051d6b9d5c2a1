// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The one place where a clock is read: for who asks at the command line without saying when.

#pragma once

#include "command/arguments.hpp"

#include <meldroute/base/date.hpp>

#include <string_view>

namespace meldroute::inline v0 {

Moment now();
/// The moment behind this option, else now.
Moment moment_or_now(const Arguments& args, std::string_view option);

} // namespace meldroute::inline v0
