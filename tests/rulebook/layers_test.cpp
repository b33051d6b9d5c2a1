// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Nation, district, team and municipality: what each may add, and that it may do nothing else.

#include "catch.hpp"
#include "rulebook/example.hpp"

#include <meldroute/rulebook/check.hpp>

#include <nlohmann/json.hpp>

using namespace meldroute;
using example::Files;
using example::Shelf;

namespace {

std::string identity(const std::string& id, const std::string& above,
                     const std::string& more = "") {
    const auto extends =
        above.empty() ? "" : R"(, "extends": {"id": ")" + above + R"(", "version": "1"})";
    return R"({"id": ")" + id + R"(", "version": "1", "status": "vastgesteld")" + extends + more +
           "}";
}

const Files& four() {
    static const Files files{
        {"land/rulebook.json", identity("land", "")},
        {"land/codes/plaatsen.json",
         R"({"id": "plaatsen", "extensible": true, "values": ["hotel"]})"},
        {"land/facts/f.json", R"({"facts": [
            {"id": "plaats", "type": "enum", "values": "codes/plaatsen", "label": "Plaats"},
            {"id": "nacht", "type": "boolean", "label": "Nacht"}]})"},
        {"land/decisions/d.json", R"({"decisions": [
  {"id": "gewicht", "take": "first", "outcome": {"type": "integer"}, "source": [{"policy": "Land", "confidence": "local"}], "rows": [
    {"id": "hotel", "when": {"plaats": "hotel"}, "then": 9},
    {"slot": "district", "label": "Wat een district zwaarder weegt"},
    {"id": "nacht", "when": {"nacht": true}, "then": 2}], "else": 0},
  {"id": "punten", "take": "sum", "outcome": {"type": "integer"}, "rows": [{"slot": "eigen"}]},
  {"id": "wie", "outcome": {"type": "enum", "values": ["team", "gemeente"]}, "open": true}
]})"},
        {"district/rulebook.json", identity("district", "land")},
        {"district/codes/plaatsen.json", R"({"extends": "plaatsen", "values": ["camping"]})"},
        {"district/decisions/d.json", R"({"decisions": [
  {"id": "gewicht", "fills": "district", "source": [{"policy": "District", "confidence": "local"}], "rows": [
    {"id": "camping", "when": {"plaats": "camping"}, "then": 5},
    {"slot": "gemeente"},
    {"id": "rest", "when": {"nacht": false}, "then": 1, "source": [{"policy": "Eigen", "confidence": "local"}]}]},
  {"id": "wie", "fills": true, "take": "first", "rows": [{"slot": "team"}], "else": "team"}
]})"},
        {"team/rulebook.json", identity("team", "district")},
        {"team/codes/plaatsen.json", R"({"extends": "plaatsen", "values": ["kas"]})"},
        {"team/decisions/d.json", R"({"decisions": [
  {"id": "punten", "fills": "eigen", "rows": [{"id": "nacht", "when": {"nacht": true}, "then": 1}]}]})"},
        {"dorp/rulebook.json", identity("dorp", "team")},
        {"dorp/codes/plaatsen.json", R"({"extends": "plaatsen", "values": ["haven"]})"},
        {"dorp/decisions/d.json", R"({"decisions": [
  {"id": "gewicht", "fills": "gemeente", "rows": [{"id": "haven", "when": {"plaats": ["haven", "camping"]}, "then": 7}]},
  {"id": "wie", "fills": "team", "rows": [{"id": "kas", "when": {"plaats": "kas"}, "then": "gemeente"}]}]})"},
    };
    return files;
}

std::string ruled(const Rulebook& book, const std::string& decision, const std::string& facts) {
    Situation situation(book.vocabulary());
    situation.tell(JsonNode::parse(facts, "facts"));
    const auto ruling = book.decisions().rule(decision, situation);
    std::string out = ruling.outcome->dump() + ":";
    for (const auto& row : ruling.rows) out += " " + row.row;
    return out;
}

std::string message_with(const std::string& file, const std::string& text) {
    auto files = four();
    files[file] = text;
    const Shelf shelf(files);
    std::string said = "nothing was refused";
    try {
        static_cast<void>(shelf.load());
    } catch (const RulebookError& error) {
        said = error.what();
    }
    const auto root = shelf.root().generic_string() + "/";
    for (auto at = said.find(root); at != said.npos; at = said.find(root))
        said.erase(at, root.size());
    return said;
}

