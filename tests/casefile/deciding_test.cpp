// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a person decides: beside the advice, past what is unknown, in gates, and with a reason.

#include "casefile/klein.hpp"
#include "catch.hpp"

using namespace klein;

TEST_CASE("following the advice needs no reason, deviating does, and both are kept") {
    Told follows = at_weighing(minor);
    follows.tell("gewogen", officer(to_police));
    const auto& decision = *follows.bodies[2]->decision;
    CHECK(*decision.advice == Json{"politie"});
    CHECK_FALSE(decision.deviates);

    Told deviates = at_weighing(minor);
    const Telling other =
        officer(Json{{"besluit.bestemming", {"arbeidsinspectie"}}}, "De kas valt onder hen.");
    deviates.tell("gewogen", other);
    const auto& kept = *deviates.bodies[2]->decision;
    CHECK(kept.fact == "besluit.bestemming");
    CHECK(*kept.advice == Json{"politie"});
    CHECK(*kept.decided == Json{"arbeidsinspectie"});
    CHECK(kept.deviates);
    CHECK(kept.because == "De kas valt onder hen.");
}

TEST_CASE("the order in which a set is told is no deviation") {
    Told told = at_weighing(minor);
    told.tell("gewogen", officer(Json{{"besluit.bestemming", {"politie", "politie"}}}));
    CHECK_FALSE(told.bodies[2]->decision->deviates);
}

TEST_CASE("a person decides while the advice is unknown: with a reason, and what was unknown") {
    Told told = at_weighing();
    CHECK(code_of([&] { told.tell("gewogen", officer(to_police)); }) == "M1620");
    told.tell("gewogen", officer(to_police, "De melder is stellig."));
    const auto& kept = *told.bodies[2]->decision;
    CHECK(kept.advice->is_null());
    CHECK_FALSE(kept.deviates);
    CHECK(kept.unknown == std::vector<std::string>{"slachtoffer.leeftijd", "aanwijzingen"});
    CHECK(told.at("gemeld"));
}

TEST_CASE("the advice and what stood beside it are kept with the decision") {
    Told told = at_weighing(minor);
    told.tell("gewogen", officer(to_police));
    std::vector<std::string> decisions;
    for (const auto& ruling : told.bodies[2]->rulings) decisions.push_back(ruling.decision);
    CHECK(decisions == std::vector<std::string>{"intern.overdragen", "gevaar.nu",
                                                "weging.bestemming", "weging.klasse"});
}

TEST_CASE("what a guard asked and what is shown beside the decision is kept once") {
    Json decides{{"fact", "besluit.bestemming"}, {"by", "aandachtsfunctionaris"}};
    decides["advice"] = "weging.bestemming";
    decides["beside"] = {"intern.overdragen", "weging.bestemming"};
    Told told = at_weighing(minor, book_with("weging", Json{{"decides", decides}}));
    told.tell("gewogen", officer(to_police));
    std::vector<std::string> decisions;
    for (const auto& ruling : told.bodies[2]->rulings) decisions.push_back(ruling.decision);
    CHECK(decisions ==
          std::vector<std::string>{"intern.overdragen", "gevaar.nu", "weging.bestemming"});
}

TEST_CASE("an undecided guard names the facts that are needed, and a person can decide past it") {
    Told told(Json{{"gevaar.acuut", true}});
    told.note(officer(Json{{"gevaar.acuut", {{"unknown", "asked"}}}}));
    const auto error = examples::error_of([&] { told.tell("gevaar-geweken"); });
    CHECK(error.code() == "M1616");
    CHECK(error.words() ==
          std::vector<std::string>{"gevaar-geweken", "gevaar.geweken", "gevaar.acuut"});

    Telling past = officer();
    past.past = {{"gevaar.geweken", true}};
    CHECK(code_of([&] { told.tell("gevaar-geweken", past); }) == "M1620");
    past.because = "De politie staat ernaast.";
    Telling nameless = past;
    nameless.by = {};
    CHECK(code_of([&] { told.tell("gevaar-geweken", nameless); }) == "M1617");
    told.tell("gevaar-geweken", past);
    CHECK_FALSE(told.at("acuut"));
    CHECK(told.last().decision->unknown == std::vector<std::string>{"gevaar.acuut"});
    CHECK(told.last().decision->because == "De politie staat ernaast.");
}

TEST_CASE("a person cannot decide past what the rulebook knows") {
    Told told(Json{{"gevaar.acuut", true}});
    Telling past = officer(Json::object(), "Het valt mee.");
    past.past = {{"gevaar.geweken", true}};
    CHECK(code_of([&] { told.tell("gevaar-geweken", past); }) == "M1304");
    CHECK(told.at("acuut"));
}

TEST_CASE("a decided fact is for whoever decides it, also without the event") {
    Told told = at_weighing(minor);
    CHECK(code_of([&] { told.note(by("medewerker", to_police)); }) == "M1618");
    CHECK(code_of([&] { told.note(by("", to_police)); }) == "M1617");
    CHECK_NOTHROW(told.note(officer(to_police)));
}

TEST_CASE("each gate is for a named person in the role, and the last one decides") {
    const auto gated = book_with("weging", Json{{"gates", {"eerste", "tweede"}}});
    Told told = at_weighing(minor, gated);
    CHECK(code_of([&] { told.tell("gewogen", by("medewerker")); }) == "M1618");
    told.tell("gewogen", officer());
    CHECK(told.at("weging"));
    CHECK(told.last().here.at("meldroute-intern").gate == 1);
    CHECK_FALSE(told.last().decision);
    CHECK(code_of([&] { told.tell("gewogen", officer()); }) == "M1619");
    told.tell("gewogen", officer(to_police));
    CHECK(told.at("gemeld"));
    CHECK_NOTHROW(replay(examples::case_id(), told.bodies, gated));
}

