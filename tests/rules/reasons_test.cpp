// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "rules/support.hpp"

using namespace meldroute;

namespace {

const SmallBook& book() {
    static const SmallBook book(std::string(R"({
      "facts": [
        {"id": "leeftijd", "type": "integer", "min": 0, "max": 120, "personal": "ordinary",
         "label": {"nl": "Leeftijd", "en": "Age"}},
        {"id": "gezondheid", "type": "boolean", "personal": "special", "label": "Is zij of hij ziek?"},
        {"id": "sector", "type": "enum", "values": ["hotel", "kas", "winkel"], "label": "Sector"},
        {"id": "tekens", "type": "checklist", "items": ["papieren", "schuld"], "label": "Wat is gezien?"},
        {"id": "onderwerp", "type": "set", "values": ["persoon", "plek"], "label": "Onderwerp"},
        {"id": "bedrag", "type": "number", "decimals": 2, "min": 0, "max": 1000, "label": "Bedrag"},
        {"id": "sinds", "type": "date", "label": "Sinds"}
      ],
      "decisions": [
        {"id": "kind", "label": "Is het een kind?", "outcome": {"type": "boolean"}, "take": "first",
         "rows": [{"id": "jong", "when": {"leeftijd": "< 18"}, "then": true}], "else": false},
        {"id": "score", "label": {"nl": "Punten", "en": "Points"}, "outcome": {"type": "integer"}, "take": "sum",
         "rows": [
           {"id": "papieren", "when": {"tekens": "seen papieren"}, "then": 3},
           {"id": "schuld", "when": {"tekens": "seen schuld"}, "then": 1},
           {"id": "kas", "when": {"sector": "kas"}, "then": 2}]},
        {"id": "klasse", "label": {"nl": "Hoe zwaar weegt het?", "en": "How serious is it?"},
         "outcome": {"type": "enum", "values": ["laag", "middel", "hoog"]}, "take": "first",
         "rows": [
           {"id": "kind", "when": {"kind": true, "score": ">= 1"}, "then": "hoog", "because": "Een kind gaat voor."},
           {"id": "veel", "when": {"score": ">= 5"}, "then": "hoog"},
           {"id": "winkel", "when": {"sector": "winkel"}, "then": "middel"},
           {"id": "overig", "then": "laag"}],
         "source": [{"policy": "Bijlage", "confidence": "local"}]},
        {"id": "openlijk", "label": "Openlijk", "outcome": {"type": "enum", "values": ["laag", "hoog"]}, "take": "first",
         "rows": [
           {"id": "veel", "when": {"score": ">= 5"}, "then": "hoog", "source": [{"law": "Wet A", "article": "1", "confidence": "assumed"}]},
           {"id": "winkel", "when": {"sector": "winkel"}, "then": "hoog"},
           {"id": "overig", "then": "laag"}]},
        {"id": "genoeg", "label": "Genoeg?", "outcome": {"type": "boolean"},
         "value": {">=": [{"+": [{"var": "score"}, {"var": "bedrag"}]}, 6]}},
        {"id": "later", "label": "Later", "outcome": {"type": "boolean"}, "take": "first",
         "rows": [{"id": "na", "when": {"sinds": ">= 2026-03-01", "bedrag": "< 12.5"}, "then": true}], "else": false}
      ]})"));
    return book;
}

const Audience everybody{Lang::nl, {}}, officer{Lang::nl, Sees::everything()};

Json seen(std::vector<std::string> yes, std::vector<std::string> no) {
    return {{"seen", yes}, {"not-seen", no}};
}

bool has(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

const Json child{{"leeftijd", 16}, {"sector", "kas"}, {"tekens", seen({"papieren"}, {"schuld"})}};

} // namespace

TEST_CASE("reasons tell which rows hold and by what, which do not and why, and on which facts",
          "[rules][why]") {
    const auto why = book().reasons("klasse", child, officer).text();
    CAPTURE(why);
    CHECK(why ==
          "Hoe zwaar weegt het? hoog.\n"
          "  + kind: want het antwoord op «Is het een kind?» is ja en «Punten» is minstens 1 "
          "(hier: 5). Een kind gaat voor.\n"
          "  – winkel: gaat niet op. Nodig is: «Sector» is winkel; hier: kas.\n"
          "  – veel en overig: tellen niet mee, want een rij hierboven gaat voor.\n"
          "  = Is het een kind? ja, want «Leeftijd» is hoogstens 17 (hier: 16).\n"
          "  = Punten: 5, want bij «Wat is gezien» is gezien: papieren (3) en «Sector» is kas "
          "(2).\n"
          "  Gebruikt: Leeftijd: 16 · Sector: kas · Wat is gezien? gezien: papieren; niet "
          "gezien: schuld.\n"
          "  Grond: Bijlage (eigen beleid).\n");
}

TEST_CASE("without a role that may see it, personal data are known or unknown, and nothing that "
          "follows from them is told but the outcome",
          "[rules][why]") {
    const auto reasons = book().reasons("klasse", child, everybody);
    const auto why = reasons.text();
    CAPTURE(why);
    CHECK(reasons.withholds());
    CHECK(why.starts_with("Hoe zwaar weegt het? hoog.\n"));
    CHECK(has(why, "Persoonsgegevens waar dit van afhangt: «Leeftijd» (bekend)"));
    for (const auto* told :
         {"17", "16", "+ ", "een rij hierboven", "Een kind gaat voor", "Is het een kind"})
        CHECK_FALSE(has(why, told));
    CHECK(has(why, "– winkel: gaat niet op")); // says nothing about the child
    CHECK(has(why, "= Punten: 5"));

    const auto json = reasons.json();
    CHECK(json["rows"][0]["state"].is_null());
    CHECK(json["rows"][1]["state"].is_null()); // it would tell whether the first row holds
    CHECK(json["below"][0] ==
          Json{{"decision", "kind"}, {"label", "Is het een kind?"}, {"withheld", true}});
    CHECK(json["facts"][0]["value"].is_null());
    CHECK(json["facts"][0]["known"] == true);

    const auto adult = book().reasons(
        "klasse", {{"sector", "winkel"}, {"tekens", seen({}, {"papieren", "schuld"})}}, everybody);
    CHECK(adult.json()["rows"][0]["state"] == "failed"); // on the points, whoever it is
    CHECK(adult.json()["rows"][2]["state"] == "hit");
}

TEST_CASE("a category that a role may see does not open another", "[rules][why]") {
    const Audience some{Lang::nl, {{Personal::special}}};
    CHECK(book().reasons("klasse", child, some).withholds());
    const Audience ordinary{Lang::nl, {{Personal::ordinary}}};
    CHECK_FALSE(book().reasons("klasse", child, ordinary).withholds());
}

TEST_CASE("no word about a withheld fact depends on its value", "[rules][why][property]") {
    const Json rest{{"sector", "hotel"}, {"tekens", seen({"papieren", "schuld"}, {})}};
    for (const auto* decision : {"klasse", "kind"})
        for (const Lang lang : {Lang::nl, Lang::en}) {
            const auto of = [&](int age) {
                Json facts = rest;
                facts["leeftijd"] = age;
                auto json = book().reasons(decision, facts, {lang, {}}).json();
                json.erase("outcome"); // of the decision that was asked for
                json.erase("words");
                return json;
            };
            CHECK(of(3) == of(17));
            CHECK(of(17) == of(18));
            CHECK(of(18) == of(99));
        }
}

TEST_CASE("what is not known and what is still needed is told by its kind", "[rules][why]") {
    const Json facts{{"tekens", seen({"papieren"}, {})}, {"leeftijd", {{"unknown", "declined"}}}};
    const auto why = book().reasons("klasse", facts, officer).text();
    CAPTURE(why);
    CHECK(has(why, "nog niet te zeggen (laag, middel of hoog)"));
    CHECK(has(why, "? kind: is nog open. Nog niet zeker is: het antwoord op «Is het een kind?» is "
                   "ja."));
    CHECK(has(why, "? overig: gaat op als geen rij hierboven opgaat."));
    CHECK(has(why, "Nog nodig: «Leeftijd» (wil men niet zeggen), «Sector»."));
    const auto points = book().reasons("score", {{"tekens", seen({"papieren"}, {})}}, officer);
    CHECK(has(points.text(), "«Wat is gezien?» (schuld)"));
    const auto open =
        book()
            .reasons("openlijk", {{"sector", "winkel"}, {"tekens", {{"unknown", "asked"}}}},
                     officer)
            .text();
    CAPTURE(open);
    CHECK(has(open,
              "Niet bekend, en maakt hier niet uit: «Wat is gezien?» (gevraagd, niet bekend)."));
}

TEST_CASE("an expression is told step by step", "[rules][why]") {
    const Json facts{
        {"sector", "kas"}, {"bedrag", 2.5}, {"tekens", seen({"schuld"}, {"papieren"})}};
    const auto why = book().reasons("genoeg", facts, everybody).text();
    CAPTURE(why);
    CHECK(has(why, "Genoeg? nee.\n"));
    CHECK(has(why, "  · «Punten» (3) + «Bedrag» (2,5) = 5,5.\n"));
    CHECK(has(why, "  · 5,5 is minstens 6 = nee.\n"));
    const auto json = book().reasons("genoeg", facts, everybody).json();
    CHECK(json["parts"].size() == 2);
}

TEST_CASE("limits are said as people say them", "[rules][why]") {
    const auto why =
        book().reasons("later", {{"sinds", "2026-03-01"}, {"bedrag", 12}}, everybody).text();
    CAPTURE(why);
    CHECK(has(why, "«Bedrag» is lager dan 12,5 (hier: 12)"));
    CHECK(has(why, "«Sinds» is op of na 1-3-2026 (hier: 1-3-2026)"));
}

TEST_CASE("a source says how sure it is, and English stands beside Dutch", "[rules][why]") {
    const Json facts{{"sector", "kas"}, {"tekens", seen({"papieren"}, {"schuld"})}};
    const auto nl = book().reasons("openlijk", facts, everybody).text();
    CHECK(
        has(nl, "veel: want «Punten» is minstens 5 (hier: 5). (Wet A, artikel 1 (niet nagegaan))"));
    const auto en = book().reasons("klasse", child, {Lang::en, Sees::everything()}).text();
    CAPTURE(en);
    CHECK(en.starts_with("How serious is it? hoog.\n"));
    CHECK(has(
        en,
        "because the answer to «Is het een kind?» is yes and «Points» is at least 1 (here: 5)"));
    CHECK(has(en, "does not hold. Needed is: «Sector» is winkel; here: kas."));
}

TEST_CASE("what was asked and is not known, or will not be said, is not asked again",
          "[rules][ask]") {
    const auto asked = [](const Json& age, Lang lang) {
        const auto known = book().situation(
            {{"sector", "hotel"}, {"tekens", seen({"papieren"}, {})}, {"leeftijd", age}});
        std::vector<std::string> words;
        for (const auto& one :
             book().decisions->ask(book().decisions->rule("klasse", known), known, lang))
            words.push_back(one.words);
        return words;
    };
    CHECK(asked(nullptr, Lang::nl) == std::vector<std::string>{"Leeftijd"});
    CHECK(asked({{"unknown", "not-asked"}}, Lang::en) == std::vector<std::string>{"Age"});
    CHECK(asked({{"unknown", "asked"}}, Lang::nl).empty());
    CHECK(asked({{"unknown", "declined"}}, Lang::en).empty());
}

TEST_CASE("what was asked already and is still needed says so", "[rules][why]") {
    const auto told = [](const Json& age, Lang lang) {
        return book()
            .reasons("klasse",
                     {{"sector", "hotel"}, {"tekens", seen({"papieren"}, {})}, {"leeftijd", age}},
                     {lang, Sees::everything()})
            .text();
    };
    CHECK(has(told({{"unknown", "asked"}}, Lang::nl),
              "Nog nodig: «Leeftijd» (gevraagd, niet bekend)"));
    CHECK(has(told({{"unknown", "declined"}}, Lang::en), "Still needed: «Age» (declined to say)"));
    CHECK(has(told(nullptr, Lang::nl), "Nog nodig: «Leeftijd»"));
}

TEST_CASE("reasons over a list speak of the records that are there", "[rules][why]") {
    const auto value = [](const std::string& formula, const Json& records) {
        const SmallBook book(
            R"({"facts": [
            {"id": "personen", "type": "list", "max": 3, "label": "Personen", "fields": [
                {"id": "leeftijd", "type": "integer", "min": 0, "max": 120, "label": "Leeftijd"}]}],
          "decisions": [{"id": "x", "label": "X", "outcome": {"type": ")" +
            std::string(formula.starts_with(R"({"su)") || formula.starts_with(R"({"ma)")
                            ? "integer"
                            : "boolean") +
            R"("}, "value": )" + formula + "}]}");
        return book.reasons("x", {{"personen", records}}, everybody).text();
    };
    const Json two{{{"leeftijd", 40}}, {{"leeftijd", 12}}};
    for (const std::string name : {"some", "all", "none"}) {
        const auto formula =
            "{\"" + name + R"(": [{"var": "personen"}, {"<": [{"var": "leeftijd"}, 18]}]})";
        INFO(value(formula, two));
        CHECK(has(value(formula, two), "Personen"));
        CHECK_FALSE(has(value(formula, two), "3"));
        INFO(value(formula, Json::array()));
        CHECK(has(value(formula, Json::array()), "geen «Personen»"));
    }
    for (const std::string name : {"sum", "max"}) {
        const auto formula = "{\"" + name + R"(": [{"var": "personen"}, {"var": "leeftijd"}]})";
        INFO(value(formula, two));
        CHECK_FALSE(has(value(formula, two), "3"));
    }
}
