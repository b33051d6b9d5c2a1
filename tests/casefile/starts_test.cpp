// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Routes that begin on a condition: at once, later, or never; and while nobody knows, with a duty to
// find out.

#include "casefile/klein.hpp"
#include "catch.hpp"

#include <algorithm>

using namespace klein;

namespace {

/// The step plan begins at the first step when a colleague reports, and not otherwise.
std::shared_ptr<const Rulebook> on_channel() {
    return book_with("vastgelegd", {{"starts",
                                     {{{"route", "stappenplan"},
                                       {"when", {{"melding.kanaal", "collega"}}},
                                       {"role", "zorgcoordinator"},
                                       {"label", "Ga na van wie de melding komt"}}}}});
}

bool runs(const Told& told) {
    return told.story.here().contains("stappenplan");
}

const OpenDuty* finding_out(const std::vector<OpenDuty>& open) {
    const auto found = std::find_if(open.begin(), open.end(), [](const OpenDuty& one) {
        return one.duty->id == "stappenplan";
    });
    return found == open.end() ? nullptr : &*found;
}

} // namespace

TEST_CASE("a route whose condition holds begins with the step, and keeps why") {
    const Told told(Json{{"melding.kanaal", "collega"}}, on_channel());
    REQUIRE(runs(told));
    CHECK(told.last().event == "gestart");
    CHECK(told.last().cause == 1);
    REQUIRE_FALSE(told.last().rulings.empty());
    CHECK(told.last().rulings.front().decision == "meldroute-intern.vastgelegd.stappenplan");
    CHECK(finding_out(open_duties(told.story)) == nullptr);
}

TEST_CASE("a route whose condition does not hold stays away, in silence") {
    const Told told(Json{{"melding.kanaal", "mma"}}, on_channel());
    CHECK_FALSE(runs(told));
    CHECK(finding_out(open_duties(told.story)) == nullptr);
}

TEST_CASE("while nobody knows whether a route begins, somebody has to find out") {
    Told told(Json::object(), on_channel());
    CHECK_FALSE(runs(told));
    const auto open = open_duties(told.story);
    const auto* duty = finding_out(open);
    REQUIRE(duty != nullptr);
    CHECK(duty->role == "zorgcoordinator");
    CHECK_FALSE(duty->certain);

    told.note(officer(Json{{"melding.kanaal", "collega"}}));
    CHECK(runs(told));
    CHECK(finding_out(open_duties(told.story)) == nullptr);
    CHECK(told.last().cause == 2);
}

TEST_CASE("told otherwise again, it does not begin twice") {
    Told told(Json{{"melding.kanaal", "collega"}}, on_channel());
    const auto before = told.bodies.size();
    told.note(officer(Json{{"gevaar.acuut", false}}));
    CHECK(told.bodies.size() == before + 1);
    CHECK(told.last().event.empty());
}

TEST_CASE("a route that began on a condition is not begun again by it") {
    Told told(Json{{"melding.kanaal", "collega"}}, on_channel());
    told.note(officer(Json{{"melding.kanaal", "mma"}}));
    told.note(officer(Json{{"melding.kanaal", "collega"}}));
    CHECK(told.last().event.empty());
}

TEST_CASE("what was left cannot begin anything any more") {
    Told told(Json::object(), on_channel());
    told.tell("besproken");
    CHECK(finding_out(open_duties(told.story)) == nullptr);
    told.note(officer(Json{{"melding.kanaal", "collega"}}));
    CHECK_FALSE(runs(told));
}

TEST_CASE("a case that began a route on a condition is replayed as it was") {
    Told told(Json::object(), on_channel());
    told.note(officer(Json{{"melding.kanaal", "collega"}}));
    const auto& bodies = told.bodies;
    const CaseId id = examples::case_id();
    CHECK_NOTHROW(replay(id, bodies, on_channel()));
    CHECK(same(restore(id, bodies, on_channel()), told.story));
}
