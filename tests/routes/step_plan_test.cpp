// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"

#include "support.hpp"

#include <algorithm>

using namespace meldroute;
using namespace meldroute::testing;

namespace {

struct StepPlan : Case {
    StepPlan() : Case("stappenplan") {}

    bool at(std::string_view step) const {
        const auto leaves = route->standing().leaves;
        return std::find(leaves.begin(), leaves.end(), step) != leaves.end();
    }
    StepPlan& told(std::initializer_list<std::string_view> events) {
        for (const auto event : events) tell(event);
        return *this;
    }
};

const At questions{"veiligheid-onbekend", "zorg-aan-te-bieden",     "herstel-te-plannen",
                   "verblijf-na-te-gaan", "registratie-na-te-gaan", "plaats-na-te-gaan"};

} // namespace

TEST_CASE("each track begins at a question that somebody owns", "[routes][stappenplan]") {
    StepPlan plan;

    CHECK(plan.route->here() == questions);
    SECTION("and not knowing keeps it open") {
        CHECK(plan.note() == questions);
    }
    SECTION("also when the rulebook has no such decision") {
        plan.says.absent = {"plan.persoon-in-beeld", "plan.plaats-in-beeld"};
        CHECK(plan.note() == questions);
    }
}

TEST_CASE("a signal on a place only asks nothing of a victim until there is one",
          "[routes][stappenplan]") {
    StepPlan plan;
    plan.says.answers = {{"plan.persoon-in-beeld", no}, {"plan.plaats-in-beeld", yes}};

    CHECK(plan.note() == At{"veiligheid-onbekend", "plaats-na-te-gaan"});
    CHECK(plan.note() == At{"veiligheid-onbekend", "plaats-na-te-gaan"});
    CHECK(plan.refused("zorg-weer-nodig") == Fault::event_not_awaited);
    plan.says.answers["plan.persoon-in-beeld"] = yes;
    CHECK(plan.tell("plaats-onderzocht") == At{"veiligheid-onbekend", "zorg-aan-te-bieden",
                                               "herstel-te-plannen", "verblijf-na-te-gaan",
                                               "registratie-na-te-gaan", "plaats-af-te-wegen"});
}

TEST_CASE("what a named person ended is not opened again by a rule", "[routes][stappenplan]") {
    StepPlan plan;
    plan.says.answers = {{"plan.persoon-in-beeld", yes}, {"plan.plaats-in-beeld", yes}};
    const auto [track, question] = GENERATE(table<std::string, std::string>({
        {"zorg", "zorg-aan-te-bieden"},
        {"herstel", "herstel-te-plannen"},
        {"verblijf", "verblijf-na-te-gaan"},
        {"registratie", "registratie-na-te-gaan"},
        {"plaats", "plaats-na-te-gaan"},
        {"veiligheid", "veiligheid-onbekend"},
    }));
    CAPTURE(track);

    plan.tell(track + "-niet-nodig-verklaard");
    plan.note();
    CHECK(plan.at(track + "-niet-nodig"));
    CHECK(plan.route->here().size() == 5);
    plan.tell(track + "-weer-nodig");
    CHECK(plan.at(question));
}

TEST_CASE("one event moves each track that hears it", "[routes][stappenplan]") {
    StepPlan plan;
    plan.says.answers = {{"plan.veiligheidsplan-nodig", no}, {"plan.verblijfsrecht-nodig", yes}};
    plan.told({"veiligheid-beoordeeld", "opvang-begonnen", "herstelplan-gemaakt",
               "bedenktijd-aangeboden", "bedenktijd-aanvaard", "aangemeld-bij-comensha"});
    REQUIRE(plan.route->here() == At{"veiligheid-geborgd", "in-opvang", "herstel-loopt",
                                     "bedenktijd", "plaats-na-te-gaan"});

    SECTION("who leaves to an unknown destination is looked for") {
        CHECK(plan.tell("persoon-vertrokken") == At{"veiligheid-onbekend", "contact-verbroken",
                                                    "herstel-te-plannen", "verblijf-na-te-gaan",
                                                    "plaats-na-te-gaan"});
        CHECK(plan.tell("persoon-teruggevonden").at(1) == "zorg-aan-te-bieden");
    }
    SECTION("a complaint ends the time to reflect and is an application") {
        CHECK(plan.tell("aangifte-gedaan").at(3) == "verblijfsaanvraag");
        CHECK(plan.tell("verblijf-verleend").at(3) == "verblijf-geregeld");
        CHECK(plan.tell("strafzaak-geeindigd").at(3) == "verblijf-na-te-gaan");
    }
    SECTION("a complaint of who may stay anyway is only that") {
        plan.says.answers["plan.verblijfsrecht-nodig"] = no;
        CHECK(plan.tell("aangifte-gedaan").at(3) == "strafzaak-loopt");
    }
    SECTION("time to reflect that ends leaves the question") {
        CHECK(plan.tell("bedenktijd-geeindigd").at(3) == "verblijf-na-te-gaan");
    }
    SECTION("consent withdrawn opens the question who registers") {
        CHECK(plan.tell("toestemming-ingetrokken").at(4) == "registratie-na-te-gaan");
    }
    SECTION("help refused is a step that somebody owns") {
        CHECK(plan.tell("hulp-geweigerd").at(1) == "hulp-afgeslagen");
        CHECK(plan.tell("hulp-opnieuw-aangeboden").at(1) == "zorg-aan-te-bieden");
    }
    SECTION("danger puts the question of safety again, and nothing else") {
        CHECK(plan.tell("gevaar-gezien") == At{"veiligheid-onbekend", "in-opvang", "herstel-loopt",
                                               "bedenktijd", "plaats-na-te-gaan"});
    }
    SECTION("also when it comes with something else") {
        plan.says.answers["gevaar.nu"] = yes;
        CHECK(plan.tell("plaats-onderzocht").front() == "veiligheid-onbekend");
    }
}

