// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Where what is told takes a case, which route it starts, and what cannot be told.

#include "casefile/klein.hpp"
#include "catch.hpp"

using namespace klein;

TEST_CASE("a case is not opened on a route that is nobody's") {
    CHECK(code_of([] { Told(minor, book(), "bibob"); }) == "M1627");
    CHECK(code_of([] { Told(minor, book(), "geen-route"); }) == "M1307");
}

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
