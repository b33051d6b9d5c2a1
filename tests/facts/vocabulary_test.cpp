// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "facts/support.hpp"

#include <meldroute/facts/vocabulary.hpp>

using namespace meldroute;

TEST_CASE("a declared fact has a slot, in the order of declaring", "[facts][vocabulary]") {
    Vocabulary vocabulary;
    vocabulary.declare(node(R"({"id": "gevaar.acuut", "type": "boolean"})"), {});
    vocabulary.declare(
        node(R"({"id": "aanwijzingen", "type": "checklist", "items": ["geen-pas"]})"), {});

    CHECK(vocabulary.ids() == Words{"gevaar.acuut", "aanwijzingen"});
    CHECK(vocabulary.find("aanwijzingen") == 1);
    CHECK_FALSE(vocabulary.find("aanwijzing"));
    CHECK(vocabulary[1].type.kind == Kind::checklist);
}

TEST_CASE("a fact says what it is, how to ask for it, and what it rests on",
          "[facts][vocabulary]") {
    Vocabulary vocabulary;
    vocabulary.declare(node(R"({
        "id": "slachtoffer.leeftijd", "type": "integer", "min": 0, "max": 120, "unit": "jaar",
        "personal": "ordinary", "label": {"nl": "Leeftijd", "en": "Age"},
        "ask": {"nl": "Hoe oud is zij of hij?", "who": "melder"},
        "source": [{"policy": "werkafspraak", "confidence": "local"}]})"),
                       {});

    const auto& fact = vocabulary[0];
    CHECK(fact.type.unit == "jaar");
    CHECK(fact.personal == Personal::ordinary);
    CHECK(fact.label.in(Lang::en) == "Age");
    CHECK(fact.question.nl == "Hoe oud is zij of hij?");
    CHECK(fact.who == "melder");
    CHECK(fact.sources.at(0).title == "werkafspraak");
}

TEST_CASE("a fact without a question is asked for by its label, or by its id",
          "[facts][vocabulary]") {
    Vocabulary vocabulary;
    vocabulary.declare(
        node(R"({"id": "a", "type": "date", "label": "Datum", "ask": {"who": "melder"}})"), {});
    vocabulary.declare(node(R"({"id": "b", "type": "date"})"), {});

    CHECK(vocabulary[0].question.nl == "Datum");
    CHECK(vocabulary[0].who == "melder");
    CHECK(vocabulary[1].question.nl == "b");
    CHECK(vocabulary[1].personal == Personal::none);
}

TEST_CASE("a fact that is declared wrongly is refused", "[facts][vocabulary]") {
    struct Row {
        std::string fact, code;
        Words words;
    };
    const auto row = GENERATE(values<Row>({
        {R"({"type": "boolean"})", "M1011", {"id"}},
        {R"({"id": "Gevaar", "type": "boolean"})", "M1004", {"Gevaar"}},
        {R"({"id": "a", "type": "boolean", "lable": "A"})", "M1010", {"lable", "label"}},
        {R"({"id": "a", "type": "boolean", "personal": "specal"})", "M1013", {"specal", "special"}},
        {R"({"id": "a", "type": "boolean", "ask": {"en": "Danger?"}})", "M1011", {"nl"}},
        {R"({"id": "a", "type": "boolean", "ask": {"nl": "?", "whom": "x"}})",
         "M1010",
         {"whom", "who"}},
    }));
    CAPTURE(row.fact);
    Vocabulary vocabulary;

    CHECK(code_of([&] { vocabulary.declare(node(row.fact), {}); }) == row.code);
    CHECK(words_of([&] { vocabulary.declare(node(row.fact), {}); }) == row.words);
    CHECK(vocabulary.size() == 0);
}

TEST_CASE("a fact is declared once: the second time names the first", "[facts][vocabulary]") {
    const auto facts = JsonNode::parse("[{\"id\": \"a\", \"type\": \"date\"},\n"
                                       " {\"id\": \"b\", \"type\": \"date\"}]",
                                       "signaal.json")
                           .items();
    Vocabulary vocabulary;
    for (const auto& fact : facts) vocabulary.declare(fact, {});

    CHECK(words_of([&] { vocabulary.declare(facts[1], {}); }) == Words{"b", "signaal.json:2"});
    CHECK(code_of([&] { vocabulary.declare(facts[1], {}); }) == "M1102");
}
