// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Whose it is, since when and until when: what duties_test.cpp does not look at.

#include "casefile/klein.hpp"
#include "catch.hpp"

#include <meldroute/routes/machines.hpp>

using namespace klein;

namespace {

bool has_step(const std::string& route, const std::string& id) {
    const auto steps = describe(route).steps;
    return std::any_of(steps.begin(), steps.end(),
                       [&](const StepInfo& step) { return step.id == id; });
}

/// The small rulebook with other words on some steps (null for none), and with more terms and facts.
std::shared_ptr<const Rulebook> book_of(const std::map<std::string, Json>& steps,
                                        const Json& terms = Json::object()) {
    Json bundle = Json::parse(book()->bundle());
    bundle["facts"].push_back({{"id", "buiten.gezien-om"}, {"type", "moment"}, {"label", "Om"}});
    bundle["terms"].update(terms);
    for (auto& route : bundle["routes"])
        for (const auto& [step, words] : steps)
            if (has_step(route["route"].get<std::string>(), step))
                route["steps"][step].merge_patch(words);
    return Rulebook::from_bundle(canonical(bundle));
}

Told handed_over(const std::shared_ptr<const Rulebook>& by_book) {
    Told told(minor, by_book);
    told.tell("besproken");
    told.tell("gewogen", officer(to_police));
    return told;
}

} // namespace

TEST_CASE("a step without owner falls to who owns where its own route begins") {
    const auto told = handed_over(book());
    CHECK(owner_of(told.story, "stappenplan", "veiligheidsplan-te-maken") == "zorgcoordinator");
    CHECK(owner_of(told.story, "meldroute-intern", "gemeld") == "aandachtsfunctionaris");
}

TEST_CASE("where the first track names nobody the next does") {
    const auto second = book_of({{"veiligheid-onbekend", {{"owner", nullptr}}},
                                 {"zorg-aan-te-bieden", {{"owner", "zorgcoordinator"}}}});
    const auto told = handed_over(second);
    CHECK(owner_of(told.story, "stappenplan", "veiligheid-onbekend") == "zorgcoordinator");
}

TEST_CASE("a route on which nobody is named falls to who owns the report") {
    const auto nobody = book_of({{"veiligheid-onbekend", {{"owner", nullptr}}}});
    const auto told = handed_over(nobody);
    CHECK(owner_of(told.story, "stappenplan", "zorg-aan-te-bieden") == "aandachtsfunctionaris");
}

TEST_CASE("who watches an idle step is among the owners") {
    const Told told(Json::object(),
                    book_of({{"geen-acuut-gevaar", {{"owner", "zorgcoordinator"}}}}));
    REQUIRE(owners(told.story).size() == 2);
    CHECK(owners(told.story)[1].step == "geen-acuut-gevaar");
    CHECK(owners(told.story)[1].role == "zorgcoordinator");
}

TEST_CASE("a term in hours may begin at a moment that somebody told, as the clock stood here") {
    const Json terms{{"bespreken", {{"length", {{"hours", 24}}}, {"from", "buiten.gezien-om"}}}};
    Told told(Json::object(), book_of({}, terms));
    CHECK_FALSE(open_duties(told.story).at(0).due->moment);
    told.note(officer(Json{{"buiten.gezien-om", "2026-06-01T09:00:00Z"}}));
    CHECK(open_duties(told.story).at(0).due->moment->iso() == "2026-06-02T11:00:00+02:00");
}

TEST_CASE("what is to be done at once comes before what has a date") {
    const Json terms{{"meteen", {{"at-once", true}, {"from", "meldroute-intern.melding"}}}};
    const Json dated{{"id", "bespreken"}, {"label", "Bespreek"}, {"term", "bespreken"}},
        now{{"id", "bel"}, {"label", "Bel"}, {"term", "meteen"}},
        undated{{"id", "kijk"}, {"label", "Kijk"}};
    const Told told(Json::object(),
                    book_of({{"vastgelegd", {{"duties", {undated, dated, now}}}}}, terms));
    CHECK(told.duties() == std::vector<std::string>{"bel", "bespreken", "kijk"});
}

TEST_CASE("what the event that led to a step did before is not done there") {
    const Json duty{{"id", "vraag-na"}, {"label", "Vraag na"}, {"done", "ingetrokken"}};
    Told told(Json::object(), book_of({{"weging", {{"duties", {duty}}}}}));
    told.tell("ingetrokken");
    REQUIRE(told.at("weging"));
    CHECK(told.duties() == std::vector<std::string>{"vraag-na"});
    told.tell("ingetrokken");
    CHECK(told.duties().empty());
}

TEST_CASE("an event is told by its whole name") {
    Told told = handed_over(book());
    told.note(officer(Json{{"gevaar.acuut", false}, {"persoon.in-beeld", false}}));
    told.tell("plan-sluiten", by("zorgcoordinator"));
    CHECK(told.story.happened_since(0, "plan-sluiten"));
    CHECK_FALSE(told.story.happened_since(0, "sluiten"));
    CHECK(told.story.last("stappenplan.plan-sluiten") != nullptr);
    CHECK(told.story.last("meldroute-intern.plan-sluiten") == nullptr);
}
