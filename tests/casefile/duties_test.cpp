// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/klein.hpp"
#include "catch.hpp"

using namespace klein;
using Ids = std::vector<std::string>;

namespace {

Told handed_over(Json facts) {
    Told told(std::move(facts));
    told.tell("besproken");
    told.tell("gewogen", officer(to_police, "Er is haast bij."));
    return told;
}

/// The small rulebook with a term of three months for «bespreken», from this.
std::shared_ptr<const Rulebook> book_counting_from(const std::string& from) {
    Json bundle = Json::parse(book()->bundle());
    bundle["facts"].push_back({{"id", "buiten.gemeld-op"}, {"type", "date"}, {"label", "Dag"}});
    bundle["terms"]["bespreken"] = {{"length", {{"months", 3}}}, {"from", from}};
    return Rulebook::from_bundle(canonical(bundle));
}

} // namespace

TEST_CASE("a term may begin on a day that somebody told, and follows it when it is put right") {
    Told told(Json::object(), book_counting_from("buiten.gemeld-op"));
    CHECK_FALSE(open_duties(told.story).at(0).due->date);
    told.note(officer(Json{{"buiten.gemeld-op", "2026-05-31"}}));
    CHECK(open_duties(told.story).at(0).due->date->iso() == "2026-08-31");
    told.note(officer(Json{{"buiten.gemeld-op", "2026-06-01"}}));
    CHECK(open_duties(told.story).at(0).due->date->iso() == "2026-09-01");
}

TEST_CASE("a term may begin when a step is reached, whatever led there") {
    Told told(Json::object(), book_counting_from("meldroute-intern.vastgelegd"));
    CHECK(open_duties(told.story).at(0).due->date->iso() == "2026-09-02");
    told.note(officer());
    CHECK(open_duties(told.story).at(0).due->date->iso() == "2026-09-02");
    CHECK(code_of([] { book_counting_from("meldroute-intern.nergens"); }) == "M1510");
}

TEST_CASE("a duty opens with its step, has a date by its term, and closes with its step") {
    Told told;
    const auto open = open_duties(told.story);
    REQUIRE(open.size() == 1);
    CHECK(open[0].duty->id == "bespreken");
    CHECK(open[0].role == "aandachtsfunctionaris");
    CHECK(open[0].due->date->iso() == "2026-06-09");
    told.tell("besproken");
    CHECK(told.duties() == Ids{"riec-kennis"});
}

TEST_CASE("a duty whose condition is unknown opens, marked; a no keeps it closed") {
    Told told;
    told.tell("besproken");
    CHECK_FALSE(open_duties(told.story).at(0).certain);
    told.note(officer(minor));
    CHECK(open_duties(told.story).at(0).certain);
    told.note(officer(Json{{"slachtoffer.leeftijd", 40}, {"aanwijzingen", Json::array()}}));
    CHECK(told.duties().empty());
}

TEST_CASE("a duty is done by its event") {
    Told told = handed_over(Json{{"melding.kanaal", "collega"}});
    CHECK(told.duties() == Ids{"terugkoppelen"});
    CHECK(open_duties(told.story)[0].due->date->iso() == "2026-06-16");
    told.tell("teruggekoppeld");
    CHECK(told.at("gemeld"));
    CHECK(told.duties().empty());
    CHECK(handed_over(Json{{"melding.kanaal", "mma"}}).duties().empty());
}

TEST_CASE("what was done before and cannot be done again is not asked again") {
    Told told(Json{{"melding.kanaal", "collega"}});
    told.tell("teruggekoppeld");
    told.tell("besproken");
    told.tell("gewogen", officer(to_police, "Er is haast bij."));
    CHECK(told.duties().empty());
}

TEST_CASE("a duty that repeats is never done: it has a next time") {
    Json bundle = Json::parse(book()->bundle());
    bundle["terms"]["maandelijks"] = {
        {"from", "meldroute-intern.melding"},
        {"repeats", {{"every", {{"months", 1}}}, {"done", "meldroute-intern.teruggekoppeld"}}}};
    for (auto& route : bundle["routes"])
        if (route["steps"].contains("vastgelegd"))
            route["steps"]["vastgelegd"]["duties"] = Json::array({{{"id", "elke-maand"},
                                                                   {"label", "elke maand"},
                                                                   {"term", "maandelijks"},
                                                                   {"done", "teruggekoppeld"}}});
    Told told(Json{{"melding.kanaal", "collega"}}, Rulebook::from_bundle(canonical(bundle)));
    CHECK(open_duties(told.story).at(0).due->date->iso() == "2026-07-02");
    told.tell("teruggekoppeld");
    REQUIRE(told.duties() == Ids{"elke-maand"});
    CHECK(open_duties(told.story).at(0).due->date->iso() == "2026-08-02");
}

TEST_CASE("a term takes its day from a fact that is one, and from no other") {
    Json bundle = Json::parse(book()->bundle());
    bundle["terms"]["gekozen"] = {{"from", "meldroute-intern.melding"},
                                  {"told", "slachtoffer.leeftijd"}};
    CHECK(code_of([&] { Rulebook::from_bundle(canonical(bundle)); }) == "M1406");
    bundle["terms"]["gekozen"]["told"] = "leeftijt";
    CHECK(code_of([&] { Rulebook::from_bundle(canonical(bundle)); }) == "M1101");
}

TEST_CASE("duties go by date, and hours are a moment") {
    Told told = handed_over(Json{{"melding.kanaal", "collega"}});
    told.tell("veiligheid-beoordeeld",
              by("zorgcoordinator", Json{{"aanwijzingen", {"opgesloten"}}}));
    CHECK(told.duties() == Ids{"veiligheidsplan", "terugkoppelen"});
    CHECK(open_duties(told.story)[0].due->moment == minute(told.minutes + 24 * 60));
}

TEST_CASE("nobody owns an idle step or a closed case, and everything else has an owner") {
    Told told = handed_over(Json{{"melding.kanaal", "mma"}});
    for (const auto& owner : owners(told.story)) {
        CAPTURE(owner.step);
        CHECK_FALSE(owner.role.empty());
    }
    told.tell("overdracht-bevestigd");
    told.tell("sluiten");
    for (const auto& owner : owners(told.story)) CHECK(owner.route == "stappenplan");
}