TEST_CASE("a reason is asked always or never where the rulebook says so") {
    const auto with = [](const char* reason) {
        Json decides{{"fact", "besluit.bestemming"}, {"by", "aandachtsfunctionaris"}};
        decides["advice"] = "weging.bestemming";
        decides["reason"] = reason;
        return at_weighing(minor, book_with("weging", Json{{"decides", decides}}));
    };
    Told always = with("always"), never = with("never");
    CHECK(code_of([&] { always.tell("gewogen", officer(to_police)); }) == "M1620");
    const Json other{{"besluit.bestemming", {"arbeidsinspectie"}}};
    never.tell("gewogen", officer(other));
    CHECK(never.bodies[2]->decision->deviates);
}

TEST_CASE("where a step decides more than one thing, each event asks its own") {
    const Json to_close{{"event", "sluiten"}, {"fact", "melding.kanaal"}, {"reason", "never"}};
    Json to_weigh{{"event", "gewogen"}, {"fact", "besluit.bestemming"}, {"reason", "never"}};
    const auto both = book_with("weging", Json{{"decides", {to_close, to_weigh}}});
    Told told = at_weighing(minor, both);
    CHECK(code_of([&] { told.tell("gewogen", officer()); }) == "M1619");
    told.tell("gewogen", officer(to_police));
    CHECK(told.bodies[2]->decision->fact == "besluit.bestemming");

    const auto kept = book_with("bewaard", Json{{"decides", to_weigh}});
    Told closing = at_weighing(minor, kept);
    closing.tell("gewogen", officer(Json{{"besluit.bestemming", Json::array()}}, "Nog niet."));
    REQUIRE(closing.at("bewaard"));
    closing.tell("teruggekoppeld");
    closing.tell("sluiten"); // decided here by another event only
    CHECK(closing.at("afgesloten"));
}

namespace {

/// The officer weighs, and a colleague signs.
std::shared_ptr<const Rulebook> book_with_signature() {
    const Json to_weigh{{"event", "gewogen"}, {"fact", "besluit.bestemming"}, {"reason", "never"}};
    const Json to_sign{{"fact", "melding.kanaal"}, {"by", "medewerker"}, {"reason", "always"}};
    return book_with("weging", Json{{"decides", {to_sign, to_weigh}}});
}

const Json signature{{"melding.kanaal", "collega"}};

bool is_signed(const Told& told) {
    return told.story.situation().known(*told.story.rulebook().vocabulary().find("melding.kanaal"));
}

} // namespace

TEST_CASE("beside what events decide one thing may be decided by a note, and not two") {
    const Json to_sign{{"fact", "melding.kanaal"}};
    const Json to_weigh{{"event", "gewogen"}, {"fact", "besluit.bestemming"}};
    CHECK(code_of([&] {
              book_with("weging", Json{{"decides", {to_sign, to_weigh, to_sign}}});
          }) == "M1011");
}

TEST_CASE("a signature is set by a note, by who may sign, with a reason") {
    Told told = at_weighing(minor, book_with_signature());
    CHECK(code_of([&] { told.note(officer(signature, "Gezien.")); }) == "M1618");
    CHECK(code_of([&] { told.note(by("medewerker", signature)); }) == "M1620");
    told.note(by("medewerker", signature, "Gezien."));
    CHECK(told.bodies.back()->decision->fact == "melding.kanaal");
    CHECK(told.bodies.back()->decision->because == "Gezien.");
    told.tell("gewogen", officer(to_police));
    CHECK(told.bodies[3]->decision->fact == "besluit.bestemming");
}

TEST_CASE("nobody tells in passing what another decides") {
    Told told = at_weighing(minor, book_with_signature());
    Json both = to_police;
    both.update(signature);
    CHECK(code_of([&] { told.tell("gewogen", officer(both)); }) == "M1618");
    CHECK(code_of([&] { told.note(officer(both)); }) == "M1618");
    CHECK(told.at("weging"));
    CHECK_FALSE(is_signed(told));
}

TEST_CASE("nor between two gates, where nothing is decided yet") {
    const Json to_weigh{{"event", "gewogen"}, {"fact", "besluit.bestemming"}};
    const Json to_sign{{"fact", "melding.kanaal"}, {"by", "medewerker"}};
    const Json words{{"decides", {to_sign, to_weigh}}, {"gates", {"eerste", "tweede"}}};
    Told told = at_weighing(minor, book_with("weging", words));
    CHECK(code_of([&] { told.tell("gewogen", officer(signature)); }) == "M1618");
    told.tell("gewogen");
    CHECK(told.at("weging"));
}

TEST_CASE("a signature counts while the case stands where it was set; who comes back signs anew") {
    Told told = at_weighing(minor, book_with_signature());
    told.note(by("medewerker", signature, "Gezien."));
    told.tell("gewogen", officer(Json{{"besluit.bestemming", Json::array()}}));
    REQUIRE(told.at("bewaard"));
    CHECK(is_signed(told));
    told.tell("aangevuld");
    REQUIRE(told.at("weging"));
    CHECK_FALSE(is_signed(told));
    const auto& book = told.story.shared_rulebook();
    CHECK(same(restore(examples::case_id(), told.bodies, book), told.story));
    CHECK_NOTHROW(replay(examples::case_id(), told.bodies, book));
}
