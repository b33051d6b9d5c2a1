// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/klein.hpp"
#include "catch.hpp"
#include "register/files.hpp"

#include <meldroute/desk/desk.hpp>

using namespace klein;
using files::Folder;

namespace {

std::shared_ptr<const Rulebook> newer(const std::string& valid_from = {}) {
    Json bundle = Json::parse(book()->bundle());
    bundle["identity"]["version"] = "2026.2";
    if (!valid_from.empty()) bundle["identity"]["valid"] = {{"from", valid_from}};
    auto& facts = bundle["facts"];
    facts.push_back({{"id", "nieuw.gegeven"}, {"type", "boolean"}, {"label", "Nieuw"}});
    return Rulebook::from_bundle(canonical(bundle));
}

Telling keyed(std::string key) {
    Telling telling = by("medewerker");
    telling.key = std::move(key);
    return telling;
}

Telling moving() {
    Telling telling = officer(Json::object(), "De regels zijn vernieuwd.");
    telling.at = minute(600);
    return telling;
}

} // namespace

TEST_CASE("open cases move to the rules of the desk, and go on by them") {
    const Folder folder;
    Desk(folder.file(), book()).report(keyed("ZAAK"));
    Desk desk(folder.file(), newer());
    CHECK(code_of([&] {
              desk.open("ZAAK").note(officer(Json{{"nieuw.gegeven", true}}));
          }) == "M1101");
    const auto ahead = desk.look_ahead(minute(600));
    REQUIRE(ahead.size() == 1);
    CHECK(ahead[0].alias == "ZAAK");
    CHECK(ahead[0].from == "2026.1");
    CHECK(ahead[0].migration.obstacles.empty());
    CHECK_FALSE(ahead[0].moved);
    CHECK(desk.open("ZAAK").sequence() == 1);

    const auto moved = desk.migrate(moving());
    REQUIRE(moved.size() == 1);
    CHECK(moved[0].moved);
    CHECK(desk.look_ahead(minute(600)).empty());
    Desk old(folder.file(), book());
    Case again = old.open("ZAAK");
    CHECK(again.rulebook().version() == "2026.2");
    again.note(officer(Json{{"nieuw.gegeven", true}}));
    CHECK(old.verify().entries == 3);
}

TEST_CASE("a closed case stays with its rules, and one that cannot go is listed with the reason") {
    const Folder folder;
    {
        Desk desk(folder.file(), newer());
        Case kept = desk.report(keyed("BLIJFT"));
        kept.note(officer(Json{{"nieuw.gegeven", true}}));
        Telling anonymous = keyed("DICHT");
        anonymous.facts = Json{{"melding.kanaal", "mma"}};
        Case closed = desk.report(anonymous);
        closed.tell("besproken", officer());
        closed.tell("gewogen", officer(Json{{"besluit.bestemming", Json::array()}}, "Niets."));
        closed.tell("sluiten", officer(Json::object(), "Klaar."));
        REQUIRE(closed.here() == std::vector<std::string>{"afgesloten"});
        desk.report(keyed("GAAT"));
    }
    Desk desk(folder.file(), book());
    const auto moved = desk.migrate(moving());
    REQUIRE(moved.size() == 2);
    CHECK(moved[0].alias == "BLIJFT");
    CHECK_FALSE(moved[0].moved);
    CHECK(moved[0].migration.obstacles.at(0).about == "nieuw.gegeven");
    CHECK(moved[1].alias == "GAAT");
    CHECK(moved[1].moved);
    CHECK(desk.open("BLIJFT").rulebook().version() == "2026.2");
    CHECK(desk.verify().cases == 3);
}

TEST_CASE("cases move by a named person, for a reason, to rules that are in force") {
    const Folder folder;
    Desk(folder.file(), book()).report(keyed("ZAAK"));
    Desk desk(folder.file(), newer());
    Telling nobody = moving();
    nobody.by = {};
    CHECK(code_of([&] { desk.migrate(nobody); }) == "M1617");
    Telling silent = moving();
    silent.because.clear();
    CHECK(code_of([&] { desk.migrate(silent); }) == "M1620");
    Desk early(folder.file(), newer("2027-01-01"));
    CHECK(code_of([&] { early.migrate(moving()); }) == "M1519");
    CHECK(desk.open("ZAAK").sequence() == 1);
}
