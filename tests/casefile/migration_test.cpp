// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/klein.hpp"
#include "catch.hpp"

#include <meldroute/casefile/migration.hpp>

#include <functional>

using namespace klein;

namespace {

const CaseId any_case = examples::case_id();

/// The small rulebook as version 2026.2, changed by this.
std::shared_ptr<const Rulebook> next_version(const std::function<void(Json&)>& change = {}) {
    Json bundle = Json::parse(book()->bundle());
    bundle["identity"]["version"] = "2026.2";
    if (change) change(bundle);
    return Rulebook::from_bundle(canonical(bundle));
}

RulebookOf among(std::vector<std::shared_ptr<const Rulebook>> books) {
    return [books = std::move(books)](const std::string& digest) {
        for (const auto& one : books)
            if (to_hex(bytes_of(one->digest())) == digest) return one;
        return books.front();
    };
}

Telling moving() {
    Telling telling = officer(Json::object(), "De nieuwe regels gelden sinds vandaag.");
    telling.at = minute(60);
    return telling;
}

void move(Told& told, const std::shared_ptr<const Rulebook>& rulebook, const Moves& moves = {}) {
    const Body body = tell_migration(told.story, rulebook, moves, moving());
    told.bodies.push_back(Body::parse(body.bytes()));
    told.story.move_to(rulebook, body);
}

std::vector<std::string> obstacles(const Story& story, const std::shared_ptr<const Rulebook>& to,
                                   const Moves& moves = {}) {
    std::vector<std::string> out;
    for (const auto& one : look_ahead(story, to, moves, minute(60)).obstacles)
        out.push_back(one.code + " " + one.about);
    return out;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("a case that moves keeps what was told, where it stands and since when") {
    Told told(Json{{"melding.kanaal", "collega"}});
    told.tell("besproken");
    const Story before = told.story;
    const auto newer = next_version();
    move(told, newer);
    CHECK(told.story.rulebook().version() == "2026.2");
    CHECK(told.story.here() == before.here());
    CHECK(told.story.sequence() == before.sequence() + 1);
    CHECK(told.story.entered("meldroute-intern", "weging").at ==
          before.entered("meldroute-intern", "weging").at);
    CHECK(told.last().kind == EntryKind::migrated);
    CHECK(told.last().decision->because == "De nieuwe regels gelden sinds vandaag.");
    told.tell("gewogen", officer(to_police, "Er is haast bij."));
    CHECK(told.at("gemeld"));
}

TEST_CASE("a log that moved is restored and replayed under the rules of each day") {
    const auto newer = next_version();
    Told told(Json{{"melding.kanaal", "collega"}});
    told.tell("besproken");
    move(told, newer);
    told.tell("gewogen", officer(to_police, "Er is haast bij."));
    const auto books = among({book(), newer});
    CHECK(same(restore(any_case, told.bodies, books), told.story));
    CHECK_NOTHROW(replay(any_case, told.bodies, books));
    told.bodies[2].reset();
    CHECK(restore(any_case, told.bodies, books).rulebook().version() == "2026.2");
    CHECK_NOTHROW(replay(any_case, told.bodies, books));
}

TEST_CASE("no entry brings other rules but one that moves the case") {
    const auto newer = next_version();
    Told told;
    told.tell("besproken");
    told.bodies[1]->rulebook = to_hex(bytes_of(newer->digest()));
    const auto books = among({book(), newer});
    CHECK(code_of([&] { restore(any_case, told.bodies, books); }) == "M1614");
    Told moved;
    move(moved, newer);
    moved.bodies[1]->here["meldroute-intern"].leaves = {"weging"};
    CHECK(code_of([&] { replay(any_case, moved.bodies, books); }) == "M1613");
}

TEST_CASE("a dry run says which duties open, close, or have another date or owner") {
    Told told;
    const auto later = next_version([](Json& bundle) {
        bundle["terms"]["bespreken"] = {{"length", {{"days", 1}}},
                                        {"from", "meldroute-intern.melding"}};
        for (auto& route : bundle["routes"])
            if (route["steps"].contains("vastgelegd"))
                route["steps"]["vastgelegd"]["duties"].push_back(
                    {{"id", "nieuw"}, {"label", "nieuw"}, {"role", "medewerker"}});
    });
    const auto ahead = look_ahead(told.story, later, {}, minute(3 * 24 * 60));
    CHECK(ahead.obstacles.empty());
    REQUIRE(ahead.changes.size() == 2);
    const DutyChange& moved = ahead.changes[0];
    CHECK(moved.id == "meldroute-intern.vastgelegd.bespreken");
    CHECK(moved.due_before->iso() == "2026-06-09");
    CHECK(moved.due_after->iso() == "2026-06-03");
    CHECK(moved.over);
    CHECK(ahead.changes[1].id == "meldroute-intern.vastgelegd.nieuw");
    CHECK_FALSE(ahead.changes[1].role_before);
    CHECK(ahead.changes[1].role_after == "medewerker");
    CHECK_FALSE(look_ahead(told.story, later, {}, minute(0)).changes[0].over);
    CHECK(told.story.sequence() == 1);
    CHECK(look_ahead(told.story, next_version(), {}, minute(0)).changes.empty());
}

TEST_CASE("a case stays where it is when a fact, a step or a gate would be lost") {
    Told told(Json{{"buiten.gemeld-op", "2026-06-01"}}, next_version([](Json& bundle) {
                  bundle["facts"].push_back(
                      {{"id", "buiten.gemeld-op"}, {"type", "date"}, {"label", "Dag"}});
              }));
    CHECK(obstacles(told.story, book()) == Lines{"M1101 buiten.gemeld-op"});
    CHECK(code_of([&] { tell_migration(told.story, book(), {}, moving()); }) == "M1624");
    const auto text = next_version([](Json& bundle) {
        bundle["facts"].push_back(
            {{"id", "buiten.gemeld-op"}, {"type", "boolean"}, {"label", "Dag"}});
    });
    CHECK(obstacles(told.story, text) == Lines{"M1103 buiten.gemeld-op"});

    Told plain;
    Moves nowhere;
    nowhere.steps["meldroute-intern"]["vastgelegd"] = "nergens";
    CHECK(obstacles(plain.story, next_version(), nowhere) == Lines{"M1305 meldroute-intern"});
    Moves elsewhere;
    elsewhere.routes["meldroute-intern"] = "bibob";
    CHECK(obstacles(plain.story, next_version(), elsewhere) == Lines{"M1305 meldroute-intern"});
}

TEST_CASE("a gate that is open has to be there in the new rules") {
    const auto gates = [](Json ids) {
        return next_version([&](Json& bundle) {
            for (auto& route : bundle["routes"])
                if (route["steps"].contains("weging")) route["steps"]["weging"]["gates"] = ids;
        });
    };
    Told told(Json::object(), gates({"een", "twee"}));
    told.tell("besproken");
    told.tell("gewogen", officer(to_police, "Eerst een."));
    REQUIRE(told.story.here().at("meldroute-intern").gate == 1);
    CHECK(obstacles(told.story, book()) == Lines{"M1625 meldroute-intern"});
    CHECK(obstacles(told.story, gates({"een", "twee", "drie"})).empty());
}

TEST_CASE("a case moves by a named person with a reason") {
    Told told;
    Telling nobody = moving();
    nobody.by = {};
    CHECK(code_of([&] { tell_migration(told.story, next_version(), {}, nobody); }) == "M1617");
    Telling silent = moving();
    silent.because.clear();
    CHECK(code_of([&] { tell_migration(told.story, next_version(), {}, silent); }) == "M1620");
}

TEST_CASE("routes and steps may go by other names on another machine") {
    const auto ours = Rulebook::load(MELDROUTE_SOURCE_DIR "/rules/ijsselstreek");
    Json bundle = Json::parse(ours->bundle());
    bundle["identity"]["version"] = "2027.1";
    const auto newer = Rulebook::from_bundle(canonical(bundle));
    Told told(Json{{"melding.kanaal", "collega"}}, ours);
    told.tell("besproken", by("aandachtsfunctionaris-mensenhandel"));
    Moves moves;
    moves.routes["meldroute-intern"] = "meldroute-extern";
    REQUIRE(obstacles(told.story, newer, moves).empty());
    const auto since = told.story.entered("meldroute-intern", "verrijking").at;
    move(told, newer, moves);
    CHECK(told.story.first_route() == "meldroute-extern");
    CHECK(told.story.entered("meldroute-extern", "verrijking").at == since);
    CHECK(told.story.last("meldroute-extern.besproken"));
    told.tell("verrijkt", by("aandachtsfunctionaris-mensenhandel"));
    CHECK(told.at("weging"));
    const auto books = among({ours, newer});
    CHECK(same(restore(any_case, told.bodies, books), told.story));
    CHECK_NOTHROW(replay(any_case, told.bodies, books));
    Moves together;
    together.routes["meldroute-extern"] = "stappenplan";
    CHECK_FALSE(obstacles(told.story, newer, together).empty());
}
