// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The first rows of a `first` table, to be looked at one after another before its index is: where
// rows hold often, the row that decides is found before every fact has been looked up.

#pragma once

#include "rules/intervals.hpp"

#include <optional>
#include <vector>

namespace meldroute::inline v0 {

class Prelude {
public:
    /// Of the rows of a `first` table, which must outlive it; of anything else it is empty.
    Prelude(const Book& book, const Decision& decision);

    /// The row that holds for certain while none above it may hold; null where that is not seen.
    template <class Facts>
    const Row* find(const Facts& facts) const {
        for (const auto& row : rows_)
            if (const Answer answer = all(row, facts); answer != Answer::no)
                return answer == Answer::yes ? row.of : nullptr;
        return nullptr;
    }

private:
    /// A cell on a fact. Of `range` and `any_of` the values begin at `low`.
    struct Look {
        enum class Kind : std::uint8_t { range, any_of, member, not_member, unknown };

        Kind kind = Kind::range;
        std::uint32_t slot = 0;
        std::int64_t low = 0;
        std::uint64_t allows = 0; ///< of `range` how many more than the first; else which, by bit
    };
    struct Looked {
        std::uint32_t from, to;
        const Row* of;
    };

    static std::optional<Look> look_of(const Book& book, const Cell& cell);
    static double share(const Book& book, const Look& look);

    template <class Facts>
    Answer all(const Looked& row, const Facts& facts) const {
        Answer out = Answer::yes;
        for (auto at = row.from; at != row.to; ++at) {
            const Answer answer = test(looks_[at], facts);
            if (answer == Answer::no) return answer;
            if (answer == Answer::unknown) out = answer;
        }
        return out;
    }

    template <class Facts>
    static Answer test(const Look& look, const Facts& facts) {
        const auto answer = [](bool yes) { return yes ? Answer::yes : Answer::no; };
        if (look.kind <= Look::Kind::any_of) {
            if (!facts.known(look.slot)) return Answer::unknown;
            const auto above = std::uint64_t(facts.value(look.slot)) - std::uint64_t(look.low);
            return answer(look.kind == Look::Kind::range ? above <= look.allows
                                                         : (look.allows >> above & 1) != 0);
        }
        if (look.kind == Look::Kind::unknown) return answer(!facts.told(look.slot));
        const bool in = (facts.seen(look.slot) & look.allows) != 0;
        if (!in && (facts.not_seen(look.slot) & look.allows) == 0) return Answer::unknown;
        return answer(in == (look.kind == Look::Kind::member));
    }

    std::vector<Look> looks_; ///< of all rows
    std::vector<Looked> rows_;
};

} // namespace meldroute::inline v0
