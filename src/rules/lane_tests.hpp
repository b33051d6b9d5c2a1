// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Gathers what the rows of a table ask of its lanes. Rows that ask the same share one test; tests
// are numbered as they are first asked.

#pragma once

#include "rules/compiled.hpp"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <unordered_set>
#include <utility>
#include <vector>

namespace meldroute::inline v0 {

class LaneTests {
public:
    LaneTests(std::vector<LaneTest>& tests, std::vector<BucketRange>& ranges)
        : tests_(tests), ranges_(ranges) {}

    /// One of the ranges of what is asked next.
    void range(std::size_t from, std::size_t to) {
        ranges_.push_back({std::uint32_t(from), std::uint32_t(to)});
    }
    /// Lanes one after another.
    void ask(std::size_t row, std::size_t lane, int member = -1, bool wanted = true) {
        const auto from = tests_.empty() ? 0 : tests_.back().behind;
        tests_.push_back({std::uint32_t(lane), std::int16_t(member), wanted, from,
                          std::uint32_t(ranges_.size())});
        const auto [same, fresh] = numbers_.insert(std::uint32_t(tests_.size() - 1));
        if (!fresh) {
            tests_.pop_back();
            ranges_.resize(from);
        }
        asked_.emplace_back(std::uint32_t(row), *same);
    }
    /// The tests of each row, in the order of lanes, and where they begin.
    void by_row(std::size_t rows, std::vector<std::uint32_t>& tests,
                std::vector<std::uint32_t>& from) const {
        from.assign(rows + 1, 0);
        for (const auto& [row, test] : asked_) ++from[row + 1];
        std::partial_sum(from.begin(), from.end(), from.begin());
        tests.resize(asked_.size());
        auto next = from;
        for (const auto& [row, test] : asked_) tests[next[row]++] = test;
    }

private:
    struct Hash {
        const LaneTests* all;

        std::size_t operator()(std::uint32_t number) const {
            const LaneTest& test = all->tests_[number];
            auto out = std::uint64_t(test.lane) << 16 ^ std::uint64_t(test.member + 1) << 1 ^
                       std::uint64_t(test.wanted);
            for (auto at = test.ranges; at < test.behind; ++at) {
                const auto& [from, to] = all->ranges_[at];
                out = (out ^ (std::uint64_t(from) << 32 | to)) * 0x9e3779b97f4a7c15ULL;
            }
            return std::size_t(out ^ out >> 32);
        }
    };
    struct Same {
        const LaneTests* all;

        bool operator()(std::uint32_t a, std::uint32_t b) const {
            const LaneTest &one = all->tests_[a], &other = all->tests_[b];
            const auto* ranges = all->ranges_.data();
            return one.lane == other.lane && one.member == other.member &&
                   one.wanted == other.wanted &&
                   std::equal(ranges + one.ranges, ranges + one.behind, ranges + other.ranges,
                              ranges + other.behind);
        }
    };

    std::vector<LaneTest>& tests_;
    std::vector<BucketRange>& ranges_;
    std::unordered_set<std::uint32_t, Hash, Same> numbers_{64, Hash{this}, Same{this}};
    std::vector<std::pair<std::uint32_t, std::uint32_t>> asked_; ///< row and test
};

} // namespace meldroute::inline v0
