// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The calculation as it grows: one line a step, in both languages.

#pragma once

#include <meldroute/base/json.hpp>

#include <initializer_list>
#include <set>
#include <vector>

namespace meldroute::inline v0 {

/// Puts the pieces into {0}, {1}, … of both languages.
Text fill(const Text& pattern, std::initializer_list<Text> pieces);

struct Steps {
    std::vector<Text> lines;
    std::set<int> unknown_years;

    void say(const Text& pattern, std::initializer_list<Text> pieces) {
        lines.push_back(fill(pattern, pieces));
    }
};

} // namespace meldroute::inline v0
