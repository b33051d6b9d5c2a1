// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The bare answer from facts of any kind: by the compiled form, then by two completions that
// differ. What neither settles is left to the search.

#pragma once

#include "rules/told.hpp"
#include "rules/weigh_formula.hpp"

#include <optional>

namespace meldroute::inline v0 {

inline Outcome outcome_of(const Found& found) {
    if (found.none) return {Ruling::State::none, 0};
    if (found.conflict) return {Ruling::State::conflict, 0};
    return {Ruling::State::decided, found.set ? std::int64_t(found.in) : found.value};
}

/// Memory of this thread.
struct Memory : Scratch {
    std::vector<Filled> filled, completed;
};
Memory& memory();

/// Every fact that the decision reads, as far as it is known.
template <class Facts>
void fill(const Book& book, const Compiled::Program& program, const Facts& facts,
          std::vector<Filled>& out) {
    out.resize(book.vocabulary->size());
    for (const auto slot : program.slots) {
        const bool known = facts.known(slot);
        const bool text = (*book.vocabulary)[slot].type.kind == Kind::text;
        out[slot] = {known, facts.told(slot),
                     !known ? 0
                     : text ? facts.text(slot)
                            : facts.value(slot),
                     facts.seen(slot), facts.not_seen(slot)};
    }
}

/// Whether some of eight fixed completions differ in outcome. What is true of two completions is
/// true of the situation, so this needs no search.
bool differs(const Book& book, std::size_t decision, Memory& memory);

/// By the search over ranges: exact within its budget, and slow.
Outcome searched(const Book& book, std::size_t decision, const Situation& situation);

template <class Facts>
std::optional<Outcome> decided(const Book& book, std::size_t decision, const Facts& facts) {
    const auto& program = book.compiled->programs[decision];
    if (!program.usable) return {};
    Memory& scratch = memory();
    try {
        const Found found = Weigh<Facts>(book, *book.compiled, facts, scratch).decide(decision);
        if (found.single()) return outcome_of(found);
        if (program.wide) return {};
        fill(book, program, facts, scratch.filled);
        if (differs(book, decision, scratch)) return Outcome{Ruling::State::open, 0};
    } catch (const RulebookError&) { // a number too large: World says whether it is reached
    }
    return {};
}

} // namespace meldroute::inline v0