TEST_CASE("registration goes by consent, or by duty at once", "[routes][stappenplan]") {
    StepPlan plan;

    SECTION("consent") {
        CHECK(plan.tell("toestemming-gevraagd").at(4) == "toestemming-afgewacht");
        CHECK(plan.tell("toestemming-geweigerd").at(4) == "registratie-na-te-gaan");
        CHECK(plan.told({"toestemming-gevraagd", "toestemming-gegeven"}).route->here().at(4) ==
              "registratie-te-doen");
    }
    SECTION("duty of the police, without it") {
        plan.tell("toestemming-gevraagd");
    }
    plan.tell("aangemeld-bij-comensha");
    CHECK(plan.at("bekend-bij-comensha"));
}

TEST_CASE("a named person decides on a measure", "[routes][stappenplan]") {
    StepPlan plan;
    plan.tell("plaats-onderzocht");

    CHECK(plan.refused("plaats-afgewogen") == Fault::event_undecided);
    plan.says.answers["plan.maatregel-treffen"] = yes;
    CHECK(plan.tell("plaats-afgewogen").back() == "maatregel-uit-te-voeren");
    CHECK(plan.tell("maatregel-uitgevoerd").back() == "plaats-gevolgd");
    CHECK(plan.tell("plaats-opnieuw-gezien").back() == "plaats-na-te-gaan");
}

TEST_CASE("the plan closes after after-care, by a named person", "[routes][stappenplan]") {
    StepPlan plan;
    plan.says.answers["plan.sluitbaar"] = yes;

    CHECK(plan.refused("plan-sluiten") == Fault::event_not_awaited);
    SECTION("after-care is done") {
        plan.told({"herstelplan-gemaakt", "uitgestroomd"});
        CHECK(plan.refused("plan-sluiten") == Fault::event_not_awaited);
        plan.tell("nazorg-afgerond");
    }
    SECTION("a named person said that none is needed") {
        plan.tell("herstel-niet-nodig-verklaard");
    }
    SECTION("there never was a person in view") {
        plan.says.answers["plan.persoon-in-beeld"] = no;
        plan.note();
    }
    SECTION("and the rulebook has nothing against it") {
        plan.tell("herstel-niet-nodig-verklaard");
        plan.says.answers["plan.sluitbaar"] = no;
        CHECK(plan.refused("plan-sluiten") == Fault::event_ruled_out);
        plan.says.answers["plan.sluitbaar"] = yes;
    }
    CHECK(plan.tell("plan-sluiten") == At{"afgerond"});
    CHECK(plan.tell("plan-heropenen") == questions);
}

TEST_CASE("no step of the plan is a dead end", "[routes][stappenplan]") {
    const RouteTables& tables = describe("stappenplan");

    for (const StepInfo& step : tables.steps) {
        if (!step.leaf) continue;
        bool can_leave = false;
        for (const Arrow& arrow : tables.arrows)
            for (const StepInfo* s = &step; !can_leave; s = &tables.steps[std::size_t(s->parent)]) {
                can_leave = arrow.from == s->id && arrow.to != step.id;
                if (s->parent <= 0) break;
            }
        CAPTURE(step.id);
        CHECK(can_leave);
    }
}
