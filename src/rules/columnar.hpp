// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Takes a compiled table on many records at once: each test of a cell once over a column, as bits
// of records; a row is an AND of its tests. What is not known may hold. A record for which that
// could matter is left to whoever decides records one by one.

#pragma once

#include "rules/compiled.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace meldroute::inline v0 {

/// So many records go together: what they need stays near the processor.
inline constexpr std::size_t chunk_words = 8, chunk = 64 * chunk_words;

/// A bit for each record of a chunk.
struct RecordBits {
    std::array<Word, chunk_words> words{};

    static RecordBits all() {
        RecordBits out;
        out.words.fill(~Word{0});
        return out;
    }
    bool operator[](std::size_t record) const {
        return (words[record / 64] >> record % 64 & 1) != 0;
    }
    void set(std::size_t record) { words[record / 64] |= Word{1} << record % 64; }
    bool any() const {
        Word some = 0;
        for (const Word word : words) some |= word;
        return some != 0;
    }
    RecordBits& operator&=(const RecordBits& other) {
        for (std::size_t i = 0; i < chunk_words; ++i) words[i] &= other.words[i];
        return *this;
    }
    RecordBits& operator|=(const RecordBits& other) {
        for (std::size_t i = 0; i < chunk_words; ++i) words[i] |= other.words[i];
        return *this;
    }
    RecordBits& operator^=(const RecordBits& other) {
        for (std::size_t i = 0; i < chunk_words; ++i) words[i] ^= other.words[i];
        return *this;
    }
    friend RecordBits operator&(RecordBits a, const RecordBits& b) { return a &= b; }
    friend RecordBits operator|(RecordBits a, const RecordBits& b) { return a |= b; }
    friend RecordBits operator~(RecordBits a) {
        for (Word& word : a.words) word = ~word;
        return a;
    }
};

/// What a lane reads: a value for each record of a chunk, or of a set the members in it and those
/// not in it.
struct LaneColumn {
    const std::int64_t* values = nullptr;
    const Word *seen = nullptr, *not_seen = nullptr;
    RecordBits known; ///< of a scalar; of a `known` lane what was told
    RecordBits none;  ///< of a decision: it has no outcome, so that no cell on it holds
};

/// What a decision says of each record of a chunk.
struct ChunkResult {
    std::array<std::int64_t, chunk> values;
    RecordBits none;   ///< no outcome
    RecordBits unsure; ///< to be decided one by one
};

class Columnar {
public:
    explicit Columnar(const Index& index);

    const Index& index() const { return index_; }
    void begin() { open_ = false; }
    /// Every lane, before deciding.
    void read(std::size_t lane, const LaneColumn& column);
    void decide(ChunkResult& out);

private:
    void scalar(const Lane& lane, const LaneColumn& column);
    void ranges(std::span<const std::uint32_t> tests, const RecordBits& open);
    void members(std::span<const std::uint32_t> tests, const Lane& lane, const LaneColumn& column);
    RecordBits row(std::size_t row, const std::vector<RecordBits>& tests) const;

    const Index& index_;
    std::vector<std::vector<std::uint32_t>> of_lane_; ///< the tests of each lane
    std::vector<RecordBits> certain_, possible_;      ///< by test
    std::vector<RecordBits> below_;                   ///< by bucket, the records below it
    bool open_ = false;                               ///< whether anything is not known
};

} // namespace meldroute::inline v0
