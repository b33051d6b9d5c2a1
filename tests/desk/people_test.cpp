// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/klein.hpp"
#include "catch.hpp"
#include "register/files.hpp"

#include <meldroute/desk/desk.hpp>

#include <atomic>
#include <thread>

using namespace klein;
using files::Folder;
using As = Appointment::Kind;
using Persons = std::vector<std::string>;

namespace {

const std::string officer_role = "aandachtsfunctionaris";

Said said(int at = 0) {
    return {{"p.visser", ""}, minute(at)};
}

/// From so many minutes after the report; klein's officer is a.jansen.
Appointment appointed(std::string person, int from, std::optional<int> until = {},
                      As kind = As::holder, std::string role = officer_role) {
    Appointment out{std::move(role), std::move(person), kind, minute(from), {}, ""};
    if (until) out.until = minute(*until);
    return out;
}

Telling at(Telling telling, int count) {
    telling.at = minute(count);
    return telling;
}

/// A report at the weighing, where the officer decides.
Case weighing(Desk& desk) {
    Case one = desk.report(by("medewerker", minor));
    one.tell("besproken", officer());
    return one;
}

Persons owners(const Case& one, int count) {
    return one.owners(minute(count)).front().persons;
}

} // namespace

TEST_CASE("who owns a report today, who stands in, and who is on call tonight") {
    Desk desk(":memory:", book());
    const Case one = desk.report(by("medewerker"));
    CHECK(one.owners().front().persons.empty());
    CHECK(owners(one, 0).empty());
    desk.appoint({appointed("a.jansen", 0), appointed("l.devries", 100, 200, As::stand_in),
                  appointed("p.dejong", 150, 160, As::on_call)},
                 said());
    CHECK(owners(one, 50) == Persons{"a.jansen"});
    CHECK(owners(one, 100) == Persons{"l.devries"});
    CHECK(owners(one, 155) == Persons{"p.dejong"});
    CHECK(owners(one, 160) == Persons{"l.devries"});
    CHECK(owners(one, 200) == Persons{"a.jansen"});
    CHECK(one.duties(minute(155)).front().persons == Persons{"p.dejong"});
    CHECK(desk.worklist({}, minute(155)).front().persons == Persons{"p.dejong"});
    CHECK(desk.worklist().front().persons.empty());
}

TEST_CASE("every role has an answer, also one that nobody fills; one with open work is listed") {
    Desk desk(":memory:", book());
    CHECK(desk.unfilled(minute(0)).empty());
    const auto roles = desk.people(minute(0));
    REQUIRE(roles.size() == book()->roles().size());
    for (std::size_t i = 0; i < roles.size(); ++i) {
        CHECK(roles[i].role == book()->roles()[i].id);
        CHECK(roles[i].filled.acting().empty());
        CHECK(!roles[i].owns_work);
    }
    desk.report(by("medewerker"));
    CHECK(desk.unfilled(minute(0)) == Persons{officer_role});
    desk.appoint(appointed("a.jansen", 10, 20), said());
    CHECK(desk.unfilled(minute(9)) == Persons{officer_role});
    CHECK(desk.unfilled(minute(10)).empty());
    CHECK(desk.unfilled(minute(20)) == Persons{officer_role});
}

TEST_CASE("where the register says who fills a role, only they decide in it") {
    Desk desk(":memory:", book());
    desk.appoint({appointed("l.devries", 0), appointed("p.dejong", 100, 110, As::on_call),
                  appointed("k.smit", 200, 210, As::stand_in)},
                 said());
    const auto decide = [&](const std::string& person, int count) {
        Case one = weighing(desk);
        Telling telling = at(officer(to_police, "Zij is zestien."), count);
        telling.by.person = person;
        return code_of([&] { one.tell("gewogen", telling); });
    };
    CHECK(decide("l.devries", 50) == "");
    CHECK(decide("a.jansen", 50) == "M1622");
    CHECK(decide("p.dejong", 99) == "M1622");
    CHECK(decide("p.dejong", 100) == "");
    CHECK(decide("p.dejong", 110) == "M1622");
    CHECK(decide("k.smit", 205) == "");
    CHECK(decide("l.devries", 205) == ""); // back from leave for this
    CHECK(decide("L.deVries", 50) == "M1622");
    CHECK(desk.verify().cases == 8);
}

