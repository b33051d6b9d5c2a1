// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// How to reach who got a signal: only what the role may see.

#include "catch.hpp"
#include "command/running.hpp"

#include <meldroute/desk/desk.hpp>

#include <nlohmann/json.hpp>

using namespace meldroute;
using namespace meldroute::example;

namespace {

/// Our rules, with a line to the police that is for one role.
std::shared_ptr<const Rulebook> with_a_line() {
    Json bundle = Json::parse(Rulebook::load(rules)->bundle());
    for (auto& partner : bundle["partners"])
        if (partner["id"] == "politie-avim")
            partner["contact"].push_back(
                {{"number", "06 van de rechercheur"},
                 {"when", {{"nl", "buiten kantoortijd"}, {"en", "out of hours"}}},
                 {"for", {"aandachtsfunctionaris-mensenhandel"}}});
    return Rulebook::from_bundle(canonical(bundle));
}

Telling officer(Json facts, const char* at) {
    Telling telling;
    telling.by = {"m.devries", "aandachtsfunctionaris-mensenhandel"};
    telling.facts = std::move(facts);
    telling.at = Moment::parse(at);
    telling.because = "Samen gewogen.";
    return telling;
}

} // namespace

TEST_CASE("a case shows how to reach who got it, and a line for one role to that role only") {
    const Folder folder;
    const std::string file = folder / "meldingen.db";
    {
        Desk desk(file, with_a_line());
        auto first = officer({{"melding.kanaal", "collega"},
                              {"melding.afdeling", "wmo"},
                              {"onderwerp", {"locatie"}},
                              {"gevaar.acuut", false}},
                             "2026-06-15T09:00:00+02:00");
        first.key = "ZAAK-1";
        Case report = desk.report(first);
        CHECK(report.contacts("aandachtsfunctionaris-mensenhandel").empty());
        report.tell("besproken", officer(Json::object(), "2026-06-15T10:00:00+02:00"));
        report.tell("verrijkt", officer(Json::object(), "2026-06-16T10:00:00+02:00"));
        report.tell("gewogen", officer({{"besluit.bestemming", {"politie-avim"}}},
                                       "2026-06-17T10:00:00+02:00"));
        CHECK(report.contacts("").size() == 2);
        CHECK(report.contacts("burgerzaken").size() == 2);
        const auto seen = report.contacts("aandachtsfunctionaris-mensenhandel");
        REQUIRE(seen.size() == 3);
        CHECK(seen.back().number == "06 van de rechercheur");
    }
    const auto anybody = run({"case", file, "ZAAK-1", "--at", "2026-06-18T09:00:00+02:00"});
    CHECK(anybody.says("0900-8844"));
    CHECK_FALSE(anybody.says("rechercheur"));
    const auto role = run({"case", file, "ZAAK-1", "--at", "2026-06-18T09:00:00+02:00", "--role",
                           "aandachtsfunctionaris-mensenhandel"});
    CHECK(role.says("06 van de rechercheur (buiten kantoortijd)"));
    CHECK(run({"case", file, "ZAAK-1", "--role", "niemand"}).warns("M1508"));
}
