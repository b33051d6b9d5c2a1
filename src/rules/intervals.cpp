// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/intervals.hpp"

#include <algorithm>

namespace meldroute::inline v0 {

Intervals tidy(Intervals intervals) {
    if (intervals.size() < 2) return intervals;
    std::sort(intervals.begin(), intervals.end(),
              [](const Interval& a, const Interval& b) { return a.low < b.low; });
    Intervals out;
    for (const auto& next : intervals) {
        if (!out.empty() && next.low <= out.back().high + 1)
            out.back().high = std::max(out.back().high, next.high);
        else
            out.push_back(next);
    }
    out.fit();
    return out;
}

Intervals complement(const Intervals& intervals, Interval domain) {
    Intervals out;
    std::int64_t from = domain.low;
    for (const auto& taken : intervals) {
        if (taken.low > from) out.push_back({from, std::min(taken.low - 1, domain.high)});
        from = std::max(from, taken.high + 1);
    }
    if (from <= domain.high) out.push_back({from, domain.high});
    return out;
}

bool contains(const Intervals& intervals, std::int64_t value) {
    return covers(intervals, {value, value}) == Answer::yes;
}

Answer covers(const Intervals& intervals, Interval range) {
    const auto after = std::partition_point(intervals.begin(), intervals.end(),
                                            [&](const Interval& i) { return i.high < range.low; });
    if (after == intervals.end() || after->low > range.high) return Answer::no;
    return after->low <= range.low && range.high <= after->high ? Answer::yes : Answer::unknown;
}

} // namespace meldroute::inline v0
