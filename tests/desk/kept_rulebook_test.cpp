// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A register keeps a rulebook with the first entry that goes by it, never later and not before.

#include "casefile/klein.hpp"
#include "catch.hpp"
#include "desk/office.hpp"
#include "dice.hpp"
#include "register/files.hpp"

#include <meldroute/desk/desk.hpp>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace klein;
using files::Folder;

namespace {

std::shared_ptr<const Rulebook> newer() {
    Json bundle = Json::parse(book()->bundle());
    bundle["identity"]["version"] = "2026.2";
    return Rulebook::from_bundle(canonical(bundle));
}

Telling report() {
    Telling telling = by("medewerker", minor);
    telling.key = "ZAAK";
    return telling;
}

bool keeps(Register& in, const Rulebook& rulebook) {
    return in.get_bundle(rulebook.digest()).has_value();
}

} // namespace

TEST_CASE("who only looks leaves the register byte for byte as it was") {
    const Folder folder;
    Desk(folder.file(), book()).report(report()).tell("besproken", officer());
    const auto before = files::contents(folder.file());
    {
        Desk desk(folder.file(), newer());
        const Case one = desk.open("ZAAK");
        CHECK(one.entries().size() == 2);
        CHECK_FALSE(one.options().empty());
        CHECK(one.duties(minute(600)).size() == 1);
        CHECK(one.questions(Lang::nl).size() < 9);
        CHECK_FALSE(one.why("weging.klasse", Lang::nl).empty());
        CHECK(desk.cases().size() == 1);
        CHECK_FALSE(desk.worklist({}, minute(600)).empty());
        CHECK(desk.late(minute(600)).empty());
        CHECK(desk.decided().empty());
        CHECK(desk.people(minute(600)).size() == 3);
        CHECK(desk.unfilled(minute(600)).size() == 1);
        CHECK(desk.verify().entries == 2);
        int listed = 0;
        desk.look_ahead(minute(600), {}, [&](const MigrationView&) { ++listed; });
        CHECK(listed == 1);
        CHECK(desk.pass_time(minute(600)).empty());
    }
    CHECK(files::contents(folder.file()) == before);
    CHECK_FALSE(std::filesystem::exists(folder.file() + "-wal"));
}

TEST_CASE("a rulebook is kept with the first entry that goes by it, and asked for no more") {
    const Folder folder;
    Office office(folder.file(), book());
    Desk desk(folder.file(), book());
    CHECK_FALSE(keeps(desk.kept(), *book()));
    CHECK(office.to_keep(book()));
    const Case one = desk.report(report());
    CHECK(keeps(desk.kept(), *book()));
    office.read(one.id());
    CHECK_FALSE(office.to_keep(book()));

    const auto rules = newer();
    Desk next(folder.file(), rules);
    next.open("ZAAK").note(officer());
    CHECK_FALSE(keeps(next.kept(), *rules));
    Telling moving = officer(Json::object(), "De regels zijn vernieuwd.");
    next.migrate(moving, {}, [](const MigrationView& view) { CHECK(view.moved); });
    CHECK(keeps(next.kept(), *rules));
    CHECK(desk.open("ZAAK").rulebook().version() == "2026.2");
}

TEST_CASE("a report that is refused keeps no rulebook") {
    Desk desk(":memory:", book());
    CHECK(code_of([&] { desk.report(by("medewerker", Json{{"nergens.bekend", 1}})); }) == "M1101");
    CHECK_FALSE(keeps(desk.kept(), *book()));
}

TEST_CASE("a case whose rulebook is not kept is damaged, whichever rulebook the desk has") {
    const Folder folder;
    Desk(folder.file(), book()).report(report());
    files::tamper(folder.file(), "DELETE FROM bundles");
    Desk desk(folder.file(), book());
    CHECK(code_of([&] { desk.open("ZAAK"); }) == "M1807");
    CHECK(code_of([&] { desk.verify(); }) == "M1807");
}

TEST_CASE("who is killed at the first report leaves case and rulebook, or neither") {
    const auto rules = book();
    Dice dice(276);
    std::size_t kept = 0;
    for (int round = 60; round > 0; --round) {
        const Folder folder;
        files::open_register(folder.file());
        const pid_t pid = fork();
        if (pid == 0) {
            try {
                Desk(folder.file(), rules).report(report());
            } catch (...) {}
            _exit(0);
        }
        usleep(unsigned(dice.below(6000)));
        if (round > 1) kill(pid, SIGKILL); // the last one comes to its end
        waitpid(pid, nullptr, 0);
        Desk desk(folder.file(), newer());
        const auto cases = std::size_t(desk.verify().cases);
        CHECK(keeps(desk.kept(), *rules) == (cases == 1));
        CHECK(desk.cases().size() == cases);
        kept += cases;
    }
    CHECK(kept > 0);
}
