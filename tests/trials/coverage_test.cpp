// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "trials/support.hpp"

using namespace meldroute;
using namespace meldroute::example;

namespace {

const Json weighing = Json::parse(R"([{
    "id": "klasse", "take": "first",
    "outcome": {"type": "enum", "values": ["laag", "midden", "hoog"]},
    "rows": [{"id": "jong", "when": {"leeftijd": "< 18", "spoed": true}, "then": "hoog"},
             {"id": "moe", "when": {"gezien": "seen moe"}, "then": "midden"}],
    "else": "laag"}])");

Coverage covered(const Json& decisions, const Json& given, const Json& expect) {
    return tried(decisions, Json::array({situation(given, expect)})).coverage();
}

} // namespace

TEST_CASE("without a test nothing is covered") {
    const Coverage coverage = tried(weighing).coverage();
    CHECK(coverage.asked().some == 0);
    CHECK(coverage.asked().all == 1);
    CHECK(coverage.rows().all == 2);
    CHECK(coverage.cells().all == 3);
    CHECK(coverage.otherwise().all == 1);
    CHECK(coverage.otherwise().some == 0);
}

TEST_CASE("a row that is hit hides from the tests what stands below it") {
    const Coverage coverage = covered(
        weighing, {{"leeftijd", 10}, {"spoed", true}, {"gezien", {"moe"}}}, {{"klasse", "hoog"}});
    const auto& rows = coverage.decisions[0].rows;
    CHECK(rows[0].hits == 1);
    CHECK(rows[0].cells[0].held);
    CHECK_FALSE(rows[0].cells[0].failed);
    CHECK(rows[1].hits == 0);
    CHECK_FALSE(rows[1].cells[0].held);
}

TEST_CASE("a cell is tried when it alone keeps its row from holding") {
    for (const bool urgent : {true, false}) {
        const Coverage coverage =
            covered(weighing, {{"leeftijd", 18}, {"spoed", urgent}, {"gezien", Json::array()}},
                    {{"klasse", "laag"}});
        const auto& cells = coverage.decisions[0].rows[0].cells;
        CAPTURE(urgent);
        CHECK(cells[0].input == "leeftijd");
        CHECK(cells[0].failed == urgent);
        CHECK_FALSE(cells[1].failed);
        CHECK(coverage.decisions[0].otherwise == 1);
    }
}

TEST_CASE("what is not known fails nothing and hits nothing") {
    const Coverage coverage = covered(weighing, {{"spoed", true}}, {{"klasse", "onbeslist"}});
    for (const RowCoverage& one : coverage.decisions[0].rows) {
        CHECK(one.hits == 0);
        for (const CellCoverage& cell : one.cells) CHECK_FALSE(cell.failed);
    }
    CHECK(coverage.decisions[0].otherwise == 0);
}

TEST_CASE("a decision is covered too where one is asked that stands on it") {
    Json decisions = weighing;
    decisions.push_back(
        first("advies", Json::array({row("zwaar", {{"klasse", "hoog"}}, "hoog")}), "laag"));
    const Coverage coverage =
        covered(decisions, {{"leeftijd", 10}, {"spoed", true}}, {{"advies", "hoog"}});
    CHECK(coverage.asked().some == 2);
    CHECK(coverage.decisions[0].rows[0].hits == 1);
}

TEST_CASE("of an expression each comparison counts, both ways") {
    const Json decisions = Json::parse(R"([{
        "id": "jong", "outcome": {"type": "boolean"},
        "value": {"and": [{"<": [{"var": "leeftijd"}, 18]}, {"==": [{"var": "spoed"}, true]}]}}])");
    const Coverage coverage =
        tried(decisions,
              Json::array({situation({{"leeftijd", 10}, {"spoed", true}}, {{"jong", true}}),
                           situation({{"leeftijd", 20}, {"spoed", true}}, {{"jong", false}})}))
            .coverage();
    const auto& cells = coverage.decisions[0].rows.at(0).cells;
    REQUIRE(cells.size() == 2);
    CHECK(cells[0].tried());
    CHECK(cells[1].held);
    CHECK_FALSE(cells[1].failed);
}
