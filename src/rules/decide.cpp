// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/decide.hpp"

#include "rules/search.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

constexpr std::uint64_t completions = 8;

/// The first class of each fact, then the last, then classes by a fixed shuffle.
const Interval& chosen(const Atom& atom, std::uint64_t completion, std::uint64_t place) {
    const auto size = std::uint64_t(atom.classes.size());
    if (completion == 0) return atom.classes.front();
    if (completion == 1) return atom.classes.back();
    std::uint64_t mixed = (completion * 0x9e3779b97f4a7c15ULL) ^ (place * 0xbf58476d1ce4e5b9ULL);
    mixed = (mixed ^ (mixed >> 29)) * 0x94d049bb133111ebULL;
    return atom.classes[std::size_t((mixed >> 32) % size)];
}

void complete(const Decision& decision, std::uint64_t completion, std::vector<Filled>& facts) {
    std::uint64_t place = 0;
    for (const auto& atom : decision.atoms) {
        Filled& fact = facts[atom.slot];
        const auto value = chosen(atom, completion, ++place).low;
        if (atom.member < 0) {
            if (!fact.known) fact.value = value;
            fact.known = true;
        } else if (const auto bit = Word{1} << atom.member;
                   ((fact.seen | fact.not_seen) & bit) == 0) {
            (value == 1 ? fact.seen : fact.not_seen) |= bit;
        }
    }
}

bool same(const Found& a, const Found& b) {
    const Outcome x = outcome_of(a), y = outcome_of(b);
    return x == y;
}

Ruling::State state_of(const Possible& possible, bool bound) {
    if (!possible.single()) return bound ? Ruling::State::bound : Ruling::State::open;
    if (possible.none) return Ruling::State::none;
    return possible.conflict ? Ruling::State::conflict : Ruling::State::decided;
}

} // namespace

Outcome searched(const Book& book, std::size_t decision, const Situation& situation) {
    World world(book, situation);
    Search search(world, decision);
    const Possible possible = search.outcomes();
    const auto state = state_of(possible, search.bound());
    if (state != Ruling::State::decided) return {state, 0};
    return {state, possible.set ? std::int64_t(possible.in) : possible.values.front()};
}

Memory& memory() {
    thread_local Memory own;
    return own;
}

bool differs(const Book& book, std::size_t decision, Memory& memory) {
    std::optional<Found> first;
    for (std::uint64_t i = 0; i < completions; ++i) {
        memory.completed = memory.filled;
        complete(book.decisions[decision], i, memory.completed);
        const Completion facts(memory.completed);
        const Found found = Weigh<Completion>(book, *book.compiled, facts, memory).decide(decision);
        if (!found.single()) return false;
        if (first && !same(*first, found)) return true;
        first = found;
    }
    return false;
}

Outcome Decisions::decide(const Decision& decision, const Situation& situation) const {
    const auto index = std::size_t(&decision - book_->decisions.data());
    const Told facts(*book_, situation);
    const auto found = decided(*book_, index, facts);
    return found ? *found : searched(*book_, index, situation);
}

Outcome Decisions::decide(std::string_view id, const Situation& situation) const {
    return decide(at(id), situation);
}

JsonBox Decisions::json(const Decision& decision, const Outcome& outcome) const {
    if (outcome.state != Ruling::State::decided) return {};
    return book_->outcome(decision, outcome.value);
}

Answer Decisions::answer(std::string_view id, const Situation& situation) const {
    const Decision& decision = at(id);
    const Outcome outcome = decide(decision, situation);
    if (outcome.state != Ruling::State::decided || decision.type.kind != Kind::boolean)
        return Answer::unknown;
    return outcome.value == 1 ? Answer::yes : Answer::no;
}

} // namespace meldroute::inline v0
