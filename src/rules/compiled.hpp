// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Decisions as they are fast to take: per table, for each value of an input the rows that it
// allows, as bits. A decision is an AND over its inputs, whatever the number of its rows.

#pragma once

#include "rules/prelude.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace meldroute::inline v0 {

using Word = std::uint64_t;

/// The cells of a table that read one input; no row has two in one lane. Of a scalar: the allowed
/// rows per bucket of values, then those that are certain and those that are possible while it is
/// unknown, then those that do not read it. Of a set: the rows that do not read it, then per member
/// those that want it, then per member those that do not.
struct Lane {
    enum class Kind : std::uint8_t { direct, sorted, text, members, known };

    Kind kind = Kind::direct;
    bool decision = false;
    bool all_possible = false;             ///< while unknown no row is ruled out
    std::uint32_t input = 0;               ///< slot, or index of a decision
    std::uint32_t buckets = 0;             ///< of a scalar
    std::uint32_t thresholds = 0;          ///< of `sorted`: where they begin
    std::int64_t low = 0;                  ///< of `direct`: value of the first bucket
    std::size_t bits = 0;                  ///< where its rows begin
    std::uint32_t members = 0;             ///< from the first to the last that a row names
    std::uint32_t ways = 0, way_count = 0; ///< buckets that are not alike, of a scalar fact
    Word has = 0, has_not = 0;             ///< members that rows want, and do not want
};

/// Rows of one word that have one outcome.
struct Segment {
    Word rows = 0;
    std::int64_t then = 0;
};

/// From one bucket to another, both included.
struct BucketRange {
    std::uint32_t from = 0, to = 0;

    bool operator==(const BucketRange&) const = default;
};

/// What cells ask of a lane, for whoever decides many records at once: one of some ranges of
/// buckets, or a member that is there or is not.
struct LaneTest {
    std::uint32_t lane = 0;
    std::int16_t member = -1;
    bool wanted = true;                   ///< the member
    std::uint32_t ranges = 0, behind = 0; ///< where its ranges begin and end
};

/// A table, its rows in the order that suits what it takes of them: as they stand for `first`, else
/// by outcome, so that rows with one outcome lie together.
class Index {
public:
    Index(const Book& book, const Decision& decision);

    const Book& book() const { return *book_; }
    const Table& table() const { return *table_; }
    std::size_t words() const { return words_; }
    const std::vector<Lane>& lanes() const { return lanes_; }
    const Word* rows(std::size_t offset) const { return bits_.data() + offset; }
    const Word* all() const { return bits_.data(); }
    /// The bucket of a sorted lane in which a value lies; without branches that depend on it.
    std::size_t located(const Lane& lane, std::int64_t value) const {
        const std::int64_t* from = thresholds_.data() + lane.thresholds;
        const std::int64_t* at = from;
        std::size_t left = lane.buckets - 1;
        if (left <= 16) { // counted one by one they need not wait for each other
            std::size_t below = 0;
            for (std::size_t i = 0; i < left; ++i) below += std::size_t{from[i] <= value};
            return below;
        }
        while (left > 1) {
            const auto half = left / 2;
            at += half & -std::size_t{at[half - 1] <= value}; // a choice becomes a branch
            left -= half;
        }
        return std::size_t(at - from) + (left == 1 && *at <= value ? 1 : 0);
    }
    std::int64_t then(std::size_t row) const { return thens_[row]; }
    /// By the place of its bit which row of the table it is.
    const std::vector<std::uint32_t>& order() const { return order_; }
    /// Where a row of the table has its bit.
    std::size_t place(std::size_t original) const { return places_[original]; }
    /// The rows of a word by outcome.
    std::span<const Segment> segments(std::size_t word) const {
        return {segments_.data() + segment_from_[word], segments_.data() + segment_from_[word + 1]};
    }
    /// Of a scalar fact a bucket for each way in which its values treat the rows.
    std::span<const std::uint32_t> ways(const Lane& lane) const {
        return {ways_.data() + lane.ways, lane.way_count};
    }
    bool many() const { return many_; }
    std::size_t size() const { return thens_.size(); }
    const std::vector<LaneTest>& tests() const { return tests_; }
    std::span<const BucketRange> ranges(const LaneTest& test) const {
        return {ranges_.data() + test.ranges, ranges_.data() + test.behind};
    }
    /// The tests of a row, which must all hold.
    std::span<const std::uint32_t> tests(std::size_t row) const {
        return {row_tests_.data() + row_from_[row], row_tests_.data() + row_from_[row + 1]};
    }

private:
    friend class Indexer;

    const Book* book_;
    const Table* table_;
    bool many_; ///< the outcome is a set
    std::size_t words_ = 0;
    std::vector<Lane> lanes_;
    std::vector<Word> bits_;
    std::vector<std::int64_t> thresholds_;
    std::vector<std::int64_t> thens_;
    std::vector<std::uint32_t> order_, places_;
    std::vector<Segment> segments_;
    std::vector<std::uint32_t> segment_from_; ///< by word, and one more
    std::vector<std::uint32_t> ways_;
    std::vector<LaneTest> tests_;
    std::vector<BucketRange> ranges_;
    std::vector<std::uint32_t> row_tests_, row_from_; ///< by row, and one more
};

/// All decisions of a book. What cannot be compiled is left to World.
struct Compiled {
    struct Program {
        bool usable = false;
        std::vector<std::uint32_t> order; ///< decisions below, deepest first; then itself
        std::vector<std::uint32_t> slots; ///< facts that any of them reads
        std::vector<std::uint32_t> texts; ///< which of these, counted from 0, are texts
        std::vector<std::uint32_t> apart; ///< of these so many that all are in their cache lines
        bool wide = false; ///< arithmetic reads a fact whose range is not taken apart
    };

    /// What a completion makes of a fact that is not known.
    struct Choice {
        std::int64_t value = 0;
        Word seen = 0;
    };

    std::vector<std::unique_ptr<const Index>> tables; ///< by decision; null of a formula
    std::vector<Prelude> preludes;
    std::vector<Program> programs;
    std::vector<std::vector<Choice>> completions; ///< eight fixed ones, by slot
};

std::shared_ptr<const Compiled> compile(const Book& book);

} // namespace meldroute::inline v0
