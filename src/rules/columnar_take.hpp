// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a table takes of its rows, for a chunk of records: the outcome of each grows bit by bit, a
// plane of records for each bit.

#pragma once

#include "rules/columnar.hpp"

#include <algorithm>
#include <bit>

namespace meldroute::inline v0 {

/// Bit i of word j becomes bit j of word i.
inline void transpose(std::array<Word, 64>& square) {
    Word mask = 0x00000000ffffffff;
    for (std::size_t j = 32; j != 0; j >>= 1, mask ^= mask << j)
        for (std::size_t k = 0; k < 64; k = ((k | j) + 1) & ~j) {
            const Word swapped = ((square[k] >> j) ^ square[k | j]) & mask;
            square[k] ^= swapped << j;
            square[k | j] ^= swapped;
        }
}

/// A number for each record, its bits in planes.
class Planes {
public:
    /// Adds 2^bit where the bits are set.
    void add(std::size_t bit, RecordBits carry) {
        for (; bit < planes_.size() && carry.any(); ++bit) {
            const RecordBits both = planes_[bit] & carry;
            planes_[bit] ^= carry;
            carry = both;
        }
        used_ = std::max(used_, bit);
    }
    void join(std::size_t bit, const RecordBits& bits) {
        planes_[bit] |= bits;
        used_ = std::max(used_, bit + 1);
    }
    const RecordBits& operator[](std::size_t bit) const { return planes_[bit]; }
    std::size_t used() const { return used_; }

    template <class Each>
    void for_each(Each each) const {
        for (std::size_t word = 0; word < chunk_words; ++word) {
            std::array<Word, 64> square{};
            for (std::size_t bit = 0; bit < used_; ++bit) square[bit] = planes_[bit].words[word];
            transpose(square);
            for (std::size_t i = 0; i < 64; ++i) each(word * 64 + i, square[i]);
        }
    }

private:
    std::array<RecordBits, 64> planes_{};
    std::size_t used_ = 0;
};

/// Rows come in the order of the index: by outcome, or as they stand for `first`.
class Taking {
public:
    explicit Taking(const Index& index) : index_(index), take_(index.table().take) {}

    void row(std::size_t row, const RecordBits& certain, const RecordBits& possible) {
        const RecordBits open = possible & ~certain;
        switch (take_) {
        case Take::all:
        case Take::all_ranked: gather(index_.then(row), certain, possible); break;
        case Take::sum: add(index_.then(row), certain, open); break;
        case Take::count: add(1, certain, open); break;
        case Take::first:
        case Take::highest:
        case Take::least:
        case Take::most:
            unsure_ |= open & ~taken_;
            choose(row, certain & ~taken_);
            break;
        case Take::only_one:
            unsure_ |= open | (certain & taken_);
            choose(row, certain & ~taken_);
            break;
        case Take::all_agree:
            if (row > 0 && index_.then(row) != index_.then(row - 1)) before_ = taken_;
            unsure_ |= open | (certain & before_);
            choose(row, certain & ~taken_);
            break;
        }
    }
    /// Whether more rows cannot change anything.
    bool done() const {
        const bool foremost = take_ == Take::first || take_ == Take::highest ||
                              take_ == Take::least || take_ == Take::most;
        return foremost && !(~(taken_ | unsure_)).any();
    }

    void finish(ChunkResult& out) {
        const auto& otherwise = index_.table().otherwise;
        const bool adds = take_ == Take::sum || take_ == Take::count;
        const bool gathers = take_ == Take::all || take_ == Take::all_ranked;
        out.none = adds || gathers || otherwise ? RecordBits{} : ~taken_;
        if (adds) {
            up_.for_each([&](std::size_t i, Word sum) { out.values[i] = std::int64_t(sum); });
            if (down_.used() > 0)
                down_.for_each(
                    [&](std::size_t i, Word sum) { out.values[i] -= std::int64_t(sum); });
        } else if (gathers) {
            up_.for_each([&](std::size_t i, Word set) { out.values[i] = std::int64_t(set); });
            for (std::size_t bit = 0; bit < down_.used(); ++bit) unsure_ |= down_[bit] & ~up_[bit];
        } else {
            up_.for_each(
                [&](std::size_t i, Word row) { out.values[i] = taken_[i] ? index_.then(row) : 0; });
        }
        out.unsure = unsure_;
        if (!otherwise) return;
        for (std::size_t i = 0; i < chunk; ++i)
            if (!taken_[i]) out.values[i] = *otherwise;
    }

private:
    void gather(std::int64_t then, const RecordBits& certain, const RecordBits& possible) {
        taken_ |= certain;
        for (Word members = Word(then); members != 0; members &= members - 1) {
            const auto member = std::size_t(std::countr_zero(members));
            up_.join(member, certain);
            down_.join(member, possible);
        }
        if (index_.table().otherwise) unsure_ |= possible & ~certain;
    }

    void add(std::int64_t then, const RecordBits& certain, const RecordBits& open) {
        taken_ |= certain;
        unsure_ |= open;
        Planes& sum = then < 0 ? down_ : up_;
        for (auto size = then < 0 ? -Word(then) : Word(then); size != 0; size &= size - 1)
            sum.add(std::size_t(std::countr_zero(size)), certain);
    }

    /// Keeps the place of the row, in as many planes as that has bits: of a record only once, for two
    /// places together are one where there may be no row.
    void choose(std::size_t row, const RecordBits& records) {
        taken_ |= records;
        for (Word place = row; place != 0; place &= place - 1)
            up_.join(std::size_t(std::countr_zero(place)), records);
    }

    const Index& index_;
    Take take_;
    Planes up_, down_;
    RecordBits taken_, before_, unsure_;
};

} // namespace meldroute::inline v0
