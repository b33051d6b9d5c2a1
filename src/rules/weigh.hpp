// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Takes a compiled decision on facts from anywhere: a situation, a record in columns, a completion.
// `Facts` says of a slot: known, value, text, seen, not_seen, and told (the state of knowledge).

#pragma once

#include "rules/intervals.hpp"
#include "rules/scratch.hpp"

#include <algorithm>

namespace meldroute::inline v0 {

/// `keep`: whether what each lane allows is kept.
template <class Facts, bool keep = false>
class Weigh {
public:
    Weigh(const Book& book, const Compiled& compiled, const Facts& facts, Scratch& scratch)
        : book_(book), compiled_(compiled), facts_(facts), scratch_(scratch) {}

    Found decide(std::size_t decision) {
        if constexpr (!keep)
            if (const Row* row = compiled_.preludes[decision].find(facts_))
                return outcome(decision, *row);
        const auto& order = compiled_.programs[decision].order;
        if (order.size() > 1) scratch_.found.resize(compiled_.programs.size());
        for (const auto below : std::span(order).first(order.size() - 1)) {
            const Row* row = compiled_.preludes[below].find(facts_);
            scratch_.found[below] = row != nullptr ? outcome(below, *row) : body(below);
        }
        return body(decision);
    }

private:
    Found outcome(std::size_t decision, const Row& row) const {
        if (!book_.decisions[decision].type.many()) return Found::of(row.then);
        Found out;
        out.add_set(Word(row.then));
        return out;
    }

    Found body(std::size_t decision) {
        const auto& index = compiled_.tables[decision];
        return index ? table(*index) : formula(book_.decisions[decision]);
    }

    Found table(const Index& index) {
        scratch_.merged_words = 0;
        scratch_.open.clear();
        prepare(index);
        return index.words() == 1 ? narrow_table(index) : wide_table(index);
    }

    /// Room for what members merge to, so that it does not move while it is pointed at.
    void prepare(const Index& index) {
        const auto words = index.words(), lanes = index.lanes().size();
        if (scratch_.merged.size() < 2 * lanes * words) scratch_.merged.resize(2 * lanes * words);
        if constexpr (keep) scratch_.kept.resize(lanes);
        if (scratch_.sets.size() <= lanes) scratch_.sets.resize(lanes + 1);
        if (scratch_.certain.size() < words) {
            scratch_.certain.resize(words);
            scratch_.possible.resize(words);
        }
    }

    Found narrow_table(const Index& index) {
        Word possible = *index.all();
        const Lane *const first = index.lanes().data(), *const end = first + index.lanes().size();
        const Lane* lane = first;
        // The usual lanes come first, and without a call: in a small table that is what counts.
        const auto usual = [&](Lane::Kind kind, auto place) {
            for (; lane != end && lane->kind == kind && !lane->decision; ++lane) {
                const Word* rows = nullptr;
                if (facts_.known(lane->input)) [[likely]] {
                    rows = index.all() + lane->bits + place(facts_.value(lane->input));
                    possible &= *rows;
                } else {
                    open(index, *lane);
                }
                note(std::size_t(lane - first), rows);
            }
        };
        usual(Lane::Kind::direct,
              [&](std::int64_t value) { return std::size_t(value - lane->low); });
        usual(Lane::Kind::sorted, [&](std::int64_t value) { return index.located(*lane, value); });
        for (; lane != end; ++lane) {
            const Word* rows = settled(index, *lane);
            note(std::size_t(lane - first), rows);
            if (rows != nullptr) possible &= *rows;
        }
        Word certain = possible;
        for (const auto& open : scratch_.open) {
            certain &= *open.certain;
            possible &= *open.possible;
        }
        scratch_.certain[0] = certain;
        scratch_.possible[0] = possible;
        scratch_.reach = 1;
        Fold fold(index);
        fold.rows(0, certain, possible);
        return fold.found();
    }

    Found wide_table(const Index& index) {
        std::size_t sets = 0;
        scratch_.sets[sets++] = index.all();
        for (std::size_t i = 0; i < index.lanes().size(); ++i) {
            const Word* rows = settled(index, index.lanes()[i]);
            note(i, rows);
            if (rows != nullptr) scratch_.sets[sets++] = rows;
        }
        Fold fold(index);
        std::size_t word = 0;
        // Who keeps the rows wants all that hold, also where the first of them decides.
        const bool all = keep && index.table().take != Take::first;
        for (; word < index.words() && (all || !fold.done()); word += block) {
            Word *certain = &scratch_.certain[word], *possible = &scratch_.possible[word];
            meet(sets, word, possible);
            std::copy_n(possible, block, certain);
            for (const auto& open : scratch_.open) {
                meet(certain, open.certain + word);
                meet(possible, open.possible + word);
            }
            for (std::size_t i = 0; i < block && !fold.done(); ++i)
                fold.rows(word + i, certain[i], possible[i]);
        }
        scratch_.reach = word;
        return fold.found();
    }

