// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/base/id.hpp>

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <utility>

namespace meldroute::inline v0 {
namespace {

constexpr bool letter(char c) {
    return c >= 'a' && c <= 'z';
}
constexpr bool digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 1; i <= a.size(); ++i) {
        std::size_t diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i - 1] != b[j - 1]);
            diagonal = std::exchange(row[j], std::min({replaced, row[j] + 1, row[j - 1] + 1}));
        }
    }
    return row.back();
}

} // namespace

bool is_id(std::string_view text) {
    if (text.empty() || text.size() > 64) return false;
    // `first` is where a word begins after a dot: a letter is due. After a hyphen a digit will do.
    bool first = true, due = true;
    for (const char c : text) {
        if (letter(c) || (digit(c) && !first)) {
            first = due = false;
        } else if ((c == '.' || c == '-') && !due) {
            first = c == '.';
            due = true;
        } else {
            return false;
        }
    }
    return !due;
}

std::string nearest(std::string_view word, const std::vector<std::string>& candidates) {
    std::string best;
    std::size_t least = word.size() / 3 + 1;
    for (const auto& candidate : candidates) {
        const std::size_t d = distance(word, candidate);
        if (d < least || (d == least && best.empty())) best = candidate, least = d;
    }
    return best;
}

} // namespace meldroute::inline v0
