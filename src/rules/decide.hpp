// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The bare answer from facts of any kind: by the compiled form, over all completions where only
// facts are open, else by two completions that differ. What none settles is left to the search.

#pragma once

#include "rules/branches.hpp"
#include "rules/told.hpp"
#include "rules/weigh_formula.hpp"

#include <optional>
#include <type_traits>

namespace meldroute::inline v0 {

inline Outcome outcome_of(const Found& found) {
    if (found.none) return {Ruling::State::none, 0};
    if (found.conflict) return {Ruling::State::conflict, 0};
    return {Ruling::State::decided, found.set ? std::int64_t(found.in) : found.value};
}

/// Memory of this thread.
Scratch& memory();

/// Whether some of eight fixed completions differ in outcome. What is true of two completions is
/// true of the situation, so this needs no search.
template <class Facts>
bool differs(const Book& book, std::size_t decision, const Facts& facts, Scratch& scratch) {
    std::optional<Outcome> first;
    for (const auto& choices : book.compiled->completions) {
        const Completed<Facts> completed(facts, choices);
        const Found found =
            Weigh<Completed<Facts>>(book, *book.compiled, completed, scratch).decide(decision);
        if (!found.single()) return false;
        const Outcome outcome = outcome_of(found);
        if (first && outcome != *first) return true;
        first = outcome;
    }
    return false;
}

/// By the search over ranges: exact within its budget, and slow.
Outcome searched(const Book& book, std::size_t decision, const Situation& situation);

struct NotKept {
    void operator()(Scratch&) const {}
};

/// `kept` sees what the table itself left in memory.
template <class Facts, class Kept = NotKept>
std::optional<Outcome> decided(const Book& book, std::size_t decision, const Facts& facts,
                               Kept kept = {}) {
    const auto& program = book.compiled->programs[decision];
    if (!program.usable) return {};
    constexpr bool keep = !std::is_same_v<Kept, NotKept>;
    Scratch& scratch = memory();
    try {
        const Found found =
            Weigh<Facts, keep>(book, *book.compiled, facts, scratch).decide(decision);
        kept(scratch);
        if (found.single()) return outcome_of(found);
        if (const Index* index = book.compiled->tables[decision].get()) {
            const auto agreed = Branches(*index, found, facts, scratch).settle();
            if (agreed && agreed->single()) return outcome_of(*agreed);
            if (agreed) return Outcome{Ruling::State::open, 0};
        }
        if (!program.wide && differs(book, decision, facts, scratch))
            return Outcome{Ruling::State::open, 0};
    } catch (const RulebookError&) { // a number too large: World says whether it is reached
    }
    return {};
}

} // namespace meldroute::inline v0
