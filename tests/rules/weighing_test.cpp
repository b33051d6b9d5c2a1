// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "rules/support.hpp"

using namespace meldroute;
using State = Ruling::State;

namespace {

const SmallBook& book() {
    static const SmallBook book(std::string(R"({
      "facts": [
        {"id": "aanwijzingen", "type": "checklist", "items": ["papieren", "dagen", "schuld"], "label": "Aanwijzingen"},
        {"id": "sector", "type": "enum", "values": ["hotel", "kas", "winkel"], "label": "Sector"},
        {"id": "leeftijd", "type": "integer", "min": 0, "max": 120, "personal": "ordinary",
         "label": "Leeftijd", "ask": {"nl": "Hoe oud is zij of hij?", "who": "melder"}},
        {"id": "vorm", "type": "set", "values": ["seksueel", "arbeid"], "label": "Vorm"},
        {"id": "ontvangen", "type": "moment", "label": "Ontvangen"},
        {"id": "besluit", "type": "set", "values": ["politie", "inspectie"], "label": "Besluit"},
        {"id": "bedrag", "type": "number", "decimals": 2, "min": 0, "label": "Bedrag"},
        {"id": "naam", "type": "text", "personal": "ordinary", "label": "Naam"}
      ],
      "decisions": [
        {"id": "klasse", "label": {"nl": "Hoe zwaar weegt het?"}, "take": "first",
         "outcome": {"type": "enum", "values": ["laag", "middel", "hoog"]},
         "rows": [
           {"id": "minderjarig", "when": {"leeftijd": "< 18", "score": ">= 1"}, "then": "hoog",
            "because": {"nl": "Bij een minderjarige is geen dwangmiddel nodig."}, "see": ["Sr 273f lid 1 sub 2"]},
           {"id": "veel", "when": {"score": ">= 6"}, "then": "hoog"},
           {"id": "enige", "when": {"score": ">= 2"}, "then": "middel"},
           {"id": "overig", "then": "laag"}],
         "source": [{"policy": "Bijlage 2", "confidence": "local"}]},
        {"id": "score", "label": {"nl": "Score"}, "take": "sum", "outcome": {"type": "number", "decimals": 1},
         "rows": [
           {"id": "papieren", "when": {"aanwijzingen": "seen papieren"}, "then": 3},
           {"id": "dagen", "when": {"aanwijzingen": "seen dagen"}, "then": 2},
           {"id": "schuld", "when": {"aanwijzingen": "seen schuld"}, "then": 3},
           {"id": "sector", "when": {"sector": ["hotel", "kas"]}, "then": 1}]},
        {"id": "bestemming", "take": "all", "outcome": {"type": "set", "values": ["politie", "inspectie", "vt"]},
         "rows": [
           {"id": "arbeid", "when": {"vorm": "has arbeid"}, "then": "inspectie"},
           {"id": "zwaar", "when": {"klasse": ["middel", "hoog"]}, "then": "politie"},
           {"id": "kind", "when": {"leeftijd": "< 18"}, "then": "vt"}]},
        {"id": "aanbieder", "take": "only-one", "outcome": {"type": "text"},
         "rows": [
           {"id": "regio", "when": {"ontvangen": ">= 2026-03-01"}, "then": "moviera"},
           {"id": "nog-niet", "when": {"ontvangen": "< 2026-03-01"}, "then": "comensha"}]},
        {"id": "botsing", "take": "only-one", "outcome": {"type": "integer"},
         "rows": [{"id": "a", "when": {"leeftijd": ">= 10"}, "then": 1}, {"id": "b", "when": {"leeftijd": "<= 20"}, "then": 2}]},
        {"id": "eens", "take": "all-agree", "outcome": {"type": "boolean"},
         "rows": [{"id": "a", "when": {"leeftijd": ">= 10"}, "then": true}, {"id": "b", "when": {"leeftijd": "<= 20"}, "then": true}]},
        {"id": "overdragen", "outcome": {"type": "boolean"}, "value": {">": [{"count": {"var": "besluit"}}, 0]}},
        {"id": "ongezien", "take": "first", "outcome": {"type": "boolean"},
         "rows": [{"id": "niet-bekend", "when": {"leeftijd": "unknown"}, "then": true}], "else": false},
        {"id": "totaal", "outcome": {"type": "number", "decimals": 1},
         "value": {"if": [{"==": [{"var": "naam"}, "x"]}, {"*": [{"var": "bedrag"}, 1.5]}, {"+": [{"var": "bedrag"}, 1]}]}},
        {"id": "gemiddeld", "outcome": {"type": "number", "decimals": 2}, "value": {"/": [10, {"var": "leeftijd"}]}},
        {"id": "leeg", "take": "first", "outcome": {"type": "boolean"}, "rows": [{"id": "r", "when": {"sector": "hotel"}, "then": true}]}
      ]})"));
    return book;
}

Json seen(std::vector<std::string> yes, std::vector<std::string> no = {}) {
    return {{"seen", yes}, {"not-seen", no}};
}

std::vector<std::string> needed(const Ruling& ruling) {
    std::vector<std::string> out;
    for (const auto& one : ruling.needed) out.push_back(one.fact);
    return out;
}

} // namespace

