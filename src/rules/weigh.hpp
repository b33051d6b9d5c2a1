// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Takes a compiled decision on facts from anywhere: a situation, a record in columns, a completion.
// `Facts` says of a slot: known, value, text, seen, not_seen, and told (the state of knowledge).

#pragma once

#include "rules/found.hpp"
#include "rules/intervals.hpp"

#include <algorithm>
#include <span>
#include <vector>

namespace meldroute::inline v0 {

/// Memory that is used again and again. One for each thread.
struct Scratch {
    std::vector<const Word*> certain, possible;
    std::vector<Word> merged;
    std::vector<Found> found; ///< by decision
};

/// What a compiled form leaves to World: never seen outside the room.
struct NotCompiled {};

template <class Facts>
class Weigh {
public:
    Weigh(const Book& book, const Compiled& compiled, const Facts& facts, Scratch& scratch)
        : book_(book), compiled_(compiled), facts_(facts), scratch_(scratch) {}

    Found decide(std::size_t decision) {
        const auto& order = compiled_.programs[decision].order;
        if (order.size() == 1) return one(decision);
        scratch_.found.resize(compiled_.programs.size());
        for (const auto index : order) scratch_.found[index] = one(index);
        return scratch_.found[decision];
    }

private:
    /// The rows that one lane allows.
    struct Allowed {
        const Word *certain, *possible;
    };

    Found one(std::size_t decision) {
        const auto& index = compiled_.tables[decision];
        return index ? table(*index) : formula(book_.decisions[decision]);
    }

    Found table(const Index& index) {
        merged_ = 0;
        prepare(index);
        return index.words() == 1 ? narrow_table(index) : wide_table(index);
    }

    Found narrow_table(const Index& index) {
        Word certain = *index.all(), possible = certain;
        for (const auto& lane : index.lanes()) {
            const bool fact = !lane.decision;
            if (fact && lane.kind <= Lane::Kind::sorted) {
                const bool known = facts_.known(lane.input);
                const auto at = !known ? lane.buckets : placed(index, lane);
                const Word* rows = index.rows(lane.bits) + at;
                certain &= rows[0];
                possible &= rows[known ? 0 : 1];
                continue;
            }
            const auto [sure, maybe] = allowed(index, lane);
            certain &= *sure;
            if (maybe != nullptr) possible &= *maybe;
        }
        Fold fold(index);
        fold.rows(0, certain, possible);
        return fold.found();
    }

    /// The bucket of a fact that is known.
    std::size_t placed(const Index& index, const Lane& lane) const {
        const auto value = facts_.value(lane.input);
        return lane.kind == Lane::Kind::direct ? std::size_t(value - lane.low)
                                               : located(index, lane, value);
    }

    Found wide_table(const Index& index) {
        auto &certain = scratch_.certain, &possible = scratch_.possible;
        certain[0] = possible[0] = index.all();
        std::size_t sures = 1, maybes = 1;
        bool open = false;
        for (const auto& lane : index.lanes()) {
            const auto [sure, maybe] = allowed(index, lane);
            certain[sures++] = sure;
            if (maybe != nullptr) possible[maybes++] = maybe;
            open = open || sure != maybe;
        }
        const std::span sure(certain.data(), sures), maybe(possible.data(), maybes);
        return open ? fold(index, sure, maybe) : fold(index, sure);
    }

    using Sets = std::span<const Word* const>;

    static constexpr std::size_t block = 4;

    /// Four words at a time, so that a `first` can stop early.
    static void meet(Sets sets, std::size_t word, Word* out) {
        Word a = sets[0][word], b = sets[0][word + 1], c = sets[0][word + 2], d = sets[0][word + 3];
        for (std::size_t i = 1; i < sets.size(); ++i) {
            const Word* rows = sets[i] + word;
            a &= rows[0], b &= rows[1], c &= rows[2], d &= rows[3];
        }
        out[0] = a, out[1] = b, out[2] = c, out[3] = d;
    }

    static Found fold(const Index& index, Sets rows) {
        Fold fold(index);
        Word out[block];
        for (std::size_t word = 0; word < index.words(); word += block) {
            meet(rows, word, out);
            for (std::size_t i = 0; i < block && !fold.done(); ++i)
                fold.rows(word + i, out[i], out[i]);
            if (fold.done()) break;
        }
        return fold.found();
    }

    static Found fold(const Index& index, Sets certain, Sets possible) {
        Fold fold(index);
        Word sure[block], maybe[block];
        for (std::size_t word = 0; word < index.words(); word += block) {
            meet(certain, word, sure);
            meet(possible, word, maybe);
            for (std::size_t i = 0; i < block && !fold.done(); ++i)
                fold.rows(word + i, sure[i], maybe[i]);
            if (fold.done()) break;
        }
        return fold.found();
    }

