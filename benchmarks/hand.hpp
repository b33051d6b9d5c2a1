// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The rules as if statements, written by write_hand.

#pragma once

#include "workload.hpp"

namespace bench {

using Hand = std::int64_t (*)(const Record&);

std::int64_t all_20(const Record& r);
std::int64_t sum_20(const Record& r);
std::int64_t first_20(const Record& r);
std::int64_t all_200(const Record& r);
std::int64_t sum_200(const Record& r);
std::int64_t first_200(const Record& r);
std::int64_t all_2000(const Record& r);
std::int64_t sum_2000(const Record& r);
std::int64_t first_2000(const Record& r);

} // namespace bench
