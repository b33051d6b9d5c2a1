// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/klein.hpp"
#include "catch.hpp"

using namespace klein;

namespace {

const CaseId any_case = examples::case_id();

Told four_entries() {
    Told told(Json{{"melding.kanaal", "mma"}});
    told.tell("besproken");
    told.note(officer(minor));
    told.tell("ingetrokken");
    return told;
}

/// The words of the damage that replaying these finds.
std::vector<std::string> damage(const std::vector<std::optional<Body>>& bodies) {
    const auto error = examples::error_of([&] { replay(any_case, bodies, book()); });
    CHECK(error.code() == "M1613");
    return error.words();
}

} // namespace

TEST_CASE("after a gap the next entry is taken as it stands, and each after that is checked") {
    auto bodies = four_entries().bodies;
    bodies[1].reset();
    CHECK_NOTHROW(replay(any_case, bodies, book()));
    bodies[3]->here["meldroute-intern"].leaves[0] = "gemeld";
    CHECK(damage(bodies) == std::vector<std::string>{any_case.hex(), "4"});
    bodies[2].reset();
    CHECK_NOTHROW(replay(any_case, bodies, book()));
}

TEST_CASE("an entry that stands nowhere leads elsewhere, whatever it tells") {
    for (const auto* event : {"besproken", "gewogen", "niets"}) {
        auto bodies = four_entries().bodies;
        bodies[1]->event = event;
        bodies[1]->here.clear();
        CHECK(damage(bodies) == std::vector<std::string>{any_case.hex(), "2"});
    }
}

TEST_CASE("what is written down later counts from when it happened") {
    Json bundle = Json::parse(book()->bundle());
    bundle["terms"]["bespreken"] = {{"length", {{"months", 3}}},
                                    {"from", "meldroute-intern.melding"}};
    const auto months = Rulebook::from_bundle(canonical(bundle));
    Telling late = by("medewerker");
    late.recorded = minute(3 * 24 * 60);
    Story story(months);
    for (const auto& body : open_case(months, "meldroute-intern", late)) story.add(body);
    const auto open = open_duties(story);
    REQUIRE(open.size() == 1);
    CHECK(open[0].since.at == minute(0));
    CHECK(open[0].due->date->iso() == "2026-09-02");
    CHECK(story.happened().at(0).at == minute(0));
    CHECK(story.recorded() == minute(3 * 24 * 60));
}
