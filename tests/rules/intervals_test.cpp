// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "dice.hpp"
#include "rules/intervals.hpp"

#include <algorithm>
#include <set>

using namespace meldroute;

namespace {

std::set<std::int64_t> values(const Intervals& intervals) {
    std::set<std::int64_t> out;
    for (const auto& [low, high] : intervals)
        for (auto value = low; value <= high; ++value) out.insert(value);
    return out;
}

} // namespace

TEST_CASE("intervals hold what was put in, one or many, copied or moved", "[rules][intervals]") {
    Dice dice(3);
    for (int i = 0; i < 2000; ++i) {
        Intervals put;
        std::set<std::int64_t> expected;
        for (int left = dice.below(12); left > 0; --left) {
            const auto low = std::int64_t{dice.below(60)};
            const auto high = low + dice.below(6) - 1; // some hold nothing
            put.push_back({low, high});
            for (auto value = low; value <= high; ++value) expected.insert(value);
        }
        REQUIRE(values(put) == expected);
        Intervals copy = put, other{{1, 2}, {4, 5}};
        other = copy;
        REQUIRE(other == put);
        other.fit();
        REQUIRE(other == put);
        const Intervals moved = std::move(other);
        REQUIRE(moved == put);
        const Intervals tidied = tidy(put);
        REQUIRE(values(tidied) == expected);
        for (const auto* one = tidied.begin(); one != tidied.end(); ++one)
            REQUIRE((one == tidied.begin() || (one - 1)->high + 1 < one->low));
        copy.clear();
        REQUIRE(copy.empty());
        copy.push_back({7, 7});
        REQUIRE(values(copy) == std::set<std::int64_t>{7});
        const auto rest = values(complement(tidied, {0, 70}));
        for (std::int64_t value = 0; value <= 70; ++value)
            REQUIRE(rest.contains(value) != expected.contains(value));
    }
}