TEST_CASE("a decision that is refused for its person changes nothing and names nobody") {
    Desk desk(":memory:", book());
    desk.appoint(appointed("l.devries", 0), said());
    Case one = weighing(desk);
    const auto sequence = one.sequence();
    const auto error =
        examples::error_of([&] { one.tell("gewogen", officer(to_police, "Zij is zestien.")); });
    CHECK(error.words() == Persons{"gewogen", officer_role});
    for (const Lang lang : {Lang::nl, Lang::en})
        for (const char* word : {"jansen", "devries", "zestien", "politie"})
            CHECK(error.text(lang).find(word) == std::string::npos);
    CHECK(one.sequence() == sequence);
    CHECK(desk.open(one.id().hex()).sequence() == sequence);
    CHECK(code_of([&] { one.note(officer(to_police, "Zij is zestien.")); }) == "M1622");
    CHECK(code_of([&] { desk.report(officer(to_police, "Zij is zestien.")); }) == "M1622");
    CHECK(desk.kept().cases().size() == 1);
}

TEST_CASE("in a role in which nobody was ever appointed, the host vouches for its people") {
    Desk desk(":memory:", book());
    Case one = weighing(desk);
    one.tell("gewogen", officer(to_police, "Zij is zestien."));
    desk.appoint(appointed("l.devries", 0, {}, As::holder, "medewerker"), said());
    CHECK_NOTHROW(weighing(desk).tell("gewogen", officer(to_police, "Zij is zestien.")));
}

TEST_CASE("what does not decide may be told by anyone, as before") {
    Desk desk(":memory:", book());
    desk.appoint(appointed("l.devries", 0), said());
    Case one = desk.report(by("medewerker"));
    CHECK_NOTHROW(one.tell("besproken", officer()));
    CHECK_NOTHROW(one.note(officer(minor)));
}

TEST_CASE("a decision stays when its person is gone, and telling it again does nothing") {
    const Folder folder;
    Telling telling = at(officer(to_police, "Zij is zestien."), 5);
    telling.key = "ZAAK-1/3";
    {
        Desk desk(folder.file(), book());
        const auto number = desk.appoint(appointed("a.jansen", 0), said());
        Case one = weighing(desk);
        one.tell("gewogen", telling);
        desk.end_appointment(number, minute(0), said(1)); // should never have been
        CHECK_NOTHROW(one.tell("gewogen", telling));
        CHECK(desk.verify().cases == 1);
        CHECK(code_of([&] { weighing(desk).tell("gewogen", telling); }) == "M1622");
    }
    Desk desk(folder.file(), book());
    CHECK(desk.verify().cases == 2);
    CHECK(desk.cases().front().entries().back().body->person == "a.jansen");
}

TEST_CASE("years later it can be seen who filled a role on a day, and who said so") {
    const Folder folder;
    {
        Desk desk(folder.file(), book());
        const auto number = desk.appoint(appointed("a.jansen", 0, 1000), said(3));
        desk.end_appointment(number, minute(500), {{"l.devries", "griffier"}, minute(499)});
    }
    Desk desk(folder.file(), book());
    const auto all = desk.appointments();
    REQUIRE(all.size() == 1);
    CHECK(all[0].what == appointed("a.jansen", 0, 1000));
    CHECK(all[0].said.by.person == "p.visser");
    CHECK(all[0].said.recorded == minute(3));
    CHECK(all[0].endings.front().at == minute(500));
    CHECK(all[0].endings.front().said.by.role == "griffier");
    CHECK(all[0].until() == minute(500));
}

TEST_CASE("a list of appointments is taken whole, or not at all, with the place of what is wrong") {
    Desk desk(":memory:", book());
    const auto code = [&](const std::vector<Appointment>& all, Said by_whom = said()) {
        return code_of([&] { desk.appoint(all, by_whom); });
    };
    const auto good = appointed("a.jansen", 0, 10);
    CHECK(code({good, appointed("", 0)}) == "M1721");
    CHECK(code({good, appointed("b", 10, 10)}) == "M1722");
    CHECK(code({good, appointed("a.jansen", 9)}) == "M1724");
    CHECK(code({good}, {{"", ""}, minute(0)}) == "M1811");
    CHECK(code({good, appointed("\xc3", 0)}) == "M1804");
    auto borrowed = appointed("b", 0);
    borrowed.lender = "gemeente Lochem";
    CHECK(code({good, borrowed}) == "M1723");
    const auto error = examples::error_of([&] {
        desk.appoint({good, appointed("b", 0, {}, As::holder, "aandachtsfunctionaris-x")}, said(),
                     {{"rooster.csv", 2, 0, "", ""}, {"rooster.csv", 3, 0, "", ""}});
    });
    CHECK(error.code() == "M1508");
    CHECK(error.words().at(1) == officer_role);
    CHECK(error.place().line == 3);
    CHECK(desk.appointments().empty());
    CHECK(desk.appoint({good, appointed("a.jansen", 10)}, said()) ==
          std::vector<std::int64_t>{1, 2});
    CHECK(code_of([&] { desk.end_appointment(3, minute(0), said()); }) == "M1725");
    CHECK(code_of([&] { desk.end_appointment(1, minute(5), {{"", ""}, minute(0)}); }) == "M1811");
    CHECK(code_of([&] {
              desk.end_appointment(1, minute(5), {{"\xc3", ""}, minute(0)});
          }) == "M1804");
}

