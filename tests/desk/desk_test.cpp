// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/klein.hpp"
#include "catch.hpp"
#include "dice.hpp"
#include "register/files.hpp"

#include <meldroute/desk/desk.hpp>

using namespace klein;
using files::Folder;
using At = std::vector<std::string>;

namespace {

Telling keyed(Telling telling, std::string key) {
    telling.key = std::move(key);
    return telling;
}

/// Another version of the small rulebook, in which nothing weighs high.
std::shared_ptr<const Rulebook> milder() {
    auto bundle = book()->bundle();
    const std::string from = "\"version\":\"2026.1\"";
    bundle.replace(bundle.find(from), from.size(), "\"version\":\"2026.2\"");
    const std::string age = "\"< 18\"";
    bundle.replace(bundle.find(age), age.size(), "\"< 12\"");
    return Rulebook::from_bundle(bundle);
}

std::vector<Entry> bytes_of_case(Desk& desk, const Case& one) {
    return desk.kept().read(one.id());
}

} // namespace

TEST_CASE("a report is a case with an owner, in the register and on the worklist") {
    Desk desk(":memory:", book());
    const Case one = desk.report(keyed(by("medewerker"), "ZAAK-1"));
    CHECK(one.here() == At{"vastgelegd"});
    CHECK(one.alias() == "ZAAK-1");
    CHECK(one.sequence() == 1);
    const auto work = desk.worklist();
    REQUIRE(work.size() == 2);
    CHECK(work[0].duty == "bespreken");
    CHECK(work[0].due->iso() == "2026-06-09");
    CHECK(work[1].owner == "aandachtsfunctionaris");
    CHECK(work[1].alias == "ZAAK-1");
    CHECK(desk.verify().entries == 1);
}

TEST_CASE("a refusal leaves sequence and bytes as they were") {
    Desk desk(":memory:", book());
    Case one = desk.report(by("medewerker"));
    const auto before = bytes_of_case(desk, one);
    CHECK(code_of([&] { one.tell("teruggekoppld", officer()); }) == "M1615");
    CHECK(code_of([&] { one.tell("gewogen", officer(to_police)); }) == "M1302");
    CHECK(code_of([&] { one.note(officer(Json{{"gevaar.acuut", "ja"}})); }).substr(0, 2) == "M1");
    CHECK(one.sequence() == 1);
    CHECK(bytes_of_case(desk, one) == before);
    CHECK_NOTHROW(one.tell("besproken", officer()));
}

TEST_CASE("what is no text, or no object, is refused before anything is written") {
    Desk desk(":memory:", book());
    CHECK(code_of([&] { desk.report(officer(Json{{"melder.naam", "\xff\xfe"}})); }) == "M1804");
    CHECK(code_of([&] { desk.report(officer(Json{{"\xff", 1}})); }) == "M1804");
    CHECK(code_of([&] { desk.report(officer(Json::array())); }) == "M1805");
    CHECK(desk.kept().cases().empty());
    Case one = desk.report(officer(Json{{"melder.naam", "Çelik"}}));
    CHECK(code_of([&] { one.tell("besproken", officer(Json::object(), "\xc3")); }) == "M1804");
    CHECK(code_of([&] { one.tell("\xc3", officer()); }) == "M1804");
    CHECK(one.sequence() == 1);
}

TEST_CASE("no error says what was told") {
    Desk desk(":memory:", book());
    const auto said = [&](Json facts) {
        return examples::error_of([&] { desk.report(officer(std::move(facts))); }).text(Lang::nl);
    };
    CHECK(said(Json{{"slachtoffer.leeftijd", "Jan Smit"}}).find("Jan") == std::string::npos);
    CHECK(said(Json{{"slachtoffer.leeftijd", 917}}).find("917") == std::string::npos);
}

