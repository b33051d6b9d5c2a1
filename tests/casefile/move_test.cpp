// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/klein.hpp"
#include "catch.hpp"

using namespace klein;

namespace {

Told at_weighing(Json facts = Json::object()) {
    Told told(std::move(facts));
    told.tell("besproken");
    return told;
}

} // namespace

TEST_CASE("a report stands at the first step, owned from the first second") {
    const Told told(Json{{"melding.kanaal", "collega"}});
    CHECK(told.at("vastgelegd"));
    CHECK(told.last().event == "melding");
    CHECK(told.last().kind == EntryKind::told);
    REQUIRE(owners(told.story).size() == 1);
    CHECK(owners(told.story)[0].role == "aandachtsfunctionaris");
}

TEST_CASE("a report that brings danger goes to danger at once, and a step without owner has one") {
    const Told told(Json{{"gevaar.acuut", true}});
    CHECK(told.at("acuut"));
    CHECK(told.at("vastgelegd"));
    CHECK(owner_of(told.story, "meldroute-intern", "acuut") == "aandachtsfunctionaris");
}

TEST_CASE("what cannot be told is refused with its reason, and changes nothing") {
    Told told = at_weighing(Json{{"slachtoffer.leeftijd", 40}});
    const auto before = told.story;
    const auto code = [&](std::string_view event, const Telling& telling) {
        return code_of([&] { told.tell(event, telling); });
    };
    CHECK(code("gewogn", officer()) == "M1615");
    CHECK(code("bibob-advies", officer()) == "M1615");
    CHECK(code("besproken", officer()) == "M1302");
    CHECK(code("gewogen", by("", to_police)) == "M1617");
    CHECK(code("gewogen", by("medewerker", to_police)) == "M1618");
    CHECK(code("gewogen", officer()) == "M1619");
    CHECK(code("gewogen", officer(Json{{"besluit.bestemming", {{"seen", {"politie"}}}}})) ==
          "M1619");
    CHECK(code("gewogen", officer(to_police)) == "M1620");
    CHECK(code("gewogen", officer(Json{{"besluit.bestemmin", 1}})).substr(0, 3) == "M11");
    CHECK(same(told.story, before));
    CHECK(told.bodies.size() == 2);
}

TEST_CASE("the nearest event of any route of the case is offered") {
    Told told;
    const auto error = examples::error_of([&] { told.tell("besprokn"); });
    CHECK(error.text(Lang::nl).find("bedoelde u \"besproken\"") != std::string::npos);
}

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
    Told told(minor, book_with("weging", Json{{"decides", decides}}));
    told.tell("besproken");
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

TEST_CASE("danger by a note interrupts, and the route is there to come back to") {
    Told told = at_weighing();
    told.note(by("", Json{{"gevaar.acuut", true}}));
    CHECK(told.at("acuut"));
    CHECK(told.at("weging"));
    told.tell("gevaar-geweken", officer(Json{{"gevaar.acuut", false}}));
    CHECK_FALSE(told.at("acuut"));
    CHECK(told.at("weging"));
}

TEST_CASE(
    "a route that cannot decide on an event which another takes still hears the danger in it") {
    Told told;
    Body body = told.last();
    body.event = "heropend";
    body.here = {
        {"meldroute-extern", {{"overgenomen", "beantwoord", "geen-acuut-gevaar"}, 0}},
        {"meldroute-intern", {{"overgenomen", "nog-te-antwoorden", "geen-acuut-gevaar"}, 0}}};
    told.keep({body});
    told.tell("sluiten", officer(Json{{"gevaar.acuut", true}}));
    const auto& here = told.story.here();
    CHECK(here.at("meldroute-extern").leaves ==
          std::vector<std::string>{"afgesloten", "beantwoord", "acuut"});
    CHECK(here.at("meldroute-intern").leaves ==
          std::vector<std::string>{"overgenomen", "nog-te-antwoorden", "acuut"});
}

TEST_CASE("a withdrawal goes to weighing and closes nothing") {
    Told told;
    told.tell("ingetrokken", by("medewerker"));
    CHECK(told.at("weging"));
}

TEST_CASE("a decided fact is for whoever decides it, also without the event") {
    Told told = at_weighing(minor);
    CHECK(code_of([&] { told.note(by("medewerker", to_police)); }) == "M1618");
    CHECK(code_of([&] { told.note(by("", to_police)); }) == "M1617");
    CHECK_NOTHROW(told.note(officer(to_police)));
}

