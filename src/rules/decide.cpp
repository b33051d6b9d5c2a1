// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/decide.hpp"

#include "rules/search.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

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

Scratch& memory() {
    thread_local Scratch own;
    return own;
}

Outcome Decisions::decide(const Decision& decision, const Situation& situation) const {
    const auto index = std::size_t(&decision - book_->decisions.data());
    const Told facts(*book_, situation);
    facts.prefetch(book_->compiled->programs[index].apart);
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