TEST_CASE("a case goes on in another desk on the same file") {
    const Folder folder;
    std::string id;
    {
        Desk desk(folder.file(), book());
        Case one = desk.report(keyed(by("medewerker", minor), "ZAAK-1"));
        one.tell("besproken", officer());
        id = one.id().hex();
    }
    Desk desk(folder.file(), book());
    Case one = desk.open("ZAAK-1");
    CHECK(one.id().hex() == id);
    CHECK(desk.open(id).alias() == "ZAAK-1");
    CHECK(one.here() == At{"weging"});
    one.tell("gewogen", officer(to_police));
    CHECK(one.here() == At{"gemeld", "veiligheid-onbekend", "zorg-aan-te-bieden",
                           "herstel-te-plannen", "verblijf-na-te-gaan", "registratie-na-te-gaan",
                           "plaats-na-te-gaan"});
    CHECK(desk.cases().size() == 1);
    CHECK(code_of([&] { desk.open("ZAAK-2"); }) == "M1801");
    CHECK(code_of([&] { desk.open(std::string(32, '0')); }) == "M1801");
}

TEST_CASE("of two who write to one case the second is told to look again") {
    const Folder folder;
    Desk first(folder.file(), book()), second(folder.file(), book());
    Case mine = first.report(keyed(by("medewerker"), "ZAAK-1"));
    Case theirs = second.open("ZAAK-1");
    mine.tell("besproken", officer());
    CHECK_THROWS_AS(theirs.tell("besproken", officer()), Conflict);
    CHECK(theirs.here() == At{"vastgelegd"});
    theirs.refresh();
    CHECK(theirs.here() == At{"weging"});
    CHECK_NOTHROW(theirs.note(officer(minor)));
    CHECK(theirs.sequence() == 3);
}

TEST_CASE("the same message told twice is written once") {
    const Folder folder;
    Desk first(folder.file(), book()), second(folder.file(), book());
    Case mine = first.report(keyed(by("medewerker"), "ZAAK-1"));
    Case theirs = second.open("ZAAK-1");
    mine.tell("besproken", keyed(officer(minor), "bericht-1"));
    mine.tell("besproken", keyed(officer(minor), "bericht-1"));
    CHECK(mine.sequence() == 2);
    theirs.tell("besproken", keyed(officer(minor), "bericht-1"));
    CHECK(theirs.sequence() == 2);
    CHECK(theirs.here() == At{"weging"});
    CHECK(code_of([&] { mine.tell("besproken", keyed(officer(), "bericht-1")); }) == "M1802");
    CHECK(code_of([&] { mine.note(keyed(officer(minor), "bericht-1")); }) == "M1802");
    CHECK(code_of([&] { mine.note(keyed(officer(), "ZAAK-1")); }) == "M1802");
    CHECK(mine.sequence() == 2);
}

TEST_CASE("the same report under one number is one case, another report is a conflict") {
    Desk desk(":memory:", book());
    Case one = desk.report(keyed(by("medewerker", minor), "ZAAK-1"));
    one.tell("besproken", officer());
    const Case again = desk.report(keyed(by("medewerker", minor), "ZAAK-1"));
    CHECK(again.id() == one.id());
    CHECK(again.here() == At{"weging"});
    CHECK(code_of([&] { desk.report(keyed(by("medewerker"), "ZAAK-1")); }) == "M1803");
    CHECK(desk.report(by("medewerker")).id() != desk.report(by("medewerker")).id());
    CHECK(desk.kept().cases().size() == 3);
}

TEST_CASE("an old case stays with the rulebook of its day") {
    const Folder folder;
    {
        Desk desk(folder.file(), book());
        desk.report(keyed(by("medewerker", minor), "oud"));
    }
    Desk desk(folder.file(), milder());
    Case old = desk.open("oud");
    const Case young = desk.report(keyed(by("medewerker", minor), "nieuw"));
    CHECK(old.rulebook().version() == "2026.1");
    CHECK(young.rulebook().version() == "2026.2");
    CHECK(*old.rule("weging.klasse").outcome == Json("hoog"));
    CHECK(young.rule("weging.klasse").state == Ruling::State::open);
    old.tell("besproken", officer());
    CHECK(old.entries()[1].body->rulebook == old.entries()[0].body->rulebook);
    CHECK(desk.verify().cases == 2);
}