TEST_CASE("a minor with a sign always weighs heavily", "[rules]") {
    const auto ruling =
        book().rule("klasse", {{"leeftijd", 16}, {"aanwijzingen", seen({"dagen"})}});
    CHECK(ruling.state == State::decided);
    CHECK(*ruling.outcome == "hoog");
    CHECK(ruling.rows[0].state == RowState::hit);
    CHECK(ruling.used == std::vector<std::string>{"aanwijzingen", "leeftijd"});
    CHECK(ruling.through == std::vector<std::string>{"score"});
}

TEST_CASE("with enough signs the age no longer matters", "[rules]") {
    const auto ruling = book().rule("klasse", {{"aanwijzingen", seen({"papieren", "schuld"})}});
    CHECK(*ruling.outcome == "hoog");
    CHECK(ruling.needed.empty());
    CHECK(ruling.rows[0].state == RowState::open);
    CHECK(ruling.rows[1].state == RowState::hit);
    CHECK(ruling.rows[2].state == RowState::outranked);
}

TEST_CASE("not looked at is not no: a score keeps its bounds", "[rules]") {
    const Json facts{
        {"aanwijzingen", seen({"dagen"}, {"schuld"})}, {"leeftijd", 34}, {"sector", "winkel"}};
    const auto score = book().rule("score", facts);
    CHECK(score.state == State::open);
    REQUIRE(score.possible.size() == 2);
    CHECK(*score.possible[0] == 2);
    CHECK(*score.possible[1] == 5);
    CHECK(*book().rule("klasse", facts).outcome == "middel");
}

TEST_CASE("what is open says what could come and which fact settles it", "[rules]") {
    const auto ruling =
        book().rule("klasse", {{"aanwijzingen", seen({"dagen"}, {"schuld", "papieren"})},
                               {"sector", "winkel"}});
    CHECK(ruling.state == State::open);
    REQUIRE(ruling.possible.size() == 2);
    CHECK(*ruling.possible[0] == "middel");
    CHECK(*ruling.possible[1] == "hoog");
    CHECK(needed(ruling) == std::vector<std::string>{"leeftijd"});
}

TEST_CASE("a set of outcomes is decided when every member is", "[rules]") {
    const Json facts{{"vorm", {"arbeid"}}, {"leeftijd", 34}, {"aanwijzingen", seen({"papieren"})}};
    CHECK(*book().rule("bestemming", facts).outcome == Json({"politie", "inspectie"}));
    const auto open =
        book().rule("bestemming", {{"vorm", {"arbeid"}}, {"aanwijzingen", seen({"papieren"})}});
    CHECK(open.state == State::open);
    CHECK(needed(open) == std::vector<std::string>{"leeftijd"});
}

TEST_CASE("a date in a cell on a moment is that day in Amsterdam", "[rules]") {
    CHECK(*book().rule("aanbieder", {{"ontvangen", "2026-02-28T23:30:00Z"}}).outcome == "moviera");
    CHECK(*book().rule("aanbieder", {{"ontvangen", "2026-02-28T22:59:59Z"}}).outcome == "comensha");
    CHECK(book().rule("aanbieder", {}).state == State::open);
}

