// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "trials/support.hpp"

#include <algorithm>

using namespace meldroute;
using namespace meldroute::example;

namespace {

const Json by_age = Json::array(
    {first("klasse", Json::array({row("jong", {{"leeftijd", "< 18"}}, "hoog")}), "laag")});

Json ages(const std::vector<std::pair<int, const char*>>& all) {
    Json tests = Json::array();
    for (const auto& [age, outcome] : all)
        tests.push_back(situation({{"leeftijd", age}}, {{"klasse", outcome}}));
    return tests;
}

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// Each kind of cell and of body, one decision on another.
const Json every_kind = Json::parse(R"([
    {"id": "punten", "take": "sum", "outcome": {"type": "integer", "min": 0, "max": 20},
     "rows": [{"id": "bang", "when": {"gezien": "seen bang"}, "then": 1},
              {"id": "moe", "when": {"gezien": "seen moe"}, "then": 2},
              {"id": "duur", "when": {"bedrag": "2.5..7.5"}, "then": 3}]},
    {"id": "haast", "outcome": {"type": "boolean"},
     "value": {"or": [{"==": [{"var": "spoed"}, true]}, {">=": [{"var": "punten"}, 4]}]}},
    {"id": "klasse", "take": "first",
     "outcome": {"type": "enum", "values": ["laag", "midden", "hoog"]},
     "rows": [
        {"id": "onbekend", "when": {"leeftijd": "unknown"}, "then": "midden"},
        {"id": "jong", "when": {"leeftijd": "<= 17", "punten": ">= 1"}, "then": "hoog"},
        {"id": "werk", "when": {"vorm": ["arbeid", "seksueel"], "haast": true}, "then": "hoog"},
        {"id": "later", "when": {"dag": "> 2026-03-01", "vorm": "not anders"}, "then": "midden"}],
     "else": "laag"}])");

Json suggested(const Mutants& mutants) {
    Json tests = Json::array();
    for (const Mutant& mutant : mutants.all)
        if (mutant.fate == Fate::missed) tests.push_back(*mutant.suggested);
    return tests;
}

} // namespace

TEST_CASE("tests on both sides of a limit notice that it moves; tests further off do not") {
    const auto near = tried(by_age, ages({{17, "hoog"}, {18, "laag"}})).mutants();
    CHECK(changes(near, Fate::missed).empty());
    CHECK(holds(changes(near, Fate::noticed), "jong: grens van 18 naar 19"));
    CHECK(holds(changes(near, Fate::noticed), "jong: grens van 18 naar 17"));

    const auto far = tried(by_age, ages({{16, "hoog"}, {20, "laag"}})).mutants();
    CHECK(changes(far, Fate::missed) ==
          std::vector<std::string>{"jong: grens van 18 naar 17", "jong: grens van 18 naar 19"});
}

TEST_CASE("what no test notices comes with a test that does") {
    const Json tests = suggested(tried(by_age, ages({{16, "hoog"}, {20, "laag"}})).mutants());
    REQUIRE(tests.size() == 2);
    CHECK(tests[0]["given"] == Json{{"leeftijd", 17}});
    CHECK(tests[0]["expect"] == Json{{"klasse", "hoog"}});
    CHECK(tests[1]["given"] == Json{{"leeftijd", 18}});
    CHECK(tests[1]["expect"] == Json{{"klasse", "laag"}});
}

TEST_CASE("with all suggested tests beside the rules no change goes unnoticed") {
    const auto before = tried(every_kind).mutants();
    CHECK(before.count(Fate::noticed) == 0);
    CHECK(before.count(Fate::unclear) == 0);
    CHECK(before.count(Fate::missed) > 40);

    const Tried full = tried(every_kind, suggested(before));
    for (const Test& test : full.tests) {
        CAPTURE(test.name);
        CHECK(run_test(test, full.rulebook).passed());
    }
    const auto after = full.mutants();
    CHECK(changes(after, Fate::missed).empty());
    CHECK(changes(after, Fate::alike) == changes(before, Fate::alike));
}

TEST_CASE("a change that never makes a difference is told apart from one that nobody tests") {
    const Json decisions =
        Json::array({first("klasse",
                           Json::array({row("jong", {{"leeftijd", "< 18"}}, "hoog"),
                                        row("erg-jong", {{"leeftijd", "< 12"}}, "midden")}),
                           "laag")});
    const auto mutants = tried(decisions, ages({{17, "hoog"}, {18, "laag"}})).mutants();
    const auto alike = changes(mutants, Fate::alike);
    CHECK(holds(alike, "erg-jong: rij weg"));
    CHECK(holds(alike, "erg-jong: uitkomst van midden naar hoog"));
    CHECK(holds(changes(mutants, Fate::missed), "rij jong en rij erg-jong omgewisseld"));
}

TEST_CASE("each change says what is changed, in both languages, and where") {
    const Mutant limit = tried(by_age).mutants().all.front();
    CHECK(limit.decision == "klasse");
    CHECK(limit.row == "jong");
    CHECK(limit.input == "leeftijd");
    CHECK(limit.change.en == "limit from 18 to 17");
    CHECK(limit.place.pointer == "/decisions/0/rows/0/when/leeftijd");
}

TEST_CASE("a text, a date and an amount are changed by their own unit") {
    const auto mutants =
        tried(Json::array({first("klasse",
                                 Json::array({row("wie", {{"wie", "jan"}}, "hoog"),
                                              row("dag", {{"dag", "2026-02-28"}}, "hoog"),
                                              row("bedrag", {{"bedrag", ">= 2.5"}}, "midden")}),
                                 "laag")}))
            .mutants();
    const auto all = changes(mutants, Fate::missed);
    CHECK(holds(all, "wie: jan wordt not jan"));
    CHECK(holds(all, "dag: grens van 2026-02-28 naar 2026-03-01"));
    CHECK(holds(all, "bedrag: grens van 2.5 naar 2.6"));
    CHECK(mutants.count(Fate::alike) == 0);
}

TEST_CASE("the same comes out whatever the number of threads") {
    const auto words = [](const Mutants& mutants) {
        std::string all;
        for (const Mutant& mutant : mutants.all)
            all += mutant.decision + mutant.row + mutant.change.nl + mutant.noticed_by +
                   mutant.suggested->dump() + "\n";
        return all;
    };
    const Tried book =
        tried(every_kind, Json::array({situation({{"spoed", true}}, {{"haast", true}})}));
    CHECK(words(book.mutants(1)) == words(book.mutants(3)));
}

TEST_CASE("on a test that fails already no change is tried") {
    try {
        static_cast<void>(tried(by_age, ages({{17, "laag"}})).mutants());
        FAIL("was tried");
    } catch (const RulebookError& error) {
        CHECK(error.fault() == Fault::tests_fail_already);
    }
}

TEST_CASE("outcomes that are texts are told apart, however many the rows name") {
    Json decisions = Json::parse(R"([{
        "id": "brief", "take": "first", "outcome": {"type": "text"},
        "rows": [{"id": "jong", "when": {"leeftijd": "< 18"}, "then": "Beste ouder"}],
        "else": "Geachte heer"}])");
    const auto mutants = tried(decisions).mutants();
    CHECK(mutants.count(Fate::alike) == 0);
    CHECK(
        holds(changes(mutants, Fate::missed), "jong: uitkomst van Beste ouder naar Geachte heer"));
    CHECK(holds(changes(mutants, Fate::missed),
                "anders: uitkomst van Geachte heer naar Beste ouder"));
}