TEST_CASE("a changed byte is found") {
    const Folder folder;
    {
        Desk desk(folder.file(), book());
        desk.report(keyed(by("medewerker", minor), "ZAAK-1")).tell("besproken", officer());
    }
    files::tamper(folder.file(), "UPDATE entries SET body = CAST(replace(CAST(body AS TEXT), '16', "
                                 "'61') AS BLOB) WHERE sequence = 1");
    Desk desk(folder.file(), book());
    CHECK_THROWS_AS(desk.verify(), Damaged);
    CHECK_THROWS_AS(desk.open("ZAAK-1"), Damaged);
}

TEST_CASE("an entry that was written well but leads elsewhere is found") {
    Desk desk(":memory:", book());
    Case one = desk.report(by("medewerker"));
    SystemRandomness randomness;
    auto chain = Chain::of(desk.kept().id(), one.id(), desk.kept().read(one.id()));
    Body body = *one.entries()[0].body;
    body.event = "besproken";
    body.here["meldroute-intern"].leaves[0] = "bewaard";
    const std::vector<Entry> entries{chain.add(body, randomness)};
    desk.kept().append(one.id(), 1, entries, {});
    CHECK(code_of([&] { desk.verify(); }) == "M1613");
}

TEST_CASE("an erased case is gone, and a half erased one goes on") {
    Desk desk(":memory:", book());
    Case one = desk.report(keyed(by("medewerker", minor), "ZAAK-1"));
    one.tell("besproken", officer());
    const std::vector<std::int64_t> first{1}, second{2};
    desk.kept().erase(one.id(), first);
    one.refresh();
    CHECK(one.here() == At{"weging"});
    CHECK_FALSE(one.entries()[0].body);
    CHECK(one.facts().json() == Json::object());
    CHECK_NOTHROW(desk.verify());
    desk.kept().erase(one.id(), second);
    CHECK(code_of([&] { one.refresh(); }) == "M1806");
    CHECK(desk.cases().empty());
    CHECK_NOTHROW(desk.verify());
}

TEST_CASE("what a desk has live is what it reads back, and it verifies") {
    Desk desk(":memory:", book());
    Dice dice(7);
    const std::vector<std::string> events{
        "besproken",     "gewogen",        "aangevuld",
        "ingetrokken",   "teruggekoppeld", "overdracht-geweigerd",
        "gevaar-gezien", "gevaar-geweken", "veiligheid-beoordeeld"};
    for (int number = 0; number < 40; ++number) {
        Case one = desk.report(by("medewerker", Json{{"plaats.huur", 412.5 + number}}));
        for (int i = 0; i < 20; ++i) {
            const auto& event = dice.of(events);
            auto telling = officer(event == "gewogen" ? to_police : Json::object(), "Daarom.");
            if (dice.below(5) == 0) telling.facts = Json{{"gevaar.acuut", dice.coin()}};
            telling.at = minute(dice.below(100));
            try {
                one.tell(event, telling);
            } catch (const Refused&) {
                one.note(officer(Json{{"slachtoffer.leeftijd", dice.below(40)}}));
            }
        }
        const Case back = desk.open(one.id().hex());
        REQUIRE(back.standing() == one.standing());
        REQUIRE(back.facts() == one.facts());
        REQUIRE(back.sequence() == one.sequence());
        REQUIRE(back.duties(minute(0)).size() == one.duties(minute(0)).size());
    }
    CHECK(desk.verify().cases == 40);
}

TEST_CASE("a report on a day on which the rulebook is not in force is refused aloud") {
    auto bundle = Json::parse(book()->bundle());
    bundle["identity"]["valid"] = {{"from", "2026-06-02"}, {"until", "2026-06-02"}};
    Desk desk(":memory:", Rulebook::from_bundle(canonical(bundle)));
    const auto on = [&](int minutes) {
        Telling telling = by("medewerker");
        telling.at = minute(minutes);
        return code_of([&] { desk.report(telling); });
    };
    const int to_midnight = 13 * 60 + 40; // in Amsterdam
    CHECK(on(to_midnight - 1) == "");
    CHECK(on(to_midnight) == "M1519");
    CHECK(on(-10 * 60 - 21) == "M1519");
    CHECK(desk.cases().size() == 1);
}
