// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "facts/duration.hpp"

#include <array>
#include <utility>

namespace meldroute::inline v0 {
namespace {

using Unit = std::pair<char, std::int64_t>;

constexpr Unit week{'W', 604'800};
constexpr Unit day{'D', 86'400};
constexpr std::array<Unit, 3> of_clock{{{'H', 3'600}, {'M', 60}, {'S', 1}}};
constexpr std::size_t most_digits = 12; // keeps the sum of all parts within 64 bits

/// Takes "30M" off the front, where that is what stands there.
std::optional<std::int64_t> take(std::string_view& text, const Unit& unit) {
    std::int64_t count = 0;
    std::size_t at = 0;
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9'; ++at)
        count = at < most_digits ? count * 10 + (text[at] - '0') : count;
    if (at == 0 || at > most_digits || at == text.size() || text[at] != unit.first) return {};
    text.remove_prefix(at + 1);
    return count * unit.second;
}

} // namespace

std::optional<std::int64_t> read_duration(std::string_view text) {
    if (!text.starts_with('P')) return {};
    text.remove_prefix(1);
    if (const auto weeks = take(text, week)) return text.empty() ? weeks : std::nullopt;

    const auto days = take(text, day);
    std::int64_t seconds = days.value_or(0);
    if (text.empty()) return days ? std::optional(seconds) : std::nullopt;
    if (!text.starts_with('T') || text.size() == 1) return {};
    text.remove_prefix(1);
    for (const auto& unit : of_clock) seconds += take(text, unit).value_or(0);
    return text.empty() ? std::optional(seconds) : std::nullopt;
}

std::string duration_iso(std::int64_t seconds) {
    if (seconds == 0) return "PT0S";
    std::string out = "P";
    if (const auto days = seconds / day.second; days > 0) out += std::to_string(days) + day.first;
    std::int64_t rest = seconds % day.second;
    if (rest > 0) out += 'T';
    for (const auto& [letter, size] : of_clock) {
        if (rest >= size) out += std::to_string(rest / size) + letter;
        rest %= size;
    }
    return out;
}

} // namespace meldroute::inline v0
