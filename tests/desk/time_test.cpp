// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/klein.hpp"
#include "catch.hpp"
#include "register/files.hpp"

#include <meldroute/desk/desk.hpp>

using namespace klein;
using files::Folder;

namespace {

/// «bespreken», due on 9 June, discusses itself and says so when nobody was looking.
std::shared_ptr<const Rulebook> timed() {
    const Json duty{{"id", "bespreken"},
                    {"label", "bespreken"},
                    {"term", "bespreken"},
                    {"done", "besproken"},
                    {"time-out", "besproken"}};
    Json bundle = Json::parse(book_with("vastgelegd", {{"duties", Json::array({duty})}})->bundle());
    bundle["terms"]["bespreken"]["ran-out"] = "flag";
    return Rulebook::from_bundle(canonical(bundle));
}

Telling keyed(std::string key, int minutes) {
    Telling telling = by("medewerker");
    telling.key = std::move(key);
    telling.at = minute(minutes);
    return telling;
}

const Moment june_9 = Moment::parse("2026-06-09T23:59:59+02:00"),
             june_20 = Moment::parse("2026-06-20T08:00:00+02:00");

} // namespace

TEST_CASE("what is late is listed over all cases, the longest overdue first") {
    Desk desk(":memory:", timed());
    desk.report(keyed("LATER", 24 * 60));
    Case first = desk.report(keyed("EERST", 0));
    Case done = desk.report(keyed("GEDAAN", 0));
    done.tell("besproken", officer());
    CHECK(desk.late(june_9).empty());
    const auto late = desk.late(june_20);
    REQUIRE(late.size() == 2);
    CHECK(late[0].alias == "EERST");
    CHECK(late[0].case_id == first.id());
    CHECK(late[0].duty.id == "bespreken");
    CHECK(late[1].alias == "LATER");
}

TEST_CASE("a term that ran out while nobody looked at the case says so, until somebody does") {
    Desk desk(":memory:", timed());
    Case one = desk.report(keyed("ZAAK", 0));
    REQUIRE(desk.late(june_20).size() == 1);
    CHECK(desk.late(june_20)[0].duty.unseen);
    Telling look = officer();
    look.at = june_20;
    one.note(look);
    REQUIRE(desk.late(june_20).size() == 1);
    CHECK_FALSE(desk.late(june_20)[0].duty.unseen);
}

TEST_CASE("without that policy a term that ran out is late, and no more") {
    Desk desk(":memory:", book());
    desk.report(keyed("ZAAK", 0));
    REQUIRE(desk.late(june_20).size() == 1);
    CHECK_FALSE(desk.late(june_20)[0].duty.unseen);
}

TEST_CASE("time passes in every case, once, however often and by whomever it is asked") {
    const Folder folder;
    const std::string file = folder.file("tijd.db");
    Desk desk(file, timed());
    desk.report(keyed("EEN", 0));
    Case two = desk.report(keyed("TWEE", 24 * 60));
    CHECK(desk.pass_time(june_9).empty());
    const auto passed = desk.pass_time(june_20);
    REQUIRE(passed.size() == 2);
    CHECK(passed[0].alias == "EEN");
    CHECK(passed[0].time_out.event == "besproken");
    CHECK(passed[0].refused.empty());
    CHECK(passed[0].time_out.at < passed[1].time_out.at);
    CHECK(desk.pass_time(june_20).empty());
    CHECK(Desk(file, timed()).pass_time(june_20).empty());
    CHECK(desk.late(june_20).empty());
    two.refresh();
    CHECK(two.sequence() == 2);
    CHECK(desk.verify().entries == 4);
}

TEST_CASE("where somebody wrote in between, time passes on what he wrote") {
    const Folder folder;
    const std::string file = folder.file("tijd.db");
    Desk desk(file, timed());
    Case mine = desk.report(keyed("ZAAK", 0));
    Desk other(file, timed());
    other.open("ZAAK").tell("besproken", officer());
    CHECK(mine.pass_time(june_20).empty());
    CHECK(mine.sequence() == 2);
}

TEST_CASE("what cannot happen by itself is listed with its refusal, and stays late") {
    Json bundle = Json::parse(timed()->bundle());
    bundle["decisions"].push_back({{"id", "intern.verrijken"},
                                   {"outcome", {{"type", "boolean"}}},
                                   {"value", {{"<", {{{"var", "slachtoffer.leeftijd"}}, 18}}}}});
    Desk desk(":memory:", Rulebook::from_bundle(canonical(bundle)));
    Case one = desk.report(keyed("ZAAK", 0));
    const auto passed = one.pass_time(june_20);
    REQUIRE(passed.size() == 1);
    CHECK(passed[0].refused == "M1616");
    CHECK(one.sequence() == 1);
    CHECK(desk.late(june_20).size() == 1);
    one.note(officer(minor));
    CHECK(desk.pass_time(june_20)[0].refused.empty());
}