TEST_CASE("rows that may not hold together are a conflict, not the first of them", "[rules]") {
    CHECK(book().rule("botsing", {{"leeftijd", 15}}).state == State::conflict);
    CHECK(*book().rule("botsing", {{"leeftijd", 30}}).outcome == 1);
    CHECK(*book().rule("eens", {{"leeftijd", 15}}).outcome == true);
    CHECK(*book().rule("eens", {}).outcome == true);
}

TEST_CASE("no row, no outcome: not false and not zero", "[rules]") {
    CHECK(book().rule("leeg", {{"sector", "kas"}}).state == State::none);
    CHECK(book().decisions->answer("leeg", book().situation({{"sector", "kas"}})) ==
          Answer::unknown);
    CHECK(*book()
               .rule("score", {{"aanwijzingen", seen({}, {"papieren", "dagen", "schuld"})},
                               {"sector", "winkel"}})
               .outcome == 0);
}

TEST_CASE("a cell on not knowing tests what is known, and is the same in every completion",
          "[rules]") {
    CHECK(*book().rule("ongezien", {}).outcome == true);
    CHECK(*book().rule("ongezien", {{"leeftijd", 3}}).outcome == false);
    CHECK(*book().rule("ongezien", {{"leeftijd", {{"unknown", "asked"}}}}).outcome == true);
}

TEST_CASE("an expression counts a set and waits while it is not told", "[rules]") {
    CHECK(book().rule("overdragen", {}).state == State::open);
    CHECK(*book().rule("overdragen", {{"besluit", Json::array()}}).outcome == false);
    CHECK(*book().rule("overdragen", {{"besluit", seen({"politie"})}}).outcome == true);
}

TEST_CASE("arithmetic is decimal, and rounds half-even at the outcome", "[rules]") {
    CHECK(*book().rule("totaal", {{"naam", "x"}, {"bedrag", 0.1}}).outcome == Json(0.2)); // 0,15
    CHECK(*book().rule("totaal", {{"naam", "y"}, {"bedrag", 0.25}}).outcome == Json(1.2));
    CHECK(*book().rule("gemiddeld", {{"leeftijd", 4}}).outcome == Json(2.5));
    CHECK(book().rule("gemiddeld", {{"leeftijd", 0}}).state == State::none);
}

TEST_CASE("the reasons are sentences, and hold no value about a person", "[rules]") {
    const auto why = book().why("klasse", {{"leeftijd", 16}, {"aanwijzingen", seen({"dagen"})}});
    CAPTURE(why);
    CHECK(why.find("Hoe zwaar weegt het? hoog.") == 0);
    CHECK(why.find("«Leeftijd» is hoogstens 17") != std::string::npos);
    CHECK(why.find("Bij een minderjarige is geen dwangmiddel nodig. (zie Sr 273f lid 1 sub 2)") !=
          std::string::npos);
    const auto open = book().why("klasse", {});
    CHECK(open.find("nog niet te zeggen (laag, middel of hoog)") != std::string::npos);
    CHECK(open.find("? overig: gaat op als geen rij hierboven opgaat.") != std::string::npos);
    CHECK(book().rule("klasse", {}).rows.back().state == RowState::open);
}

TEST_CASE("the next question names who can answer, and nothing is asked twice", "[rules]") {
    const Json facts{{"aanwijzingen", seen({"dagen"}, {"schuld", "papieren"})},
                     {"sector", "winkel"}};
    const auto situation = book().situation(facts);
    const auto questions =
        book().decisions->ask(book().decisions->rule("klasse", situation), situation, Lang::nl);
    REQUIRE(questions.size() == 1);
    CHECK(questions[0].words == "Hoe oud is zij of hij?");
    CHECK(questions[0].who == "melder");
    Json asked = facts;
    asked["leeftijd"] = {{"unknown", "asked"}};
    const auto after = book().situation(asked);
    CHECK(book().decisions->ask(book().decisions->rule("klasse", after), after, Lang::nl).empty());
}
