// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "rules/support.hpp"

using namespace meldroute;

namespace {

/// What reading says of a decision over the facts leeftijd (integer), sector (enum), vorm (set).
std::string fault(const std::string& decision) {
    try {
        SmallBook(
            R"({"facts": [{"id": "leeftijd", "type": "integer"}, {"id": "sector", "type": "enum", "values": ["hotel", "kas"]},
            {"id": "vorm", "type": "set", "values": ["arbeid"]}, {"id": "dag", "type": "date"}],
            "decisions": [)" +
            decision + "]}");
    } catch (const Error& error) {
        return error.code() + " " + error.place().pointer;
    }
    return "";
}

std::string row(const std::string& when, const std::string& more = "") {
    return fault(
        R"({"id": "d", "take": "first", "outcome": {"type": "boolean"}, "rows": [{"id": "r", "when": {)" +
        when + R"(}, "then": true}])" + more + "}");
}

std::string value(const std::string& expression) {
    return fault(R"({"id": "d", "outcome": {"type": "boolean"}, "value": )" + expression + "}");
}

} // namespace

TEST_CASE("a decision that cannot be meant is refused with number and pointer", "[rules][faults]") {
    const std::string cell = "/decisions/0/rows/0/when/";
    CHECK(row(R"("leeftijd": "< 18")").empty());
    CHECK(row(R"("leeftyd": "< 18")") == "M1202 " + cell + "leeftyd");
    CHECK(row(R"("leeftijd": "< achttien")") == "M1008 " + cell + "leeftijd");
    CHECK(row(R"("leeftijd": "has arbeid")") == "M1008 " + cell + "leeftijd");
    CHECK(row(R"("leeftijd": "20..10")") == "M1205 " + cell + "leeftijd");
    CHECK(row(R"("sector": "hotell")") == "M1013 " + cell + "sector");
    CHECK(row(R"("sector": "< hotel")") == "M1206 " + cell + "sector");
    CHECK(row(R"("sector": true)") == "M1012 " + cell + "sector");
    CHECK(row(R"("vorm": ["arbeid"])") == "M1206 " + cell + "vorm");
    CHECK(row(R"("vorm": "has werk")") == "M1013 " + cell + "vorm");
    CHECK(row(R"("dag": "< 2026-02-30")") == "M1005 " + cell + "dag");
    CHECK(row("", R"(, "value": true)") == "M1214 /decisions/0");
    CHECK(fault(R"({"id": "d", "outcome": {"type": "boolean"}})") == "M1213 /decisions/0");
    CHECK(
        fault(
            R"({"id": "d", "take": "sum", "outcome": {"type": "boolean"}, "rows": [{"id": "r", "then": true}]})") ==
        "M1215 /decisions/0/take");
    CHECK(
        fault(
            R"({"id": "d", "outcome": {"type": "enum", "values": ["laag"]}, "rows": [{"id": "r", "then": "hoog"}]})") ==
        "M1208 /decisions/0/rows/0/then");
    CHECK(
        fault(
            R"({"id": "d", "outcome": {"type": "boolean"}, "rows": [{"id": "r", "then": true}, {"id": "r", "then": true}]})") ==
        "M1207 /decisions/0/rows/1/id");
    CHECK(fault(R"({"id": "leeftijd", "outcome": {"type": "boolean"}, "value": true})") ==
          "M1203 /decisions/0/id");
}

TEST_CASE("what is wrong in a part of a cell is said of the cell", "[rules][faults]") {
    const std::string cell = "/decisions/0/rows/0/when/";
    CHECK(row(R"("leeftijd": "not 3, 4.5")").empty());
    CHECK(row(R"("leeftijd": "1.5..2.5")").empty());
    CHECK(row(R"("dag": "2026-01-01..2026-02-28")").empty());
    CHECK(row(R"("leeftijd": "1.2..1.8")") == "M1205 " + cell + "leeftijd");
    CHECK(row(R"("leeftijd": "not 3, vier")") == "M1008 " + cell + "leeftijd");
    CHECK(row(R"("leeftijd": "3..")") == "M1008 " + cell + "leeftijd");
    CHECK(row(R"("leeftijd": "99999999999999999999")") == "M1009 " + cell + "leeftijd");
    CHECK(row(R"("leeftijd": [3, "< vier"])") == "M1008 " + cell + "leeftijd/1");
    CHECK(row(R"("leeftijd": [3, true])") == "M1012 " + cell + "leeftijd/1");
    CHECK(row(R"("sector": "not kas, hotell")") == "M1013 " + cell + "sector");
    CHECK(row(R"("sector": ["kas", "hotell"])") == "M1013 " + cell + "sector/1");
    CHECK(row(R"("dag": "2026-01-01..2026-1-2")") == "M1005 " + cell + "dag");
    CHECK(row(R"("dag": ">= 2101-01-01")") == "M1007 " + cell + "dag");
    CHECK(row(R"("dag": 5)") == "M1012 " + cell + "dag");
}

TEST_CASE("expressions are typed before they are ever used", "[rules][faults]") {
    CHECK(value(R"({"<": [{"var": "leeftijd"}, 18]})").empty());
    CHECK(value(R"({"<": [18, {"var": "leeftijd"}, 30]})").empty());
    CHECK(value(R"({"in": ["arbeid", {"var": "vorm"}]})").empty());
    CHECK(value(R"({"<": [{"var": "dag"}, "2026-03-01"]})").empty());
    CHECK(value(R"({"kleiner": [1, 2]})") == "M1209 /decisions/0/value/kleiner");
    CHECK(value(R"({"<": [{"var": "leeftijd"}]})") == "M1210 /decisions/0/value");
    CHECK(value(R"({"and": [{"var": "leeftijd"}]})") == "M1211 /decisions/0/value/and/0");
    CHECK(value(R"({"+": [1, 2]})") == "M1211 /decisions/0/value");
    CHECK(value(R"({"==": [{"var": "sector"}, {"var": "leeftijd"}]})") ==
          "M1211 /decisions/0/value");
    CHECK(value(R"({"==": [{"var": "leeftijd"}, "achttien"]})") == "M1008 /decisions/0/value/==/1");
}

TEST_CASE("decisions that need each other are refused, and named", "[rules][faults]") {
    const std::string a =
        R"({"id": "a", "outcome": {"type": "boolean"}, "value": {"!": {"var": "b"}}})";
    const std::string b =
        R"({"id": "b", "outcome": {"type": "boolean"}, "value": {"!": {"var": "a"}}})";
    try {
        SmallBook("{\"facts\": [], \"decisions\": [" + a + "," + b + "]}");
        FAIL("nothing was refused");
    } catch (const RulebookError& error) {
        CHECK(error.code() == "M1204");
        CHECK(error.words().front() == "a → b → a");
    }
}
