// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The bare answer against the ruling with all its reasons, which goes another way: rows and ranges
// one by one. On random books of tables and expressions over facts and each other.

#include "catch.hpp"
#include "rules/random_book.hpp"

#include <cstdlib>

using namespace meldroute;

namespace {

int cases(int usual) {
    const char* wanted = std::getenv("MELDROUTE_CASES");
    return wanted != nullptr ? std::atoi(wanted) : usual;
}

void compare(const SmallBook& book, const Json& json, const std::string& id, const Json& facts) {
    const auto situation = book.situation(facts);
    const auto ruling = book.decisions->rule(id, situation);
    const auto bare = book.decisions->decide(id, situation);
    const auto outcome = book.decisions->json(book.decisions->at(id), bare);
    if (bare.state == ruling.state && outcome == ruling.outcome) return;
    // The search ran out of budget where two completions already differ.
    if (bare.state == Ruling::State::open && ruling.state == Ruling::State::bound) return;
    CAPTURE(json.dump(), id, facts.dump(), int(bare.state), int(ruling.state), outcome->dump(),
            ruling.outcome->dump());
    FAIL_CHECK("the bare answer differs from the ruling");
}

} // namespace

TEST_CASE("the bare answer is that of the ruling, on random books", "[rules][property]") {
    Dice dice{7};
    const int books = cases(600) / 10;
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
