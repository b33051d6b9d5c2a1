// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Timings as a table of Markdown.

#pragma once

#include "rounds.hpp"

#include <cstdio>

namespace bench {

inline void print(const char* title, const std::vector<Timing>& all) {
    std::printf("\n### %s\n\n| | ns, median | times %s |\n|---|---|---|\n", title,
                all.front().name.c_str());
    for (const auto& one : all)
        std::printf("| %s | %.4g | %.3g |\n", one.name.c_str(), one.median, one.ratio);
    std::fflush(stdout);
}

} // namespace bench
