// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a record costs in batches of more and more records, on one thread and on two.

#pragma once

#include "subject.hpp"

namespace bench {

void growth_of_batches(const Subject& s);

} // namespace bench
