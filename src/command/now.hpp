// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The one place where a clock is read: for who asks at the command line without saying when.

#pragma once

#include <meldroute/base/date.hpp>

namespace meldroute::inline v0 {

Moment now();

} // namespace meldroute::inline v0
