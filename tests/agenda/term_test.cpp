// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "agenda/example.hpp"
#include "catch.hpp"

using namespace meldroute;
using example::calendars;
using example::code_of;
using example::term;

TEST_CASE("a term is read as it is written", "[term]") {
    const auto terms = Terms::read(JsonNode::parse(R"({
        "$schema": "../schema/terms.schema.json",
        "terms": {"bibob.lbb-advies": {
            "label": {"nl": "Advies van het Landelijk Bureau Bibob"},
            "length": {"weeks": 8}, "from": "bibob.advies-gevraagd", "calendar": "wettelijk",
            "suspended": [{"from": "bibob.gegevens-gevraagd", "until": "bibob.gegevens-ontvangen"}],
            "extend": {"by": {"weeks": 4}, "times": 1},
            "source": [{"law": "Wet Bibob", "article": "15", "confidence": "read"}]}}})",
                                                   "terms.json"),
                                   calendars());
    const Term& advice = *terms.find("bibob.lbb-advies");
    CHECK(advice.label.nl == "Advies van het Landelijk Bureau Bibob");
    CHECK(advice.from == "bibob.advies-gevraagd");
    CHECK(advice.calendar == "wettelijk");
    CHECK(advice.extend->by == Length{Length::Unit::weeks, 4});
    CHECK(advice.extend->times == 1);
    CHECK(advice.source.front().words(Lang::nl) == "Wet Bibob, artikel 15");
    REQUIRE(advice.readings.size() == 1);
    CHECK(advice.readings[0].length == Length{Length::Unit::weeks, 8});
    CHECK(advice.readings[0].suspended[0].until == "bibob.gegevens-ontvangen");
    CHECK_FALSE(advice.readings[0].suspended[0].inclusive);
    CHECK(advice.readings[0].month_end == MonthEnd::clamp);
    CHECK(terms.find("bibob.advies") == nullptr);
}

TEST_CASE("a reading says only in what it differs", "[term]") {
    const auto both = term(R"("length": {"months": 3}, "month-end": "roll", "readings": [
        {"label": "gewoon"}, {"label": "Dublin", "length": {"days": 30}, "inclusive": true}])");
    REQUIRE(both.readings.size() == 2);
    CHECK(both.readings[0].label.nl == "gewoon");
    CHECK(both.readings[0].length == Length{Length::Unit::months, 3});
    CHECK(both.readings[1].length == Length{Length::Unit::days, 30});
    CHECK(both.readings[1].inclusive);
    CHECK(both.readings[1].month_end == MonthEnd::roll);
}

TEST_CASE("a term that cannot be is refused", "[term]") {
    const auto [keys, code] = GENERATE(table<std::string, std::string>({
        {R"("label": "zonder duur")", "M1011"},
        {R"("length": {"weeks": 0})", "M1401"},
        {R"("length": {"weeks": -2})", "M1401"},
        {R"("length": {"weeks": 1.5})", "M1401"},
        {R"("length": {"weeks": 10000})", "M1401"},
        {R"("length": {"fortnights": 1})", "M1401"},
        {R"("length": {"weeks": 1, "days": 2})", "M1401"},
        {R"("length": {})", "M1401"},
        {R"("length": {"days": 1}, "calendar": "werkdagn")", "M1402"},
        {R"("length": {"weeks": 1}, "calendar": "werkdagen")", "M1406"},
        {R"("length": {"days": 1}, "kalender": "werkdagen")", "M1010"},
        {R"("length": {"days": 1}, "month-end": "last")", "M1013"},
        {R"("length": {"days": 1}, "extend": {"by": {"hours": 1}, "times": 1})", "M1406"},
        {R"("length": {"days": 1}, "extend": {"by": {"days": 1}, "times": 0})", "M1401"},
        {R"("length": {"hours": 1}, "calendar": "werkdagen")", "M1406"},
        {R"("length": {"hours": 1}, "inclusive": true)", "M1406"},
        {R"("length": {"days": 1}, "suspended": [{"from": "zaak.a"}])", "M1011"},
        {R"("length": {"days": 1}, "suspended": [{"from": "a", "until": "zaak.b"}])", "M1405"},
        {R"("length": {"days": 1}, "at-once": true)", "M1406"},
        {R"("length": {"days": 1}, "backwards": true, "extend": {"by": {"days": 1}, "times": 1})",
         "M1406"},
        {R"("length": {"days": 1}, "readings": [{"label": "een"}])", "M1412"},
        {R"("readings": [{"label": "een"}, {"label": "twee", "length": {"days": 1}}])", "M1011"},
    }));
    CAPTURE(keys);
    CHECK(code_of([&keys = keys] { term(keys); }) == code);
}

TEST_CASE("a fault in a term says where it stands and what may be meant", "[term]") {
    const auto text = "{\"terms\": {\"proef\": {\"from\": \"zaak.begonnen\",\n"
                      "  \"length\": {\"days\": 1}, \"calendar\": \"werkdagn\"}}}";
    try {
        Terms::read(JsonNode::parse(text, "terms.json"), calendars());
        FAIL("that calendar is not there");
    } catch (const RulebookError& error) {
        CHECK(error.code() == "M1402");
        CHECK(error.place().file == "terms.json");
        CHECK(error.place().line == 2);
        CHECK(error.place().pointer == "/terms/proef/calendar");
        CHECK(error.words() == std::vector<std::string>{"werkdagn", "werkdagen"});
    }
}

TEST_CASE("a term has one id and one event", "[term]") {
    const auto file = [](const std::string& id, const std::string& from) {
        return JsonNode::parse(R"({"terms": {")" + id + R"(": {"at-once": true, "from": ")" + from +
                                   "\"}}}",
                               "t.json");
    };
    auto terms = Terms::read(file("melden", "zaak.begonnen"), calendars());
    CHECK(terms.find("melden")->at_once);
    CHECK(code_of([&] { terms.add(file("melden", "zaak.begonnen"), calendars()); }) == "M1404");
    CHECK(code_of([&] { terms.add(file("Melden", "zaak.begonnen"), calendars()); }) == "M1004");
    CHECK(code_of([&] { terms.add(file("bellen", "begonnen"), calendars()); }) == "M1405");
}