TEST_CASE("what is there already, just so, is not written again; once ended it is another thing") {
    Desk desk(":memory:", book());
    const auto one = appointed("a.jansen", 0, 10), other = appointed("a.jansen", 20, 30);
    CHECK(desk.appoint(one, said()) == 1);
    CHECK(desk.appoint({one, other, one}, said(5)) == std::vector<std::int64_t>{1, 2, 1});
    CHECK(desk.appointments().size() == 2);
    CHECK(desk.appointments()[0].said.recorded == minute(0));
    desk.end_appointment(1, minute(5), said());
    CHECK(code_of([&] { desk.appoint(one, said()); }) == "M1724");
    CHECK(desk.appoint(appointed("a.jansen", 5, 10), said()) == 4);
    CHECK(desk.appoint(std::vector<Appointment>(), said()).empty());
}

TEST_CASE("what is written down never lies before what was written down last") {
    Desk desk(":memory:", book());
    desk.appoint(appointed("a.jansen", 0), said(100));
    desk.appoint(appointed("b", 0), said(5));
    CHECK(desk.appointments().back().said.recorded == minute(100));
}

TEST_CASE("who has the register open sees who was appointed by another") {
    const Folder folder;
    Desk one(folder.file(), book()), other(folder.file(), book());
    Case report = weighing(one);
    CHECK(other.appointments().empty());
    one.appoint(appointed("l.devries", 0), said());
    CHECK(other.appointments().size() == 1);
    other.end_appointment(1, minute(10), said());
    other.appoint(appointed("k.smit", 10), said());
    CHECK(owners(report, 10) == Persons{"k.smit"});
    CHECK(code_of([&] { report.tell("gewogen", officer(to_police, "Zij is zestien.")); }) ==
          "M1622");
}

TEST_CASE("two who appoint at once: nothing is lost, and the same person is appointed once") {
    const Folder folder;
    Desk(folder.file(), book());
    constexpr int threads = 4, each = 15;
    std::atomic<int> refused = 0;
    std::vector<std::thread> all;
    for (int t = 0; t < threads; ++t)
        all.emplace_back([&, t] {
            Desk desk(folder.file(), book());
            for (int i = 0; i < each; ++i) {
                desk.appoint(appointed("p" + std::to_string(t * each + i), 0), said());
                try { // each wants it a little longer than the other
                    desk.appoint(appointed("samen", i * 10, i * 10 + 5 + t), said());
                } catch (const Usage&) {
                    ++refused;
                }
            }
        });
    for (auto& thread : all) thread.join();
    Desk desk(folder.file(), book());
    CHECK(refused == (threads - 1) * each);
    CHECK(desk.appointments().size() == threads * each + each);
    CHECK(desk.people(minute(5)).size() == book()->roles().size());
    CHECK_NOTHROW(desk.verify());
}

TEST_CASE("a roster that cannot be read is damage, at verifying as well") {
    const Folder folder;
    {
        Desk desk(folder.file(), book());
        desk.appoint(appointed("a.jansen", 0), said());
        SystemRandomness randomness;
        EntryKey key;
        randomness.fill(key);
        const auto last = verify(desk.kept().id(), roster_id, desk.kept().read_roster());
        desk.kept().append_roster(1, std::vector{next_entry(last, "geheim", key)});
    }
    Desk desk(folder.file(), book());
    for (int again = 0; again < 2; ++again) {
        CHECK(code_of([&] { desk.appointments(); }) == "M1728");
        CHECK(code_of([&] { desk.verify(); }) == "M1728");
        CHECK(code_of([&] { desk.appoint(appointed("b", 0), said()); }) == "M1728");
    }
}
