// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a decision can still say, in a few words of memory: one outcome exactly, or that there are
// more. It makes of rows that hold or may hold what World makes of them, but does not list.

#pragma once

#include "rules/compiled.hpp"

#include <bit>

namespace meldroute::inline v0 {

struct Found {
    enum class Values : std::uint8_t { nothing, one, several };

    bool none = false;     ///< no row may hold
    bool conflict = false; ///< rows may hold together that may not
    bool set = false;      ///< the outcome is a set, with the members `in` and perhaps `maybe`
    Values values = Values::nothing;
    std::int64_t value = 0;
    Word in = 0, maybe = 0;

    void add(std::int64_t next) {
        if (values == Values::nothing) {
            value = next;
            values = Values::one;
        } else if (value != next) {
            values = Values::several;
        }
    }
    void add_set(Word next) {
        in = set ? in & next : next;
        maybe |= next;
        set = true;
    }
    bool single() const {
        if (none || conflict) return values == Values::nothing && !set && none != conflict;
        return set ? in == maybe : values == Values::one;
    }
    static Found several() {
        Found out;
        out.values = Values::several;
        return out;
    }
    static Found of(std::int64_t value) {
        Found out;
        out.add(value);
        return out;
    }
};

/// How many rows. On the oldest x86-64 std::popcount is a call that looks up bytes in a table.
inline std::int64_t number_of(Word rows) {
    constexpr Word pairs = 0x5555555555555555, fours = 0x3333333333333333,
                   bytes = 0x0f0f0f0f0f0f0f0f, sum = 0x0101010101010101;
    rows -= rows >> 1 & pairs;
    rows = (rows & fours) + (rows >> 2 & fours);
    return std::int64_t(((rows + (rows >> 4)) & bytes) * sum >> 56);
}

/// Takes from the rows of a table, word by word.
class Fold {
public:
    explicit Fold(const Index& index) : index_(index), take_(index.table().take) {}

    /// Whether more rows cannot change anything.
    bool done() const { return done_; }
    void rows(std::size_t word, Word certain, Word possible) {
        if (possible == 0) return;
        some_ = true;
        some_certain_ = some_certain_ || certain != 0;
        switch (take_) {
        case Take::first:
        case Take::highest:
        case Take::least:
        case Take::most: foremost(word, certain, possible); break;
        case Take::all:
        case Take::all_ranked: gather(word, certain, possible); break;
        case Take::sum: sum(word, certain, possible); break;
        case Take::count:
            low_ += number_of(certain);
            high_ += number_of(possible);
            break;
        case Take::only_one:
        case Take::all_agree: alone(word, certain, possible); break;
        }
    }
    Found found() {
        finish();
        const auto& otherwise = index_.table().otherwise;
        if (some_certain_ || !otherwise) return out_;
        if (!some_) out_ = {};
        out_.none = false;
        add(*otherwise);
        return out_;
    }

private:
    static bool next(Word& rows, std::size_t& bit) {
        if (rows == 0) return false;
        bit = std::size_t(std::countr_zero(rows));
        rows &= rows - 1;
        return true;
    }
    static Word lowest(Word rows) { return rows & ~(rows - 1); }
    std::int64_t then(std::size_t word, std::size_t bit) const {
        return index_.then(word * 64 + bit);
    }
    void add(std::int64_t value) { index_.many() ? out_.add_set(Word(value)) : out_.add(value); }

    /// The order of the rows is the order of preference: up to the first that is certain.
    void foremost(std::size_t word, Word certain, Word possible) {
        if (certain != 0) {
            possible &= certain ^ (certain - 1);
            done_ = true;
        }
        const auto segments = index_.segments(word);
        if (segments.size() == 1) possible = lowest(possible);
        for (std::size_t bit = 0; next(possible, bit);) add(then(word, bit));
    }

    void gather(std::size_t word, Word certain, Word possible) {
        for (const auto& [rows, then] : index_.segments(word)) {
            if ((possible & rows) != 0) out_.maybe |= Word(then);
            if ((certain & rows) != 0) out_.in |= Word(then);
        }
    }

    void sum(std::size_t word, Word certain, Word possible) {
        for (const auto& [rows, then] : index_.segments(word)) {
            (then < 0 ? high_ : low_) += then * number_of(certain & rows);
            (then < 0 ? low_ : high_) += then * number_of(possible & rows);
        }
    }

    /// Of `only-one` any two rows clash, of `all-agree` two with different outcomes.
    void alone(std::size_t word, Word certain, Word possible) {
        const bool agree = take_ == Take::all_agree;
        if (agree && index_.segments(word).size() == 1) {
            if (certain != 0) possible = certain;
            possible = lowest(possible);
            certain &= possible;
        }
        for (std::size_t bit = 0; next(possible, bit);) {
            const auto one = then(word, bit);
            clash_ = clash_ || (high_ > 0 && (!agree || one != last_));
            last_ = one;
            ++high_;
            add(one);
            if ((certain >> bit & 1) == 0) continue;
            certain_clash_ = certain_clash_ || (low_ > 0 && (!agree || one != last_certain_));
            last_certain_ = one;
            ++low_;
        }
    }

    void finish() {
        switch (take_) {
        case Take::all:
        case Take::all_ranked: out_.set = true; break;
        case Take::sum:
        case Take::count:
            out_.add(low_);
            out_.add(high_);
            break;
        case Take::only_one:
        case Take::all_agree:
            out_.none = !some_certain_;
            out_.conflict = clash_;
            if (certain_clash_) { // no row is free of it
                out_ = {};
                out_.conflict = true;
            }
            break;
        default: out_.none = !some_certain_;
        }
    }

    const Index& index_;
    Take take_;
    Found out_;
    bool done_ = false, some_ = false, some_certain_ = false;
    bool clash_ = false, certain_clash_ = false;
    std::int64_t low_ = 0, high_ = 0, last_ = 0, last_certain_ = 0;
};

} // namespace meldroute::inline v0
