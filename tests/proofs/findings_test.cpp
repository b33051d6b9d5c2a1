// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "rules/support.hpp"

#include <meldroute/proofs/proofs.hpp>

#include <algorithm>

using namespace meldroute;

namespace {

const std::string facts = R"("facts": [
    {"id": "leeftijd", "type": "integer", "min": 0, "max": 120},
    {"id": "lijkt-jong", "type": "boolean"},
    {"id": "sector", "type": "enum", "values": ["hotel", "bouw", "teelt"]},
    {"id": "vorm", "type": "set", "values": ["arbeid", "seksueel"]},
    {"id": "van", "type": "integer", "min": 0, "max": 100000},
    {"id": "tot", "type": "integer", "min": 0, "max": 100000}])";

SmallBook book(const std::string& decisions) {
    return SmallBook("{" + facts + R"(, "decisions": [)" + decisions + "]}");
}

/// All that is found, as "1570 weging {witness}" or with the rows: "1573 weging r2 r1".
std::vector<std::string> found(const std::string& decisions) {
    const auto rules = book(decisions);
    std::vector<std::string> out;
    for (const auto& proof : prove(*rules.decisions)) {
        std::string words = std::to_string(int(proof.fault)) + " " + proof.decision;
        for (const auto& row : proof.rows) words += " " + row;
        if (!proof.witness->is_null()) words += " " + proof.witness->dump();
        if (!proof.beside->is_null()) words += " " + proof.beside->dump();
        out.push_back(std::move(words));
    }
    return out;
}

std::string table(const std::string& id, const std::string& take, const std::string& type,
                  const std::string& rows, const std::string& otherwise = "") {
    return R"({"id": ")" + id + R"(", "take": ")" + take + R"(", "outcome": )" + type +
           R"(, "rows": [)" + rows + "]" + (otherwise.empty() ? "" : ", \"else\": " + otherwise) +
           "}";
}

const std::string truth = R"({"type": "boolean"})", number = R"({"type": "integer"})";

using Found = std::vector<std::string>;

} // namespace

TEST_CASE("a gap is shown by the facts that lead into it, and no others", "[proofs]") {
    CHECK(found(table(
              "d", "first", truth,
              R"({"id": "jong", "when": {"leeftijd": "< 18", "sector": "hotel"}, "then": true},
                         {"id": "oud", "when": {"leeftijd": "> 18"}, "then": false},
                         {"id": "elders", "when": {"leeftijd": "<= 18", "sector": ["bouw", "teelt"]}, "then": false})")) ==
          Found{R"(1570 d {"leeftijd":18,"sector":"hotel"})", "1575 d elders"});
}

TEST_CASE("no gap is seen where another decision always brings something", "[proofs]") {
    const auto jong = table("jong", "first", truth,
                            R"({"id": "a", "when": {"leeftijd": "< 18"}, "then": true})", "false");
    CHECK(
        found(
            jong + "," +
            table(
                "d", "first", number,
                R"({"id": "ja", "when": {"jong": true}, "then": 1}, {"id": "nee", "when": {"jong": false}, "then": 2})")) ==
        Found{"1575 d nee"}); // after «ja» no other answer is left
}

TEST_CASE("rows that no facts can bring together are not called an overlap", "[proofs]") {
    const auto jong = table("jong", "first", truth,
                            R"({"id": "a", "when": {"leeftijd": "< 18"}, "then": true})", "false");
    CHECK(
        found(
            jong + "," +
            table(
                "d", "only-one", number,
                R"({"id": "kind", "when": {"jong": true}, "then": 1}, {"id": "groot", "when": {"leeftijd": ">= 18"}, "then": 2})"))
            .empty());
    CHECK(
        found(
            jong + "," +
            table(
                "d", "only-one", number,
                R"({"id": "kind", "when": {"jong": true}, "then": 1}, {"id": "groot", "when": {"leeftijd": ">= 17"}, "then": 2})")) ==
        Found{R"(1571 d kind groot {"leeftijd":17})"});
}

TEST_CASE("a row whose cells exclude each other through other decisions is found", "[proofs]") {
    const auto jong = table("jong", "first", truth,
                            R"({"id": "a", "when": {"leeftijd": "< 18"}, "then": true})", "false");
    const auto all = found(
        jong + "," +
        table("d", "first", number,
              R"({"id": "raar", "when": {"jong": true, "leeftijd": ">= 21"}, "then": 1})", "2"));
    CHECK(all == Found{"1572 d raar", R"(1577 d {"leeftijd":0})"});
}

TEST_CASE("a row that never comes first is shown with one that goes before it", "[proofs]") {
    CHECK(found(table("d", "first", number,
                      R"({"id": "kind", "when": {"leeftijd": "< 18"}, "then": 1},
                         {"id": "peuter", "when": {"leeftijd": "< 4"}, "then": 2})",
                      "0")) == Found{R"(1573 d peuter kind {"leeftijd":0})"});
}