std::string deciding(const std::string& decision) {
    return R"({"decisions": [)" + decision + "]}";
}

} // namespace

TEST_CASE("rows of four layers stand where the slots were", "[rulebook][layers]") {
    const auto book = Shelf(four()).load();
    const auto all = " hotel camping haven rest nacht";
    CHECK(ruled(*book, "gewicht", R"({"plaats": "hotel", "nacht": true})") ==
          std::string("9:") + all);
    CHECK(ruled(*book, "gewicht", R"({"plaats": "camping", "nacht": true})") ==
          std::string("5:") + all);
    CHECK(ruled(*book, "gewicht", R"({"plaats": "haven", "nacht": true})") ==
          std::string("7:") + all);
    CHECK(ruled(*book, "gewicht", R"({"plaats": "kas", "nacht": false})") ==
          std::string("1:") + all);
    CHECK(ruled(*book, "punten", R"({"nacht": true})") == "1: nacht");
    CHECK(ruled(*book, "wie", R"({"plaats": "kas"})") == "\"gemeente\": kas");

    const auto slot = book->vocabulary().find("plaats");
    CHECK(book->vocabulary()[*slot].type.code_ids() ==
          std::vector<std::string>{"hotel", "camping", "kas", "haven"});
    CHECK(Rulebook::from_bundle(book->bundle())->digest() == book->digest());
}

TEST_CASE("each layer can be used by itself: where nothing was filled in, there is no row",
          "[rulebook][layers]") {
    const Shelf shelf(four());
    const auto land = shelf.load("land");
    CHECK(ruled(*land, "gewicht", R"({"plaats": "hotel"})") == "9: hotel nacht");
    CHECK(ruled(*land, "punten", "{}") == "0:");
    const auto team = shelf.load("team");
    CHECK(ruled(*team, "gewicht", R"({"plaats": "camping"})") == "5: hotel camping rest nacht");
    CHECK(ruled(*team, "wie", "{}") == "\"team\":");

    const auto open = [](const Rulebook& book) {
        std::vector<std::string> said;
        for (const auto& finding : check(book))
            if (finding.code == "M1560")
                said.push_back(std::to_string(finding.place.line) + " " + finding.words.en);
        return said;
    };
    const std::string how = " is still open (a lower layer gives it rows with \"fills\": ";
    CHECK(open(*land) ==
          std::vector<std::string>{"4 the slot \"district\" of \"gewicht\"" + how + "\"district\")",
                                   "6 the slot \"eigen\" of \"punten\"" + how + "\"eigen\")"});
    CHECK(open(*team) ==
          std::vector<std::string>{"4 the slot \"gemeente\" of \"gewicht\"" + how + "\"gemeente\")",
                                   "6 the slot \"team\" of \"wie\"" + how + "\"team\")"});
    CHECK(open(*Rulebook::from_bundle(team->bundle())).size() == 2);
    CHECK(open(*shelf.load()).empty());
}

TEST_CASE("what is wrong in a row of a slot is shown in the file that it came from",
          "[rulebook][layers]") {
    CHECK(message_with("dorp/decisions/d.json", deciding(R"({"id": "gewicht", "fills": "gemeente",
 "rows": [{"id": "haven", "when": {"plaatz": "haven"}, "then": 7}]})")) ==
          "M1202 dorp/decisions/d.json:2:46 /decisions/0/rows/0/when/plaatz: \"plaatz\" is neither "
          "a fact nor a decision (did you mean \"plaats\"?)");
    CHECK(message_with("team/decisions/d.json",
                       deciding(R"({"id": "punten", "fills": "eigen", "source": 7,
 "rows": [{"id": "nacht", "then": 1}]})")) ==
          "M1012 team/decisions/d.json:1:61 /decisions/0/source: something like […] is expected "
          "here");
}

TEST_CASE("the rows of a slot rest on what the layer that gave them says", "[rulebook][layers]") {
    const auto book = Shelf(four()).load();
    Situation situation(book->vocabulary());
    const auto source = [&](const std::string& facts) {
        Situation told(book->vocabulary());
        told.tell(JsonNode::parse(facts, "facts"));
        return book->decisions().rule("gewicht", told);
    };
    const auto text = Json::parse(book->bundle())["decisions"][0]["rows"];
    CHECK(text[1]["source"][0]["policy"] == "District");
    CHECK(text[3]["source"][0]["policy"] == "Eigen");
    CHECK_FALSE(text[0].contains("source"));
    CHECK_FALSE(source(R"({"plaats": "camping"})").rows.empty());
}