    void note([[maybe_unused]] std::size_t lane, [[maybe_unused]] const Word* rows) {
        if constexpr (keep) {
            const auto& open = scratch_.open;
            scratch_.kept[lane] = rows != nullptr
                                      ? LaneRows{rows, rows}
                                      : LaneRows{open.back().certain, open.back().possible};
        }
    }

    /// Words at a time, so that a `first` can stop early.
    static constexpr std::size_t block = 4;

    void meet(std::size_t sets, std::size_t word, Word* out) const {
        const Word* all = scratch_.sets[0] + word;
        Word a = all[0], b = all[1], c = all[2], d = all[3];
        for (std::size_t i = 1; i < sets; ++i) {
            const Word* rows = scratch_.sets[i] + word;
            a &= rows[0], b &= rows[1], c &= rows[2], d &= rows[3];
        }
        out[0] = a, out[1] = b, out[2] = c, out[3] = d;
    }
    static void meet(Word* all, const Word* with) {
        for (std::size_t i = 0; i < block; ++i) all[i] &= with[i];
    }

    /// The rows that a lane allows; none when that is open, and is put with what is open.
    const Word* settled(const Index& index, const Lane& lane) {
        if (lane.kind == Lane::Kind::members) return members(index, lane);
        if (lane.kind == Lane::Kind::known)
            return facts_.told(lane.input) ? index.rows(lane.bits) : index.all();
        if (lane.decision) return below(index, lane);
        if (!facts_.known(lane.input)) return open(index, lane);
        return bucket(index, lane, placed(index, lane));
    }

    const Word* open(const Index& index, const Lane& lane) {
        scratch_.open.push_back(
            {&lane, bucket(index, lane, lane.buckets), bucket(index, lane, lane.buckets + 1)});
        return nullptr;
    }

    static const Word* bucket(const Index& index, const Lane& lane, std::size_t bucket) {
        return index.rows(lane.bits + bucket * index.words());
    }

    /// The bucket of a fact that is known.
    std::size_t placed(const Index& index, const Lane& lane) const {
        switch (lane.kind) {
        case Lane::Kind::direct: return std::size_t(facts_.value(lane.input) - lane.low);
        case Lane::Kind::text: return std::size_t(facts_.text(lane.input));
        default: return index.located(lane, facts_.value(lane.input));
        }
    }

    /// A cell on a decision without outcome does not hold.
    const Word* below(const Index& index, const Lane& lane) {
        const Found& found = scratch_.found[lane.input];
        const Word* unread = bucket(index, lane, lane.buckets + 2);
        if (!found.single()) {
            scratch_.open.push_back({&lane, unread, index.all()});
            return nullptr;
        }
        if (found.none || found.conflict) return unread;
        return bucket(index, lane,
                      lane.kind == Lane::Kind::direct ? std::size_t(found.value - lane.low)
                                                      : index.located(lane, found.value));
    }

    const Word* members(const Index& index, const Lane& lane) {
        Word seen = 0, not_seen = 0;
        bool open = false;
        const Word* none = index.rows(lane.bits);
        if (lane.decision) {
            const Found& found = scratch_.found[lane.input];
            if (!found.set) return none; // without outcome no cell holds
            seen = found.in;
            not_seen = ~found.maybe;
            open = found.none || found.conflict;
        } else {
            seen = facts_.seen(lane.input);
            not_seen = facts_.not_seen(lane.input);
        }
        const Word* sure = open ? none : merge(index, lane, seen, not_seen);
        if (!open && ((lane.has | lane.has_not) & ~(seen | not_seen)) == 0) return sure;
        scratch_.open.push_back({&lane, sure, merge(index, lane, ~not_seen, ~seen)});
        return nullptr;
    }

    const Word* merge(const Index& index, const Lane& lane, Word in, Word out) {
        const auto words = index.words();
        Word* rows = scratch_.merged.data() + scratch_.merged_words;
        scratch_.merged_words += words;
        const Word* from = index.rows(lane.bits);
        if (words == 1) {
            *rows = merge_narrow(lane, from, in, out);
            return rows;
        }
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

    /// Of every member that rows name, there or not: which those are is the same each time.
    static Word merge_narrow(const Lane& lane, const Word* from, Word in, Word out) {
        Word rows = *from;
        const auto add = [&](Word named, Word members, std::size_t first) {
            for (; named != 0; named &= named - 1) {
                const auto member = std::size_t(std::countr_zero(named));
                rows |= from[first + member] & -(members >> member & 1);
            }
        };
        add(lane.has, in, 1);
        add(lane.has_not, out, 1 + lane.members);
        return rows;
    }

    Found formula(const Decision& decision);

    const Book& book_;
    const Compiled& compiled_;
    const Facts& facts_;
    Scratch& scratch_;
};

} // namespace meldroute::inline v0
