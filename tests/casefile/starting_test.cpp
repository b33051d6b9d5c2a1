// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/klein.hpp"
#include "catch.hpp"

using namespace klein;

namespace {

/// The small rulebook with what starts from these steps.
std::shared_ptr<const Rulebook> book_starting(const std::map<std::string, Json>& starts) {
    Json bundle = Json::parse(book()->bundle());
    for (const auto& [step, routes] : starts) {
        const bool reported = step == "vastgelegd" || step == "gemeld";
        for (auto& route : bundle["routes"])
            if ((route["route"] == "meldroute-intern") == reported)
                route["steps"][step]["starts"] = routes;
    }
    return Rulebook::from_bundle(canonical(bundle));
}

std::vector<std::string> begun(const Told& told) {
    std::vector<std::string> routes;
    Story story(told.story.shared_rulebook());
    for (const auto& body : told.bodies) {
        for (const auto& [route, standing] : body->here)
            if (story.begins(route, *body)) routes.push_back(route);
        story.add(*body);
    }
    return routes;
}

} // namespace

TEST_CASE("what the first step of a report starts begins with the report") {
    const auto starting = book_starting({{"vastgelegd", {"stappenplan"}}});
    const Told told(Json::object(), starting);
    REQUIRE(told.bodies.size() == 2);
    CHECK(told.last().event == "gestart");
    CHECK(told.last().cause == 1);
    CHECK(told.story.first_route() == "meldroute-intern");
    CHECK_NOTHROW(replay(examples::case_id(), told.bodies, starting));
}

TEST_CASE("a started route starts others in turn, each once, and each with the entry it follows") {
    const auto chained = book_starting(
        {{"gemeld", {"stappenplan", "bibob"}}, {"veiligheid-onbekend", {"bibob", "vergunning"}}});
    Told told(minor, chained);
    told.tell("besproken");
    told.tell("gewogen", officer(to_police));
    CHECK(begun(told) ==
          std::vector<std::string>{"meldroute-intern", "stappenplan", "bibob", "vergunning"});
    REQUIRE(told.bodies.size() == 6);
    CHECK_FALSE(told.bodies[2]->cause);
    CHECK(told.bodies[3]->cause == 3);
    CHECK(told.bodies[4]->cause == 3);
    CHECK(told.bodies[5]->cause == 4);
    CHECK_NOTHROW(replay(examples::case_id(), told.bodies, chained));
}

TEST_CASE("a route is done at its end, once nobody owes anything on its other tracks") {
    CHECK(is_done("stappenplan", {{"afgerond"}, 0}));
    CHECK(is_done("bibob", {{"afgerond", "niets-aan-bureau-te-melden"}, 0}));
    CHECK(is_done("meldroute-intern", {{"afgesloten", "beantwoord", "geen-acuut-gevaar"}, 0}));
    CHECK_FALSE(is_done("bibob", {{"afgerond", "bureau-in-te-lichten"}, 0}));
    CHECK_FALSE(is_done("meldroute-intern", {{"afgesloten", "beantwoord", "acuut"}, 0}));
    CHECK_FALSE(is_done("vergunning", {{"geen-vergunning-nodig", "geen-overtreding"}, 0}));
}

TEST_CASE("a route of several tracks that was done is started anew") {
    const auto starting = book_starting({{"veiligheid-geborgd", {"meldroute-intern"}}});
    Told told(Json::object(), starting, "stappenplan");
    const Json safe{{"aanwijzingen", Json::array()}, {"slachtoffer.leeftijd", 40}};
    told.tell("veiligheid-beoordeeld", by("zorgcoordinator", safe));
    REQUIRE(told.at("vastgelegd"));
    told.tell("besproken");
    told.tell("gewogen", officer(Json{{"besluit.bestemming", Json::array()}}, "Nog niet."));
    told.tell("teruggekoppeld");
    told.tell("sluiten");
    REQUIRE(told.at("afgesloten"));
    told.tell("veiligheid-gewijzigd", by("zorgcoordinator"));
    told.tell("veiligheid-beoordeeld", by("zorgcoordinator", safe));
    CHECK(told.last().event == "gestart");
    CHECK(told.at("vastgelegd"));
    for (const auto* step : {"vastgelegd", "nog-te-antwoorden", "geen-acuut-gevaar"})
        CHECK(told.story.entered("meldroute-intern", step).sequence == told.story.sequence());
    CHECK_NOTHROW(replay(examples::case_id(), told.bodies, starting));
}

TEST_CASE("a guard reads the moment of the event that is told") {
    const auto timed = book_declaring(
        {{"id", "moment"}, {"type", "moment"}, {"label", "Moment"}},
        {{"id", "intern.verrijken"},
         {"take", "first"},
         {"outcome", {{"type", "boolean"}}},
         {"rows", {{{"id", "vanaf"}, {"valid", {{"from", "2026-06-03"}}}, {"then", true}}}},
         {"else", false}});
    const auto discussed = [&](const Moment& at) {
        Told told(Json::object(), timed);
        Telling telling = officer();
        telling.at = at;
        told.keep(tell_event(told.story, "besproken", telling));
        return told;
    };
    CHECK(discussed(minute(1)).at("weging"));
    CHECK(discussed(minute(14 * 60)).at("verrijking"));
}

TEST_CASE("when it was written down is kept as it was said") {
    Told told;
    Telling telling = officer();
    telling.at = minute(1);
    telling.recorded = minute(99);
    told.keep(tell_event(told.story, "besproken", telling));
    CHECK(told.last().occurred == minute(1));
    CHECK(told.last().recorded == minute(99));
}
