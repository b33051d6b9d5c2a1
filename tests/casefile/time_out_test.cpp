// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/klein.hpp"
#include "catch.hpp"

#include <meldroute/casefile/time_out.hpp>

using namespace klein;

namespace {

/// In the small rulebook «bespreken» is due on 9 June; here it discusses itself when that is over.
Json discussing_itself(const Json& more = Json::object()) {
    Json duty{{"id", "bespreken"},
              {"label", "bespreken"},
              {"term", "bespreken"},
              {"done", "besproken"},
              {"time-out", "besproken"}};
    duty.update(more);
    return {{"duties", Json::array({duty})}};
}

Moment at(const char* text) {
    return Moment::parse(text);
}

/// Lets time pass until nothing more happens by itself.
int pass(Told& told, const Moment& until) {
    int happened = 0;
    for (auto due = time_outs(told.story, until); !due.empty();
         due = time_outs(told.story, until)) {
        told.keep(tell_time(told.story, due.front(), until));
        ++happened;
    }
    return happened;
}

std::string load(const Json& duty) {
    return code_of([&] { book_with("vastgelegd", duty); });
}

} // namespace

TEST_CASE("a term that is over happens by itself, from the first moment after its last day") {
    Told told(Json::object(), book_with("vastgelegd", discussing_itself()));
    CHECK(pass(told, at("2026-06-09T23:59:59+02:00")) == 0);
    CHECK(pass(told, at("2026-06-20T08:00:00+02:00")) == 1);
    CHECK_FALSE(told.at("vastgelegd"));
    const Body& entry = told.last();
    CHECK(entry.kind == EntryKind::time);
    CHECK(entry.event == "besproken");
    CHECK(entry.occurred.iso() == "2026-06-10T00:00:00+02:00");
    CHECK(entry.recorded == at("2026-06-20T08:00:00+02:00"));
    CHECK(entry.person.empty());
    CHECK(pass(told, at("2027-06-20T08:00:00+02:00")) == 0);
}

TEST_CASE("what time did is replayed and restored like any entry") {
    const auto by_book = book_with("vastgelegd", discussing_itself());
    Told told(Json::object(), by_book);
    pass(told, at("2026-06-20T08:00:00+02:00"));
    const CaseId id{};
    CHECK_NOTHROW(replay(id, told.bodies, by_book));
    CHECK(same(restore(id, told.bodies, by_book), told.story));
}

TEST_CASE("two terms that are over do not send a case round for ever") {
    Json bundle = Json::parse(book_with("vastgelegd", discussing_itself())->bundle());
    for (auto& route : bundle["routes"])
        if (route["steps"].contains("gemeld"))
            route["steps"]["gemeld"]["duties"] =
                Json::array({{{"id", "wachten"},
                              {"label", "wachten"},
                              {"term", "bespreken"},
                              {"time-out", "overdracht-geweigerd"}}});
    Told told(Json::object(), Rulebook::from_bundle(canonical(bundle)));
    const auto later = at("2027-01-01T00:00:00+01:00");
    CHECK(pass(told, later) == 1);
    told.tell("gewogen", officer(to_police, "Er is haast bij."));
    CHECK(pass(told, later) == 1);
    REQUIRE(told.at("weging"));
    told.tell("gewogen", officer(to_police, "Toch."));
    CHECK(pass(told, later) == 0);
    CHECK(told.at("gemeld"));
}

TEST_CASE("what somebody did in time does not happen by itself") {
    Told told(Json::object(), book_with("vastgelegd", discussing_itself()));
    told.tell("besproken");
    CHECK(pass(told, at("2027-01-01T00:00:00+01:00")) == 0);
}

TEST_CASE("a duty that may not exist is late for nobody but a person") {
    const Json unsure{{"when", {{"slachtoffer.leeftijd", "< 18"}}}};
    const auto by_book = book_with("vastgelegd", discussing_itself(unsure));
    Told told(Json::object(), by_book);
    REQUIRE_FALSE(open_duties(told.story).at(0).certain);
    CHECK(pass(told, at("2026-07-01T00:00:00+02:00")) == 0);
    told.note(officer(minor));
    CHECK(pass(told, at("2026-07-01T00:00:00+02:00")) == 1);
}

TEST_CASE("where the law can be read in two ways, the last date has to be over") {
    Json bundle = Json::parse(book_with("vastgelegd", discussing_itself())->bundle());
    bundle["terms"]["bespreken"] = {{"from", "meldroute-intern.melding"},
                                    {"readings",
                                     {{{"label", "kort"}, {"length", {{"days", 7}}}},
                                      {{"label", "lang"}, {"length", {{"days", 30}}}}}}};
    Told told(Json::object(), Rulebook::from_bundle(canonical(bundle)));
    CHECK(open_duties(told.story).at(0).due->date->iso() == "2026-06-09");
    CHECK(pass(told, at("2026-07-02T23:59:59+02:00")) == 0);
    CHECK(pass(told, at("2026-07-03T00:00:00+02:00")) == 1);
}

TEST_CASE("only what is over can be told as such") {
    Told told(Json::object(), book_with("vastgelegd", discussing_itself()));
    const auto later = at("2026-06-20T08:00:00+02:00");
    const auto due = time_outs(told.story, later);
    REQUIRE(due.size() == 1);
    CHECK(code_of([&] { tell_time(told.story, due[0], at("2026-06-05T08:00:00+02:00")); }) ==
          "M1623");
    told.tell("besproken");
    CHECK(code_of([&] { tell_time(told.story, due[0], later); }) == "M1623");
}

TEST_CASE("a time-out needs a term that ends, an event that the step waits for, and no decision") {
    CHECK(load(discussing_itself()).empty());
    CHECK(load(discussing_itself({{"term", nullptr}})) == "M1012");
    Json without = discussing_itself();
    without["duties"][0].erase("term");
    CHECK(load(without) == "M1545");
    CHECK(load(discussing_itself({{"time-out", "gewogen"}})) == "M1546");
    CHECK(load(discussing_itself({{"time-out", "overdracht-bevestigd"}})) == "M1547");
    CHECK(load(discussing_itself({{"time-out", "besprooken"}})) == "M1510");
}

TEST_CASE("a reminder comes days or weeks before the date, and only where there is one") {
    const auto remind = [](const Json& before) { return discussing_itself({{"remind", before}}); };
    Told told(Json::object(), book_with("vastgelegd", remind({{"days", 3}})));
    CHECK(open_duties(told.story).at(0).remind->iso() == "2026-06-06");
    CHECK_FALSE(open_duties(Told().story).at(0).remind);
    CHECK(load(remind({{"weeks", 1}})).empty());
    CHECK(load(remind({{"weeks", 53}})) == "M1548");
    CHECK(load(remind({{"hours", 3}})) == "M1548");
}