TEST_CASE("rows and cells without effect, and rows to merge, are only notes on what is simpler",
          "[proofs]") {
    CHECK(found(table("d", "first", number,
                      R"({"id": "kind", "when": {"leeftijd": "< 18"}, "then": 1},
                         {"id": "ook-niets", "when": {"sector": "hotel"}, "then": 0})",
                      "0")) == Found{R"(1574 d ook-niets {"sector":"hotel"})"});
    CHECK(found(table(
              "d", "first", number,
              R"({"id": "alles", "when": {"leeftijd": ">= 0", "sector": "hotel"}, "then": 1})",
              "0")) == Found{"1575 d alles"});
    CHECK(found(table("d", "first", number,
                      R"({"id": "hotel", "when": {"sector": "hotel"}, "then": 1},
                         {"id": "bouw", "when": {"sector": "bouw"}, "then": 1})",
                      "0")) == Found{"1576 d hotel bouw"});
    CHECK(
        found(table("d", "first", number,
                    R"({"id": "hotel", "when": {"sector": "hotel"}, "then": 1, "because": "drukte"},
                         {"id": "bouw", "when": {"sector": "bouw"}, "then": 1})",
                    "0"))
            .empty()); // each has its own reason
}

TEST_CASE("a sum is only changed by rows that add", "[proofs]") {
    CHECK(found(table("d", "sum", number,
                      R"({"id": "een", "when": {"vorm": "has arbeid"}, "then": 1},
                         {"id": "nul", "when": {"vorm": "has seksueel"}, "then": 0})")) ==
          Found{R"(1574 d nul {"vorm":["seksueel"]})"});
}

TEST_CASE("a decision that always says the same is found, and an outcome that never comes",
          "[proofs]") {
    CHECK(
        found(
            R"({"id": "d", "outcome": {"type": "boolean"}, "value": {">=": [{"var": "leeftijd"}, 0]}})") ==
        Found{R"(1577 d {"leeftijd":0})"});
    CHECK(found(table("d", "first", R"({"type": "enum", "values": ["laag", "midden", "hoog"]})",
                      R"({"id": "kind", "when": {"leeftijd": "< 18"}, "then": "hoog"})",
                      R"("laag")")) == Found{"1585 d"});
}

TEST_CASE("arithmetic between two facts: a witness is a witness, and no proof is made up",
          "[proofs]") {
    CHECK(
        found(
            R"({"id": "d", "outcome": {"type": "boolean"}, "value": {"<": [{"var": "van"}, {"var": "tot"}]}})")
            .empty());
    const auto never = found(
        R"({"id": "d", "outcome": {"type": "boolean"}, "value": {"<": [{"+": [{"var": "van"}, {"var": "tot"}]}, {"var": "van"}]}})");
    CHECK(never == Found{"1580 d"});
}

TEST_CASE("an expression that divides by what may be zero has no outcome there", "[proofs]") {
    CHECK(
        found(
            R"({"id": "d", "outcome": {"type": "integer"}, "value": {"/": [100, {"var": "leeftijd"}]}})") ==
        Found{R"(1570 d {"leeftijd":0})"});
}

TEST_CASE("a missing fact that counts is shown with and without it", "[proofs]") {
    CHECK(
        found(table(
            "d", "first", truth,
            R"({"id": "onbekend", "when": {"leeftijd": "unknown", "lijkt-jong": false}, "then": false},
                         {"id": "kind", "when": {"leeftijd": "< 18"}, "then": true})",
            "false")) == Found{R"(1579 d {"lijkt-jong":false} {"leeftijd":0,"lijkt-jong":false})"});
}

TEST_CASE("open decisions, and what stands on them, are left alone", "[proofs]") {
    CHECK(found(R"({"id": "later", "outcome": {"type": "boolean"}, "open": true},)" +
                table("d", "first", truth, R"({"id": "a", "when": {"later": true}, "then": true})"))
              .empty());
}

TEST_CASE("in a long table that is full after its first rows none of the others comes first",
          "[proofs]") {
    std::string rows = R"({"id": "ja", "when": {"lijkt-jong": true}, "then": 1},
                          {"id": "nee", "when": {"lijkt-jong": false}, "then": 2})";
    for (int i = 0; i < 300; ++i)
        rows += R"(,{"id": "r)" + std::to_string(i) + R"(", "when": {"van": )" + std::to_string(i) +
                R"(}, "then": 3})";
    const auto all = found(table("d", "first", number, rows));
    CHECK(std::count_if(all.begin(), all.end(), [](const std::string& words) {
              return words.starts_with("1573 d r");
          }) == 300);
    CHECK(std::find(all.begin(), all.end(), R"(1573 d r7 nee {"lijkt-jong":false,"van":7})") !=
          all.end());
}

TEST_CASE("rows that contradict each other are not judged further", "[proofs]") {
    CHECK(found(table("d", "only-one", number,
                      R"({"id": "kind", "when": {"leeftijd": "< 18"}, "then": 1},
                         {"id": "ieder", "when": {"leeftijd": ">= 0"}, "then": 2})")) ==
          Found{R"(1571 d kind ieder {"leeftijd":0})"});
}