    /// Room for what members merge to, so that it does not move while it is pointed at.
    void prepare(const Index& index) {
        const auto most = 2 * index.lanes().size() * index.words();
        if (scratch_.merged.size() < most) scratch_.merged.resize(most);
        if (scratch_.certain.size() > index.lanes().size()) return;
        scratch_.certain.resize(index.lanes().size() + 1);
        scratch_.possible.resize(index.lanes().size() + 1);
    }

    Allowed allowed(const Index& index, const Lane& lane) {
        switch (lane.kind) {
        case Lane::Kind::known:
            if (facts_.told(lane.input)) return same(index.rows(lane.bits));
            return same(index.all());
        case Lane::Kind::members: return members(index, lane);
        case Lane::Kind::text:
            if (!facts_.known(lane.input)) return unknown(index, lane);
            return bucket(index, lane, std::size_t(facts_.text(lane.input)));
        case Lane::Kind::direct:
            if (lane.decision) return below(index, lane);
            if (!facts_.known(lane.input)) return unknown(index, lane);
            return bucket(index, lane, placed(index, lane));
        case Lane::Kind::sorted: break;
        }
        if (lane.decision) return below(index, lane);
        if (!facts_.known(lane.input)) return unknown(index, lane);
        return bucket(index, lane, placed(index, lane));
    }

    static Allowed same(const Word* rows) { return {rows, rows}; }
    static Allowed bucket(const Index& index, const Lane& lane, std::size_t bucket) {
        return same(index.rows(lane.bits + bucket * index.words()));
    }
    static Allowed unknown(const Index& index, const Lane& lane) {
        return {index.rows(lane.bits + lane.buckets * index.words()),
                lane.all_possible ? nullptr
                                  : index.rows(lane.bits + (lane.buckets + 1) * index.words())};
    }

    /// How many thresholds are not above the value; without branches that depend on it.
    static std::size_t located(const Index& index, const Lane& lane, std::int64_t value) {
        const std::int64_t* from = index.thresholds() + lane.thresholds;
        const std::int64_t* at = from;
        std::size_t left = lane.buckets - 1;
        while (left > 1) {
            const auto half = left / 2;
            at += at[half - 1] <= value ? half : 0;
            left -= half;
        }
        return std::size_t(at - from) + (left == 1 && *at <= value ? 1 : 0);
    }

    /// A cell on a decision without outcome does not hold.
    Allowed below(const Index& index, const Lane& lane) const {
        const Found& found = scratch_.found[lane.input];
        const Word* unread = index.rows(lane.bits + (lane.buckets + 2) * index.words());
        if (!found.single()) return {unread, nullptr};
        if (found.none || found.conflict) return same(unread);
        return bucket(index, lane,
                      lane.kind == Lane::Kind::direct ? std::size_t(found.value - lane.low)
                                                      : located(index, lane, found.value));
    }

    Allowed members(const Index& index, const Lane& lane) {
        Word seen = 0, not_seen = 0;
        if (lane.decision) {
            const Found& found = scratch_.found[lane.input];
            if (!found.set) return same(index.rows(lane.bits)); // without outcome no cell holds
            seen = found.in;
            not_seen = ~found.maybe;
            if (found.none || found.conflict)
                return {index.rows(lane.bits), merge(index, lane, ~not_seen, ~seen)};
        } else {
            seen = facts_.seen(lane.input);
            not_seen = facts_.not_seen(lane.input);
        }
        const Word* sure = merge(index, lane, seen, not_seen);
        if (((lane.has | lane.has_not) & ~(seen | not_seen)) == 0) return same(sure);
        return {sure, merge(index, lane, ~not_seen, ~seen)};
    }

    const Word* merge(const Index& index, const Lane& lane, Word in, Word out) {
        const auto words = index.words();
        Word* rows = scratch_.merged.data() + merged_;
        merged_ += words;
        const Word* from = index.rows(lane.bits);
        std::copy_n(from, words, rows);
        const auto add = [&](Word members, std::size_t first) {
            for (; members != 0; members &= members - 1) {
                const auto at = (first + std::size_t(std::countr_zero(members))) * words;
                for (std::size_t i = 0; i < words; ++i) rows[i] |= from[at + i];
            }
        };
        add(in & lane.has, 1);
        add(out & lane.has_not, 1 + lane.members);
        return rows;
    }

    Found formula(const Decision& decision);

    const Book& book_;
    const Compiled& compiled_;
    const Facts& facts_;
    Scratch& scratch_;
    std::size_t merged_ = 0;
};

} // namespace meldroute::inline v0