TEST_CASE("a hand-over starts the step plan, with an entry of its own and its cause") {
    Told told = at_weighing(minor);
    told.tell("gewogen", officer(to_police));
    REQUIRE(told.bodies.size() == 4);
    CHECK(told.last().event == "gestart");
    CHECK(told.last().cause == 3);
    CHECK(told.last().here.contains("stappenplan"));
    CHECK_FALSE(told.bodies[2]->here.contains("stappenplan"));
    CHECK(told.at("veiligheid-onbekend"));
    CHECK(owner_of(told.story, "stappenplan", "veiligheid-onbekend") == "zorgcoordinator");
}

TEST_CASE("a route that runs already is not started again") {
    Told told = at_weighing(minor);
    told.tell("gewogen", officer(to_police));
    told.tell("veiligheid-beoordeeld",
              by("zorgcoordinator", Json{{"aanwijzingen", {"opgesloten"}}}));
    told.tell("overdracht-geweigerd");
    told.tell("gewogen", officer(to_police));
    CHECK(told.last().event == "gewogen");
    CHECK(told.at("veiligheidsplan-te-maken"));
}

TEST_CASE("what is recorded never goes back, what happened may") {
    Told told;
    Telling early = officer();
    early.at = minute(-600);
    told.keep(tell_event(told.story, "besproken", early));
    CHECK(told.last().occurred == minute(-600));
    CHECK(told.last().recorded == minute(0));
}

TEST_CASE("each gate is for a named person in the role, and the last one decides") {
    const auto gated = book_with("weging", Json{{"gates", {"eerste", "tweede"}}});
    Told told(minor, gated);
    told.tell("besproken");
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
        Told told(minor, book_with("weging", Json{{"decides", decides}}));
        told.tell("besproken");
        return told;
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
    Told told(minor, both);
    told.tell("besproken");
    CHECK(code_of([&] { told.tell("gewogen", officer()); }) == "M1619");
    told.tell("gewogen", officer(to_police));
    CHECK(told.bodies[2]->decision->fact == "besluit.bestemming");

    const auto kept = book_with("bewaard", Json{{"decides", to_weigh}});
    Told closing(minor, kept);
    closing.tell("besproken");
    closing.tell("gewogen", officer(Json{{"besluit.bestemming", Json::array()}}, "Nog niet."));
    REQUIRE(closing.at("bewaard"));
    closing.tell("teruggekoppeld");
    closing.tell("sluiten"); // decided here by another event only
    CHECK(closing.at("afgesloten"));

    to_weigh.erase("event");
    CHECK(code_of([&] {
              book_with("weging", Json{{"decides", {to_close, to_weigh}}});
          }) == "M1011");
}

TEST_CASE("a plan that was done is started anew by another hand-over") {
    Told told = at_weighing(minor);
    told.note(officer(Json{{"gevaar.acuut", false}, {"persoon.in-beeld", false}}));
    told.tell("gewogen", officer(to_police));
    told.tell("plan-sluiten", by("zorgcoordinator"));
    REQUIRE(told.at("afgerond"));
    told.tell("overdracht-geweigerd");
    told.tell("gewogen", officer(to_police));
    CHECK(told.last().event == "gestart");
    CHECK(told.at("veiligheid-onbekend"));
    CHECK_NOTHROW(replay(examples::case_id(), told.bodies, book()));
}

TEST_CASE("the moment of the event is a fact that rules read and nobody tells") {
    const auto timed = book_declaring(
        {{"id", "moment"}, {"type", "moment"}, {"label", "Moment"}},
        {{"id", "nieuwe-regel"},
         {"take", "first"},
         {"outcome", {{"type", "boolean"}}},
         {"rows", {{{"id", "vanaf"}, {"valid", {{"from", "2026-06-03"}}}, {"then", true}}}},
         {"else", false}});
    const auto says = [&](const Telling& telling) {
        Story story(timed);
        for (const auto& body : open_case(timed, "meldroute-intern", telling)) story.add(body);
        return timed->decisions().answer("nieuwe-regel", story.situation());
    };
    Telling telling = by("medewerker");
    CHECK(says(telling) == Answer::no);
    telling.at = minute(14 * 60);
    CHECK(says(telling) == Answer::yes);
    telling.facts = Json{{"moment", "2026-06-01T10:00:00+02:00"}};
    CHECK(code_of([&] { says(telling); }) == "M1621");
}
