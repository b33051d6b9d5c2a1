// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The one place where a clock is read: what is asked at no moment is asked now.

#pragma once

#include "command/arguments.hpp"

#include <meldroute/base/date.hpp>

namespace meldroute::inline v0 {

/// The moment behind this option, else now, in Amsterdam.
Moment moment_or_now(const Arguments& args, const std::string& option);

} // namespace meldroute::inline v0
