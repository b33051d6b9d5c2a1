// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/klein.hpp"
#include "catch.hpp"
#include "dice.hpp"

#include <meldroute/routes/machines.hpp>

using namespace klein;

namespace {

const CaseId any_case = examples::case_id();

Json some_facts(Dice& dice) {
    Json facts = Json::object();
    if (dice.below(4) == 0) facts["gevaar.acuut"] = dice.coin();
    if (dice.below(6) == 0) facts["gevaar.acuut"] = {{"unknown", "asked"}};
    if (dice.below(3) == 0) facts["slachtoffer.leeftijd"] = dice.below(40);
    if (dice.below(3) == 0) facts["persoon.in-beeld"] = dice.coin();
    if (dice.below(3) == 0) facts["plaats.huur"] = double(dice.below(200000)) / 100;
    if (dice.below(3) == 0) facts["aanwijzingen"] = {{"seen", {"opgesloten"}}};
    if (dice.below(3) == 0) facts["melding.kanaal"] = dice.coin() ? "mma" : "collega";
    return facts;
}

/// Events of both routes in any order: most are refused, and some are not.
Told random_case(unsigned seed) {
    Dice dice(seed);
    std::vector<std::string> events;
    for (const auto* route : {"meldroute-intern", "stappenplan"})
        for (const auto& event : describe(route).events) events.emplace_back(event.id);
    Told told(some_facts(dice));
    for (int i = 0; i < 60; ++i) {
        auto telling = officer(some_facts(dice), "Daarom.");
        if (dice.below(4) == 0) telling.past = {{"gevaar.geweken", true}, {"plan.sluitbaar", true}};
        const auto& event = dice.of(events);
        if (event == "gewogen") telling.facts = to_police;
        try {
            if (dice.below(8) == 0)
                told.note(telling);
            else
                told.tell(event, telling);
        } catch (const Refused&) {}
    }
    return told;
}

} // namespace

TEST_CASE("a case comes back from its entries as it was, and every entry leads where it led") {
    std::size_t entries = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
        CAPTURE(seed);
        const Told told = random_case(seed);
        REQUIRE(same(restore(any_case, told.bodies, book()), told.story));
        REQUIRE_NOTHROW(replay(any_case, told.bodies, book()));
        entries += told.bodies.size();
    }
    CHECK(entries > 3000);
}

TEST_CASE("a log that leads elsewhere, or cannot be, is damage that names case and entry") {
    Told told(minor);
    told.tell("besproken");
    told.tell("gewogen", officer(to_police));
    const auto fault = [&](auto change) {
        auto bodies = told.bodies;
        change(bodies);
        return examples::error_of([&] { replay(any_case, bodies, book()); });
    };
    const auto elsewhere =
        fault([](auto& bodies) { bodies[1]->here["meldroute-intern"].leaves[0] = "bewaard"; });
    CHECK(elsewhere.code() == "M1613");
    CHECK(elsewhere.words() == std::vector<std::string>{any_case.hex(), "2"});
    CHECK(fault([](auto& bodies) { bodies[2]->rulings.clear(); }).code() == "M1613");
    CHECK(fault([](auto& bodies) { bodies.erase(bodies.begin() + 1); }).code() == "M1613");
    CHECK(fault([](auto& bodies) { bodies[3]->here.erase("stappenplan"); }).code() == "M1613");
    CHECK(fault([](auto& bodies) { bodies[1]->facts = Json{{"niets", 1}}; }).code() == "M1614");
    CHECK(fault([](auto& bodies) { bodies[1]->here["nergens"] = {}; }).code() == "M1614");
}

TEST_CASE("a case whose last place is no place does not come back") {
    Told told;
    told.bodies[0]->here["meldroute-intern"].leaves = {"weging"};
    CHECK(code_of([&] { restore(any_case, told.bodies, book()); }) == "M1305");
}

TEST_CASE("around an erased entry the rest still follows, and its facts are gone") {
    Told told(Json{{"melding.kanaal", "mma"}});
    told.tell("besproken");
    told.note(officer(minor));
    told.tell("ingetrokken");
    told.bodies[2].reset();
    CHECK_NOTHROW(replay(any_case, told.bodies, book()));
    const auto story = restore(any_case, told.bodies, book());
    CHECK(story.sequence() == 4);
    CHECK(story.here() == told.story.here());
    CHECK_FALSE(story.situation().json().contains("slachtoffer.leeftijd"));
}

TEST_CASE("a story that refuses an entry stays as it was") {
    Told told;
    const auto before = told.story;
    Body body = told.last();
    body.facts = Json{{"niets", 1}};
    CHECK_THROWS_AS(told.story.add(body), RulebookError);
    CHECK(same(told.story, before));
}