TEST_CASE("a lower layer does nothing else in a table", "[rulebook][layers]") {
    const std::string dorp = "dorp/decisions/d.json",
                      hint = " (a lower layer fills what is open (with \"fills\": true), extends "
                             "an extensible code list, or adds something new)";
    CHECK(message_with(dorp, deciding(R"({"id": "gewicht", "fills": "gemeent", "rows": []})")) ==
          "M1521 dorp/decisions/d.json:1:43 /decisions/0/fills: the table \"gewicht\" has no slot "
          "\"gemeent\" in a layer above (did you mean \"gemeente\"?)");
    CHECK(message_with(dorp, deciding(R"({"id": "gewicht", "fills": "district", "rows": []})")) ==
          "M1504 dorp/decisions/d.json:1:43 /decisions/0/fills: \"district\" is set by a layer "
          "above, in district/decisions/d.json:2:30" +
              hint);
    CHECK(
        message_with(dorp, deciding(R"({"id": "gewicht", "fills": "gemeente", "rows": [
 {"id": "hotel", "then": 1}]})")) ==
        "M1504 dorp/decisions/d.json:2:2 /decisions/0/rows/0: \"gewicht.hotel\" is set by a layer "
        "above, in land/decisions/d.json:3:12" +
            hint);
    CHECK(
        message_with(dorp, deciding(R"({"id": "gewicht", "fills": "gemeente", "take": "sum"})")) ==
        "M1010 dorp/decisions/d.json:1:63 /decisions/0/take: \"take\" is not a key here");
    CHECK(message_with(dorp, deciding(R"({"id": "gewicht", "rows": []})")).starts_with("M1504 "));
    CHECK(message_with(dorp, deciding(R"({"id": "niets", "fills": "gemeente", "rows": []})"))
              .starts_with("M1521 "));
    CHECK(message_with(dorp, deciding(R"({"id": "nieuw", "slots": ["x"]})"))
              .starts_with("M1010 dorp/decisions/d.json:1:"));
    CHECK(message_with(dorp, deciding(R"({"id": "nieuw", "outcome": {"type": "boolean"},
 "rows": [{"slot": "zelf"}]}, {"id": "nieuw", "fills": "zelf", "rows": []})"))
              .starts_with("M1521 "));
    CHECK(message_with(dorp, deciding(R"({"id": "gewicht", "fills": "gemeente", "rows": []},
 {"id": "gewicht", "fills": "gemeente", "rows": []})")) ==
          "M1507 dorp/decisions/d.json:2:29 /decisions/1/fills: \"gemeente\" is declared twice "
          "(the first stands in dorp/decisions/d.json:1:43)");
}

TEST_CASE("a retired id is never used again, by any layer", "[rulebook][layers]") {
    const auto refused = [](const std::string& layer, const std::string& above,
                            const std::string& id) {
        return message_with(layer + "/rulebook.json",
                            identity(layer, above, R"(, "retired": [")" + id + "\"]"));
    };
    CHECK(refused("land", "", "nooit-gebruikt") == "nothing was refused");
    CHECK(refused("land", "", "wie") ==
          "M1520 land/decisions/d.json:7:10 /decisions/2/id: the id \"wie\" is retired, in "
          "land/rulebook.json:1:69 (choose one that was never used: old cases still know this "
          "one)");
    CHECK(refused("dorp", "team", "plaatsen").starts_with("M1520 land/codes/plaatsen.json:1:8 "));
    CHECK(refused("team", "district", "plaats").starts_with("M1520 land/facts/f.json"));
    CHECK(refused("dorp", "team", "Wie").starts_with("M1004 dorp/rulebook.json"));
}

TEST_CASE("an adopted rulebook on a layer that is a concept is found", "[rulebook][layers]") {
    auto files = four();
    auto& text = files["team/rulebook.json"];
    text.replace(text.find("vastgesteld"), 11, "concept");
    std::vector<std::string> said;
    for (const auto& finding : check(*Shelf(files).load()))
        if (finding.code == "M1561") said.push_back(finding.words.en);
    CHECK(said == std::vector<std::string>{
                      "this is adopted, and stands on team 1, which is still a concept"});
}
