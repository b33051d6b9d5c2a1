// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/klein.hpp"
#include "catch.hpp"
#include "register/files.hpp"

#include <meldroute/desk/desk.hpp>

#include <stdexcept>
#include <thread>

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

std::vector<MigrationView> ahead(Desk& desk) {
    std::vector<MigrationView> all;
    desk.look_ahead(minute(600), {}, [&](const auto& one) { all.push_back(one); });
    return all;
}

std::vector<MigrationView> migrated(Desk& desk, const Telling& telling = moving()) {
    std::vector<MigrationView> all;
    desk.migrate(telling, {}, [&](const auto& one) { all.push_back(one); });
    return all;
}

void report_many(const std::string& file, int count) {
    Desk desk(file, book());
    for (int i = 0; i < count; ++i) desk.report(keyed("ZAAK-" + std::to_string(i)));
}

} // namespace

TEST_CASE("open cases move to the rules of the desk, and go on by them") {
    const Folder folder;
    Desk(folder.file(), book()).report(keyed("ZAAK"));
    Desk desk(folder.file(), newer());
    CHECK(code_of([&] {
              desk.open("ZAAK").note(officer(Json{{"nieuw.gegeven", true}}));
          }) == "M1101");
    const auto views = ahead(desk);
    REQUIRE(views.size() == 1);
    CHECK(views[0].alias == "ZAAK");
    CHECK(views[0].from == "2026.1");
    CHECK(views[0].migration.obstacles.empty());
    CHECK_FALSE(views[0].moved);
    CHECK(desk.open("ZAAK").sequence() == 1);

    const auto moved = migrated(desk);
    REQUIRE(moved.size() == 1);
    CHECK(moved[0].moved);
    CHECK(ahead(desk).empty());
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
    const auto moved = migrated(desk);
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
    CHECK(code_of([&] { migrated(desk, nobody); }) == "M1617");
    Telling silent = moving();
    silent.because.clear();
    CHECK(code_of([&] { migrated(desk, silent); }) == "M1620");
    Desk early(folder.file(), newer("2027-01-01"));
    CHECK(code_of([&] { migrated(early); }) == "M1519");
    CHECK(desk.open("ZAAK").sequence() == 1);
}

TEST_CASE("cases move one after the other, and whoever looks may stop between two") {
    const Folder folder;
    report_many(folder.file(), 3);
    Desk desk(folder.file(), newer()), other(folder.file(), book());
    const auto stop = [&](const MigrationView& one) {
        CHECK(one.alias == "ZAAK-0");
        CHECK(other.open("ZAAK-0").rulebook().version() == "2026.2");
        CHECK(other.open("ZAAK-1").rulebook().version() == "2026.1");
        CHECK(desk.cases().size() == 3);
        throw std::runtime_error("stop");
    };
    CHECK_THROWS_AS(desk.migrate(moving(), {}, stop), std::runtime_error);
    CHECK(ahead(desk).size() == 2);
    CHECK(migrated(desk).size() == 2);
    CHECK(desk.verify().entries == 6);
}

TEST_CASE("of more cases than are read at a time each moves once") {
    const Folder folder;
    constexpr int many = 300;
    Desk(folder.file(), newer()).report(keyed("NIEUW"));
    report_many(folder.file(), many);
    Desk desk(folder.file(), newer());
    CHECK(ahead(desk).size() == many);
    const auto moved = migrated(desk);
    REQUIRE(moved.size() == many);
    for (int i = 0; i < many; ++i)
        CHECK(moved[std::size_t(i)].alias == "ZAAK-" + std::to_string(i));
    CHECK(ahead(desk).empty());
    CHECK(desk.cases().size() == many + 1);
}

TEST_CASE("two who move the same cases at once move each of them once") {
    const Folder folder;
    constexpr int many = 40;
    report_many(folder.file(), many);
    const auto move_all = [&] {
        Desk desk(folder.file(), newer());
        migrated(desk);
    };
    std::thread one(move_all), other(move_all);
    one.join();
    other.join();
    Desk desk(folder.file(), newer());
    CHECK(desk.verify().entries == 2 * many);
}
