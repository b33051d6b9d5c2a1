// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Where a compiled decision reads its facts: in a situation, in what was kept of one, or in a
// completion.

#pragma once

#include "rules/compiled.hpp"

#include <algorithm>
#include <vector>

namespace meldroute::inline v0 {

/// Facts as a situation has them.
class Told {
public:
    Told(const Book& book, const Situation& situation) : book_(book), situation_(situation) {}

    /// All at once, so that a situation that lies far away is waited for once.
    void prefetch(const std::vector<std::uint32_t>& slots) const {
        for (const auto slot : slots) __builtin_prefetch(&situation_.bare(slot));
    }
    /// The facts that a decision reads, to be decided on when the situation is gone.
    void keep(const Compiled::Program& program, std::vector<Situation::Bare>& out) const {
        out.resize(program.slots.size());
        for (std::size_t i = 0; i < out.size(); ++i) out[i] = situation_.bare(program.slots[i]);
        for (const auto i : program.texts) out[i].value = text(program.slots[i]);
    }
    bool known(std::size_t slot) const { return situation_.bare(slot).rest != 0; }
    std::int64_t value(std::size_t slot) const { return situation_.bare(slot).value; }
    std::uint64_t seen(std::size_t slot) const {
        return std::uint64_t(situation_.bare(slot).value);
    }
    std::uint64_t not_seen(std::size_t slot) const { return situation_.bare(slot).rest; }
    bool told(std::size_t slot) const { return situation_.known(slot); }
    std::int64_t text(std::size_t slot) const {
        return book_.texts[slot].class_of(situation_[slot].text);
    }

private:
    const Book& book_;
    const Situation& situation_;
};

/// Facts as Told kept them, in memory lent by slot; of a text its class is the value.
class Remembered {
public:
    Remembered(const Book& book, const Compiled::Program& program,
               const std::vector<Situation::Bare>& kept, std::vector<Situation::Bare>& lent)
        : book_(book), facts_(lent) {
        if (facts_.size() < book.vocabulary->size()) facts_.resize(book.vocabulary->size());
        for (std::size_t i = 0; i < kept.size(); ++i) facts_[program.slots[i]] = kept[i];
    }

    bool known(std::size_t slot) const { return facts_[slot].rest != 0; }
    std::int64_t value(std::size_t slot) const { return facts_[slot].value; }
    std::int64_t text(std::size_t slot) const { return facts_[slot].value; }
    std::uint64_t seen(std::size_t slot) const { return std::uint64_t(facts_[slot].value); }
    std::uint64_t not_seen(std::size_t slot) const { return facts_[slot].rest; }
    bool told(std::size_t slot) const {
        const Type& type = (*book_.vocabulary)[slot].type;
        return type.many() ? (seen(slot) | not_seen(slot)) == type.all() : known(slot);
    }

private:
    const Book& book_;
    std::vector<Situation::Bare>& facts_;
};

/// Facts as they are, and a choice for each that is not known. What was told stays what it was.
template <class Facts>
class Completed {
public:
    Completed(const Facts& facts, const std::vector<Compiled::Choice>& choices)
        : facts_(facts), choices_(choices) {}

    static bool known(std::size_t) { return true; }
    std::int64_t value(std::size_t slot) const {
        return facts_.known(slot) ? facts_.value(slot) : choices_[slot].value;
    }
    std::int64_t text(std::size_t slot) const {
        return facts_.known(slot) ? facts_.text(slot) : choices_[slot].value;
    }
    std::uint64_t seen(std::size_t slot) const {
        return facts_.seen(slot) | (choices_[slot].seen & ~facts_.not_seen(slot));
    }
    std::uint64_t not_seen(std::size_t slot) const { return ~seen(slot); }
    bool told(std::size_t slot) const { return facts_.told(slot); }

private:
    const Facts& facts_;
    const std::vector<Compiled::Choice>& choices_;
};

} // namespace meldroute::inline v0
