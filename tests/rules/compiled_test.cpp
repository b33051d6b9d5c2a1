// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The compiled form, its answer and what it says of each row, against the search over ranges, which
// goes another way: cell by cell. On random books of tables and expressions over facts and each other.

#include "catch.hpp"
#include "rules/decide.hpp"
#include "rules/random_book.hpp"
#include "rules/rows_slowly.hpp"

using namespace meldroute;

namespace {

/// By the search over ranges alone, as if nothing were compiled.
Outcome slowly(const SmallBook& book, std::size_t decision, const Situation& situation) {
    return searched(book.decisions->book(), decision, situation);
}

void compare(const SmallBook& book, const Json& json, const std::string& id, const Json& facts) {
    const auto situation = book.situation(facts);
    const auto& decision = book.decisions->at(id);
    const auto place = std::size_t(&decision - book.decisions->book().decisions.data());
    const auto bare = book.decisions->decide(decision, situation);
    const auto slow = slowly(book, place, situation);
    // The search may run out of budget where the bits still know.
    const bool bound = slow.state == Ruling::State::bound;
    Trace trace;
    book.decisions->trace(decision, situation, trace);
    const auto rows = rows_slowly(book, decision, situation, bare.state);
    const auto ruling = book.decisions->rule(id, situation);
    if ((bare == slow || bound) && trace.outcome() == bare && ruling.state == bare.state &&
        same(ruling.rows, rows) && same_hits(trace, rows))
        return;
    CAPTURE(same(ruling.rows, rows), same_hits(trace, rows));
    CAPTURE(json.dump(), id, facts.dump(), int(bare.state), int(slow.state), bare.value,
            slow.value);
    FAIL_CHECK("the bits say something else than the search over ranges");
}

} // namespace

TEST_CASE("the bits say what the search over ranges says, on random books", "[rules][property]") {
    Dice dice{7};
    const int books = cases_or(600) / 10;
    for (int i = 0; i < books; ++i) {
        const Json json = RandomBook(dice).json();
        const SmallBook book(JsonNode::wrap(json, "boek"));
        for (int j = 0; j < 10; ++j) {
            const Json facts = random_facts(dice);
            for (const auto& id : book.decisions->ids()) compare(book, json, id, facts);
        }
    }
    SUCCEED(books << " books");
}
