// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/klein.hpp"
#include "catch.hpp"

#include <meldroute/desk/desk.hpp>

using namespace klein;
using At = std::vector<std::string>;

namespace {

At asked(const Case& one) {
    At facts;
    for (const auto& question : one.questions(Lang::nl)) facts.push_back(question.fact);
    return facts;
}

OptionView option(const Case& one, const std::string& event) {
    for (auto& view : one.options())
        if (view.event == event) return view;
    return {};
}

} // namespace

TEST_CASE("first is asked what the step asks, in its order, and nothing twice") {
    Desk desk(":memory:", book());
    Case one = desk.report(by("medewerker"));
    CHECK(asked(one) == At{"gevaar.acuut", "melding.kanaal"});
    CHECK(one.questions(Lang::nl)[0].words == "Is iemand op dit moment in gevaar?");
    CHECK(one.questions(Lang::nl)[0].who == "melder");
    one.note(officer(Json{{"melding.kanaal", "mma"}, {"gevaar.acuut", {{"unknown", "asked"}}}}));
    CHECK(asked(one).empty());
}

TEST_CASE("then is asked what would decide the advice, but for what nobody will say") {
    Desk desk(":memory:", book());
    Case one = desk.report(by("medewerker"));
    one.tell("besproken", officer());
    CHECK(asked(one) == At{"slachtoffer.leeftijd", "aanwijzingen"});
    CHECK(one.questions(Lang::nl)[0].decision == "weging.bestemming");
    one.note(officer(Json{{"slachtoffer.leeftijd", {{"unknown", "declined"}}}}));
    CHECK(asked(one) == At{"aanwijzingen"});
}

TEST_CASE("in danger nothing is asked, and the alert sounds until it is known to be over") {
    Desk desk(":memory:", book());
    Case one = desk.report(by("medewerker"));
    REQUIRE(one.alerts().size() == 1);
    CHECK_FALSE(one.alerts()[0].certain);
    CHECK(one.alerts()[0].label.nl == "Is iemand nu in gevaar?");
    one.note(by("", Json{{"gevaar.acuut", true}}));
    CHECK(one.here() == At{"vastgelegd", "acuut"});
    CHECK(asked(one).empty());
    CHECK(one.alerts()[0].certain);
    CHECK(one.alerts()[0].label.nl == "Bel 112");
    one.tell("gevaar-geweken", officer(Json{{"gevaar.acuut", false}}));
    CHECK(one.here() == At{"vastgelegd"});
    CHECK(one.alerts().empty());
}

TEST_CASE("an option says who may, what it needs and where it leads") {
    Desk desk(":memory:", book());
    Case one = desk.report(by("medewerker", minor));
    CHECK(option(one, "gewogen").event.empty());
    CHECK(option(one, "besproken").leads_to == std::vector<At>{{"weging"}});
    one.tell("besproken", officer());
    const auto weigh = option(one, "gewogen");
    CHECK(weigh.deciding);
    CHECK(weigh.possible);
    CHECK(weigh.by == "aandachtsfunctionaris");
    CHECK(weigh.unknown == At{"intern.overdragen"});
    CHECK(weigh.needs == At{"besluit.bestemming"});
    CHECK(weigh.leads_to == std::vector<At>{{"gemeld"}, {"bewaard"}});
}

TEST_CASE("what was decided before does not settle what is to be decided again") {
    Desk desk(":memory:", book());
    Case one = desk.report(by("medewerker", minor));
    one.tell("besproken", officer());
    one.tell("gewogen", officer(to_police));
    one.tell("overdracht-geweigerd", officer());
    CHECK(option(one, "gewogen").leads_to.size() == 2);
    CHECK(code_of([&] { one.tell("gewogen", officer()); }) == "M1619");
}

TEST_CASE("a duty is late from the end of its day in Amsterdam") {
    Desk desk(":memory:", book());
    const Case one = desk.report(by("medewerker"));
    const Date due = *one.duties(minute(0)).at(0).due->date;
    CHECK_FALSE(one.duties(amsterdam_moment(due, 23, 59)).at(0).late);
    CHECK(one.duties(amsterdam_moment(due.plus_days(1), 0, 0)).at(0).late);
}

TEST_CASE("the record shows who told what, and how the rules ruled") {
    Desk desk(":memory:", book());
    Case one = desk.report(by("medewerker", minor));
    one.tell("besproken", officer());
    one.tell("gewogen", officer(to_police));
    const auto entries = one.entries();
    REQUIRE(entries.size() == 4);
    CHECK(entries[2].sequence == 3);
    CHECK(entries[2].body->person == "a.jansen");
    CHECK(entries[2].body->decision->fact == "besluit.bestemming");
    CHECK(entries[3].body->cause == 3);
    CHECK_FALSE(one.why("weging.klasse", Lang::nl).empty());
}

TEST_CASE("the worklist goes by owner and date") {
    Desk desk(":memory:", book());
    Case one = desk.report(by("medewerker", minor));
    one.tell("besproken", officer());
    one.tell("gewogen", officer(to_police));
    const auto care = desk.worklist({{}, {}, "zorgcoordinator", {}});
    REQUIRE_FALSE(care.empty());
    for (const auto& line : care) CHECK(line.route == "stappenplan");
    for (const auto& line : desk.worklist()) CHECK_FALSE(line.owner.empty());
}

TEST_CASE("an option says how the rulebook rules on its way") {
    Desk desk(":memory:", book());
    Case one = desk.report(by("medewerker"));
    one.tell("besproken", officer());
    one.note(officer(to_police, "Er is haast bij."));
    for (const auto& option : one.options()) {
        if (option.event != "gewogen") continue;
        REQUIRE(option.rulings.size() == 1);
        CHECK(option.rulings[0].decision == "intern.overdragen");
        return;
    }
    FAIL("weighing is no option");
}

TEST_CASE("what people decide is counted, and how often other than advised or past an unknown") {
    Desk desk(":memory:", book());
    CHECK(desk.decided().empty());
    for (const bool known : {true, false}) {
        Case one = desk.report(by("medewerker", known ? minor : Json::object()));
        one.tell("besproken", officer());
        one.tell("gewogen", officer(Json{{"besluit.bestemming", {"arbeidsinspectie"}}}, "Toch."));
    }
    REQUIRE(desk.decided().size() == 1);
    const DecidedView counted = desk.decided()[0];
    CHECK(counted.fact == "besluit.bestemming");
    CHECK(counted.decided == 2);
    CHECK(counted.deviating == 1);
    CHECK(counted.past_unknown == 1);
}
