// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Deciding over many completions at once: every fact has a range of what it can still be, and
// every decision the outcomes that these ranges can give. What is known is a range of one.

#pragma once

#include "rules/model.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace meldroute::inline v0 {

/// The outcomes that can still come. Never too few; some may turn out impossible.
struct Possible {
    bool none = false;     ///< no row may hold
    bool conflict = false; ///< rows may hold together that may not
    /// Of a scalar: these values, or with `range` everything from the first to the last.
    std::vector<std::int64_t> values;
    bool range = false;
    /// Of a set: members that are in it for certain, and that may be.
    bool set = false;
    std::uint64_t in = 0, maybe = 0;

    bool single() const;
    bool only_none() const;
    Interval hull() const { return {values.front(), values.back()}; }
    void add(std::int64_t value);
    void add(const Possible& other);
    /// Whether everything in here is in there too.
    bool within(const Possible& other) const;
    /// Whether nothing in here is in there.
    bool apart(const Possible& other) const;

    bool operator==(const Possible&) const = default;
};

class World {
public:
    World(const Book& book, const Situation& situation);

    const Book& book() const { return book_; }
    /// What can come of this decision. The facts that stood in the way of certainty are noted.
    const Possible& decide(std::size_t decision);
    Answer test(const Cell& cell);

    /// A value of an expression: a number between bounds (none: endless), or anything else.
    struct Value {
        bool none = false;    ///< may have no outcome
        bool nothing = false; ///< has none for certain
        std::optional<Decimal> low, high;
        Possible other;
    };
    Value value(const Formula& formula);

    /// Narrows an atom to one of its classes, and what it was before.
    struct Before {
        std::int64_t low, high;
        std::uint64_t in, out;
    };
    Before narrow(const Atom& atom, const Interval& to);
    void restore(const Atom& atom, const Before& before);
    /// Takes an atom to be so, whatever is known of it: of a member {0, 0}, {1, 1} or {0, 1}.
    Before assume(const Atom& atom, const Interval& to);
    /// What a scalar can be now.
    Interval held(const Atom& atom) const {
        return {facts_[atom.slot].low, facts_[atom.slot].high};
    }

    /// What a scalar atom can still be.
    Interval range(const Atom& atom) const {
        return {facts_[atom.slot].low, facts_[atom.slot].high};
    }
    /// Whether the situation leaves this atom open.
    bool open(const Atom& atom) const;
    /// The first open fact that a decision stumbled on: slot and member, if any.
    struct Blame {
        std::size_t slot;
        int member;
    };
    std::optional<Blame> blame(std::size_t decision) const { return decided_[decision]->blame; }
    void forget(); ///< decisions already taken, before deciding anew
    /// Takes a decision to come out so, until it is forgotten. Who is blamed for it not being
    /// certain has its index past the facts.
    void suppose(std::size_t decision, Possible outcome);

    /// A row that holds or may hold.
    struct Alive {
        Answer answer;
        std::int64_t then;
    };

private:
    struct Range {
        std::int64_t low, high;
        std::uint64_t in, out;
    };
    Possible decide_table(const Decision& decision);
    bool alive_by_index(const Decision& decision, std::vector<Alive>& alive);
    Possible decide_formula(const Decision& decision);
    Value input_value(const Input& input);
    Value number(const Formula& formula);
    static void combine_with(const Formula& formula, Value& out, const Value& next);
    Value shaped(const Formula& formula);
    Value dates(const Formula& formula);
    Value compare(const Formula& formula);
    Value choose(const Formula& formula);
    Value logic(const Formula& formula);
    Value count(const Formula& formula);
    Answer row(const Row& row);
    Possible scalar(const Input& input);
    void accuse(std::size_t slot, int member);
    void accuse_below(std::size_t decision);

    const Book& book_;
    const Situation& situation_;
    std::vector<Range> facts_;
    struct Decided {
        Possible possible;
        std::optional<Blame> blame;
    };
    std::vector<std::optional<Decided>> decided_;
    std::optional<Blame> blame_;
};

} // namespace meldroute::inline v0
