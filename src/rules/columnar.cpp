// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/columnar_take.hpp"

namespace meldroute::inline v0 {
namespace {

/// Of each member the records that have it.
std::array<Word, 64> members_of(const Word* records) {
    std::array<Word, 64> square;
    std::copy_n(records, 64, square.begin());
    transpose(square);
    return square;
}

} // namespace

Columnar::Columnar(const Index& index)
    : index_(index), of_lane_(index.lanes().size()), certain_(index.tests().size()),
      possible_(index.tests().size()) {
    for (std::uint32_t test = 0; test < index.tests().size(); ++test)
        of_lane_[index.tests()[test].lane].push_back(test);
}

void Columnar::read(std::size_t at, const LaneColumn& column) {
    const Lane& lane = index_.lanes()[at];
    switch (lane.kind) {
    case Lane::Kind::members: members(of_lane_[at], lane, column); break;
    case Lane::Kind::known:
        for (const auto test : of_lane_[at]) certain_[test] = possible_[test] = ~column.known;
        break;
    default: scalar(lane, column); ranges(of_lane_[at], ~(column.known | column.none));
    }
}

/// The records of each bucket, and then those of all buckets below each.
void Columnar::scalar(const Lane& lane, const LaneColumn& column) {
    below_.assign(lane.buckets + 1, {});
    for (std::size_t word = 0; word < chunk_words; ++word)
        for (Word left = column.known.words[word] & ~column.none.words[word]; left != 0;
             left &= left - 1) {
            const auto bit = std::size_t(std::countr_zero(left));
            const auto value = column.values[word * 64 + bit];
            const auto bucket = lane.kind == Lane::Kind::sorted ? index_.located(lane, value)
                                                                : std::size_t(value - lane.low);
            below_[bucket + 1].words[word] |= Word{1} << bit;
        }
    for (std::size_t bucket = 1; bucket <= lane.buckets; ++bucket)
        below_[bucket] |= below_[bucket - 1];
}

void Columnar::ranges(std::span<const std::uint32_t> tests, const RecordBits& open) {
    const bool some = open.any();
    open_ = open_ || some;
    for (const auto test : tests) {
        RecordBits& holds = certain_[test] = {};
        for (const auto& [from, to] : index_.ranges(index_.tests()[test]))
            holds |= below_[to + 1] & ~below_[from];
        possible_[test] = some ? holds | open : holds;
    }
}

void Columnar::members(std::span<const std::uint32_t> tests, const Lane& lane,
                       const LaneColumn& column) {
    const Word asked = lane.has | lane.has_not;
    for (std::size_t word = 0; word < chunk_words; ++word) {
        const Word *seen = column.seen + word * 64, *not_seen = column.not_seen + word * 64;
        Word told = asked;
        for (std::size_t i = 0; i < 64; ++i) told &= seen[i] | not_seen[i];
        const bool open = told != asked;
        open_ = open_ || open;
        const auto in = members_of(seen);
        const auto out = open ? members_of(not_seen) : in;
        const Word there = ~column.none.words[word];
        for (const auto test : tests) {
            const bool wanted = index_.tests()[test].wanted;
            const auto place = std::size_t(index_.tests()[test].member);
            const Word yes = in[place], no = open ? out[place] : ~yes;
            certain_[test].words[word] = (wanted ? yes : no) & there;
            possible_[test].words[word] = (wanted ? ~no : ~yes) & there;
        }
    }
}

RecordBits Columnar::row(std::size_t row, const std::vector<RecordBits>& tests) const {
    RecordBits out = RecordBits::all();
    for (const auto test : index_.tests(row)) out &= tests[test];
    return out;
}

void Columnar::decide(ChunkResult& out) {
    Taking taking(index_);
    for (std::size_t at = 0; at < index_.size() && !taking.done(); ++at) {
        const RecordBits certain = row(at, certain_);
        taking.row(at, certain, open_ ? row(at, possible_) : certain);
    }
    taking.finish(out);
}

} // namespace meldroute::inline v0
