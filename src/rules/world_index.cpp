// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Which rows of a table may hold over ranges, by the bits of its compiled form. The search asks
// this of thousands of ranges; row by row it would take a second in a large table.

#include "rules/compiled.hpp"
#include "rules/world.hpp"

#include <algorithm>
#include <bit>

namespace meldroute::inline v0 {
namespace {

/// In a small table the rows themselves are as fast.
constexpr std::size_t few_rows = 16;

/// The buckets of a scalar lane in which a range lies.
std::size_t bucket_of(const Index& index, const Lane& lane, std::int64_t value) {
    if (lane.kind != Lane::Kind::sorted) return std::size_t(value - lane.low);
    return index.located(lane, value);
}

} // namespace

/// The rows that hold for certain and those that may, narrowed lane by lane.
class Narrowing {
public:
    explicit Narrowing(const Index& index)
        : index_(index), certain(index.all(), index.all() + index.words()), possible(certain) {}

    void scalar(const Lane& lane, Interval range, Interval domain) {
        auto from = bucket_of(index_, lane, range.low);
        const auto to = bucket_of(index_, lane, range.high);
        if (from != to && range == domain) {
            meet(certain, rows(lane, lane.buckets));
            meet(possible, rows(lane, lane.buckets + 1));
            return;
        }
        joined_.assign(rows(lane, from), rows(lane, from) + index_.words());
        for (meet(certain, joined_.data()); from < to;) {
            meet(certain, rows(lane, ++from));
            join(rows(lane, from));
        }
        meet(possible, joined_.data());
    }

    void members(const Lane& lane, Word in, Word out) {
        meet(certain, wanted(lane, in, out));
        meet(possible, wanted(lane, ~out, ~in));
    }

    void known(const Lane& lane) {
        meet(certain, rows(lane, 0));
        meet(possible, rows(lane, 0));
    }

private:
    const Word* rows(const Lane& lane, std::size_t set) const {
        return index_.rows(lane.bits + set * index_.words());
    }
    static void meet(std::vector<Word>& all, const Word* with) {
        for (auto& word : all) word &= *with++;
    }
    void join(const Word* with) {
        for (auto& word : joined_) word |= *with++;
    }
    const Word* wanted(const Lane& lane, Word in, Word out) {
        joined_.assign(rows(lane, 0), rows(lane, 0) + index_.words());
        for (in &= lane.has; in != 0; in &= in - 1)
            join(rows(lane, 1 + std::size_t(std::countr_zero(in))));
        for (out &= lane.has_not; out != 0; out &= out - 1)
            join(rows(lane, 1 + lane.members + std::size_t(std::countr_zero(out))));
        return joined_.data();
    }

    const Index& index_;
    std::vector<Word> joined_;

public:
    std::vector<Word> certain, possible;
};

/// Whether there is a compiled form that reads facts only: of other decisions rows are asked one by
/// one, so that no decision is taken that no row asks for.
bool World::alive_by_index(const Decision& decision, std::vector<Alive>& alive) {
    const auto place = std::size_t(&decision - book_.decisions.data());
    const auto* index = book_.compiled ? book_.compiled->tables[place].get() : nullptr;
    if (index == nullptr || decision.table->rows.size() < few_rows) return false;
    const auto& lanes = index->lanes();
    if (std::any_of(lanes.begin(), lanes.end(), [](const Lane& lane) { return lane.decision; }))
        return false;
    Narrowing rows(*index);
    for (const auto& lane : lanes) {
        const Range& fact = facts_[lane.input];
        if (lane.kind == Lane::Kind::members)
            rows.members(lane, fact.in, fact.out);
        else if (lane.kind != Lane::Kind::known)
            rows.scalar(lane, {fact.low, fact.high}, book_.domain({false, lane.input}));
        else if (situation_.known(lane.input))
            rows.known(lane);
    }
    auto blamed = decision.table->rows.size();
    for (std::size_t word = 0; word < index->words(); ++word)
        for (Word left = rows.possible[word]; left != 0; left &= left - 1) {
            const auto bit = std::size_t(std::countr_zero(left)), at = word * 64 + bit;
            const bool sure = (rows.certain[word] >> bit & 1) != 0;
            alive.push_back({sure ? Answer::yes : Answer::unknown, index->then(at)});
            if (!sure) blamed = std::min(blamed, std::size_t{index->order()[at]});
            if (sure && decision.table->take == Take::first) {
                word = index->words() - 1;
                break;
            }
        }
    if (blamed < decision.table->rows.size()) row(decision.table->rows[blamed]);
    return true;
}

} // namespace meldroute::inline v0
