// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/world.hpp"

#include "rules/intervals.hpp"

#include <algorithm>
#include <utility>

namespace meldroute::inline v0 {
namespace {

bool has(std::uint64_t bits, int member) {
    return (bits >> member & 1) != 0;
}

} // namespace

World::World(const Book& book, const Situation& situation)
    : book_(book), situation_(situation), decided_(book.decisions.size()) {
    facts_.reserve(book.vocabulary->size());
    for (std::size_t slot = 0; slot < book.vocabulary->size(); ++slot) {
        const Slot& known = situation[slot];
        const Type& type = (*book.vocabulary)[slot].type;
        Interval range = book.domain({false, slot});
        if (known.known && !type.many()) {
            auto value = known.value;
            if (type.kind == Kind::text) value = book.texts[slot].class_of(known.text);
            range = {value, value};
        }
        facts_.push_back({range.low, range.high, known.seen, known.not_seen});
    }
}

bool World::open(const Atom& atom) const {
    const Slot& slot = situation_[atom.slot];
    return atom.member < 0 ? !slot.known : !has(slot.seen | slot.not_seen, atom.member);
}

World::Before World::narrow(const Atom& atom, const Interval& to) {
    Range& range = facts_[atom.slot];
    const Before before{range.low, range.high, range.in, range.out};
    if (atom.member < 0) {
        range.low = to.low;
        range.high = to.high;
    } else {
        auto& bits = to.low == 1 ? range.in : range.out;
        bits |= std::uint64_t{1} << atom.member;
    }
    forget();
    return before;
}

World::Before World::assume(const Atom& atom, const Interval& to) {
    Range& range = facts_[atom.slot];
    const Before before{range.low, range.high, range.in, range.out};
    if (atom.member < 0) {
        range.low = to.low;
        range.high = to.high;
    } else {
        const auto bit = std::uint64_t{1} << atom.member;
        range.in = to.low == 1 ? range.in | bit : range.in & ~bit;
        range.out = to.high == 0 ? range.out | bit : range.out & ~bit;
    }
    forget();
    return before;
}

void World::restore(const Atom& atom, const Before& before) {
    facts_[atom.slot] = {before.low, before.high, before.in, before.out};
    forget();
}

void World::forget() {
    std::fill(decided_.begin(), decided_.end(), std::nullopt);
    blame_.reset();
}

void World::accuse(std::size_t slot, int member) {
    if (!blame_) blame_ = {slot, member};
}

void World::accuse_below(std::size_t decision) {
    if (!blame_) blame_ = decided_[decision]->blame;
}

/// Each decision keeps whom it blames itself: it is taken once, but read by many rows.
const Possible& World::decide(std::size_t index) {
    if (!decided_[index]) {
        const Decision& decision = book_.decisions[index];
        if (decision.open) fail(Fault::decision_open, {decision.id});
        const auto outer = std::exchange(blame_, std::nullopt);
        auto possible = decision.table ? decide_table(decision) : decide_formula(decision);
        decided_[index] = Decided{std::move(possible), blame_};
        blame_ = outer;
    }
    return decided_[index]->possible;
}

void World::suppose(std::size_t decision, Possible outcome) {
    decided_[decision] = Decided{std::move(outcome), Blame{facts_.size() + decision, -1}};
}

Possible World::scalar(const Input& input) {
    if (input.decision) return decide(input.index);
    const Range& range = facts_[input.index];
    Possible out;
    out.values = {range.low};
    if (range.high != range.low) {
        out.values.push_back(range.high);
        out.range = true;
    }
    return out;
}

Answer World::test(const Cell& cell) {
    const std::size_t slot = cell.input.index;
    switch (cell.test) {
    case Cell::Test::unknown: // of the state of knowledge: the same in every completion
        return situation_.known(slot) ? Answer::no : Answer::yes;
    case Cell::Test::member:
    case Cell::Test::not_member: {
        Answer is = Answer::unknown;
        if (cell.input.decision) {
            const Possible& set = decide(slot);
            if (!set.set) return Answer::no; // without outcome
            const bool wanted = cell.test == Cell::Test::member;
            if (!has(wanted ? set.maybe : ~set.in, cell.member)) return Answer::no;
            const bool certain = has(wanted ? set.in : ~set.maybe, cell.member);
            if (certain && !set.none && !set.conflict) return Answer::yes;
            accuse_below(slot);
            return Answer::unknown;
        }
        if (has(facts_[slot].in | facts_[slot].out, cell.member)) {
            is = has(facts_[slot].in, cell.member) ? Answer::yes : Answer::no;
        } else {
            accuse(slot, cell.member);
        }
        if (cell.test == Cell::Test::member || is == Answer::unknown) return is;
        return is == Answer::yes ? Answer::no : Answer::yes;
    }
    case Cell::Test::within: break;
    }
    if (!cell.input.decision) {
        const Range& range = facts_[slot];
        const Answer answer = covers(cell.within, {range.low, range.high});
        if (answer == Answer::unknown) accuse(slot, -1);
        return answer;
    }
    const Possible can = scalar(cell.input);
    bool some = false, all = !can.none && !can.conflict && !can.values.empty();
    if (can.range) {
        const Answer answer = covers(cell.within, can.hull());
        some = answer != Answer::no;
        all = all && answer == Answer::yes;
    } else {
        for (const auto value : can.values)
            (contains(cell.within, value) ? some : all) = contains(cell.within, value);
    }
    if (all) return Answer::yes;
    if (!some) return Answer::no;
    accuse_below(slot);
    return Answer::unknown;
}

Answer World::row(const Row& row) {
    // A row that fails on one cell must not blame another of its cells.
    const auto before = blame_;
    Answer all = Answer::yes;
    for (const auto& cell : row.cells) {
        const Answer answer = test(cell);
        if (answer == Answer::no) {
            blame_ = before;
            return Answer::no;
        }
        if (answer == Answer::unknown) all = Answer::unknown;
    }
    return all;
}

} // namespace meldroute::inline v0
