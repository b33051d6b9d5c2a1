// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "facts/support.hpp"

#include <meldroute/facts/situation.hpp>

#include <nlohmann/json.hpp>

using namespace meldroute;

namespace {

Vocabulary signal_facts() {
    Vocabulary vocabulary;
    const auto facts = node(R"([
        {"id": "gevaar.acuut", "type": "boolean"},
        {"id": "slachtoffer.leeftijd", "type": "integer", "min": 0, "max": 120},
        {"id": "huur.per-bed", "type": "number", "decimals": 2, "min": 0},
        {"id": "melding.dag", "type": "date"},
        {"id": "melding.ontvangen", "type": "moment"},
        {"id": "melding.tekst", "type": "text"},
        {"id": "locatie.sector", "type": "enum", "values": ["hotel", "camping", "teelt"]},
        {"id": "vorm", "type": "set", "values": ["seksueel", "arbeid", "crimineel"]},
        {"id": "aanwijzingen", "type": "checklist",
         "items": ["hoge-schuld", "geen-pas", "slaapt-op-werk"]}
    ])");
    for (const auto& fact : facts.items()) vocabulary.declare(fact, {});
    return vocabulary;
}

const Vocabulary vocabulary = signal_facts();

Situation told(const std::vector<std::string>& tellings) {
    Situation situation(vocabulary);
    for (const auto& facts : tellings) situation.tell(node(facts));
    return situation;
}

bool known(const Situation& situation, std::string_view id) {
    return situation.known(*vocabulary.find(id));
}

} // namespace

TEST_CASE("what nobody told is unknown: not false, not zero, not empty", "[facts][situation]") {
    const Situation nothing(vocabulary);

    for (std::size_t slot = 0; slot < vocabulary.size(); ++slot) CHECK_FALSE(nothing.known(slot));
    CHECK(nothing.json() == Json::object());
    CHECK(nothing != told({R"({"gevaar.acuut": false})"}));
    CHECK(nothing != told({R"({"slachtoffer.leeftijd": 0})"}));
    CHECK(nothing != told({R"({"melding.tekst": ""})"}));
    CHECK(nothing != told({R"({"vorm": []})"}));
}

TEST_CASE("what is told later is merged with what was known", "[facts][situation]") {
    struct Row {
        std::string meaning;
        std::vector<std::string> tellings;
        std::string stored;
    };
    const auto row = GENERATE(values<Row>({
        {"a scalar is replaced",
         {R"({"gevaar.acuut": true})", R"({"gevaar.acuut": false})"},
         R"({"gevaar.acuut": false})"},
        {"null means that nothing was told",
         {R"({"gevaar.acuut": true})", R"({"gevaar.acuut": null, "vorm": null})"},
         R"({"gevaar.acuut": true})"},
        {"an array is the complete set",
         {R"({"vorm": ["arbeid"]})"},
         R"({"vorm": {"seen": ["arbeid"], "not-seen": ["seksueel", "crimineel"]}})"},
        {"an empty array is known: none of them",
         {R"({"vorm": []})"},
         R"({"vorm": {"seen": [], "not-seen": ["seksueel", "arbeid", "crimineel"]}})"},
        {"part of a set leaves the rest unknown",
         {R"({"vorm": {"seen": ["arbeid"]}})"},
         R"({"vorm": {"seen": ["arbeid"], "not-seen": []}})"},
        {"a set is replaced",
         {R"({"vorm": ["arbeid"]})", R"({"vorm": {"seen": ["seksueel"], "not-seen": []}})"},
         R"({"vorm": {"seen": ["seksueel"], "not-seen": []}})"},
        {"a set is replaced, also by one of which nothing is known",
         {R"({"vorm": ["arbeid"]})", R"({"vorm": {"seen": [], "not-seen": []}})"},
         "{}"},
        {"items of a checklist are merged one by one",
         {R"({"aanwijzingen": {"seen": ["hoge-schuld"], "not-seen": ["geen-pas"]}})",
          R"({"aanwijzingen": {"seen": ["geen-pas"]}})",
          R"({"aanwijzingen": {"not-seen": ["hoge-schuld"]}})"},
         R"({"aanwijzingen": {"seen": ["geen-pas"], "not-seen": ["hoge-schuld"]}})"},
        {"nothing looked at leaves a checklist as it was",
         {R"({"aanwijzingen": {"seen": ["geen-pas"]}})", R"({"aanwijzingen": {"seen": []}})"},
         R"({"aanwijzingen": {"seen": ["geen-pas"], "not-seen": []}})"},
        {"an array is the complete checklist too",
         {R"({"aanwijzingen": {"seen": ["geen-pas"]}})", R"({"aanwijzingen": ["hoge-schuld"]})"},
         R"({"aanwijzingen": {"seen": ["hoge-schuld"],
                              "not-seen": ["geen-pas", "slaapt-op-werk"]}})"},
        {"members stand in their declared order",
         {R"({"vorm": {"seen": ["crimineel", "seksueel"]}})"},
         R"({"vorm": {"seen": ["seksueel", "crimineel"], "not-seen": []}})"},
        {"why something is not known is kept",
         {R"({"slachtoffer.leeftijd": {"unknown": "declined"}, "vorm": {"unknown": "asked"}})"},
         R"({"slachtoffer.leeftijd": {"unknown": "declined"}, "vorm": {"unknown": "asked"}})"},
        {"what was known can turn out not to be",
         {R"({"gevaar.acuut": true, "aanwijzingen": ["geen-pas"]})",
          R"({"gevaar.acuut": {"unknown": "asked"}, "aanwijzingen": {"unknown": "not-asked"}})"},
         R"({"gevaar.acuut": {"unknown": "asked"}})"},
        {"what was declined can still be told",
         {R"({"vorm": {"unknown": "declined"}, "gevaar.acuut": {"unknown": "asked"}})",
          R"({"vorm": {"seen": ["arbeid"]}, "gevaar.acuut": true})"},
         R"({"vorm": {"seen": ["arbeid"], "not-seen": []}, "gevaar.acuut": true})"},
        {"a moment is stored in UTC",
         {R"({"melding.ontvangen": "2026-06-02T10:20:00+02:00"})"},
         R"({"melding.ontvangen": "2026-06-02T08:20:00Z"})"},
        {"a text is stored as it was told",
         {R"({"melding.tekst": "Een \"bed\" op zolder"})"},
         R"({"melding.tekst": "Een \"bed\" op zolder"})"},
    }));
    CAPTURE(row.meaning);

    CHECK(told(row.tellings).json() == node(row.stored).json());
}

TEST_CASE("a fact that is forgotten was never told", "[facts][situation]") {
    const Situation nothing(vocabulary);
    for (const auto* facts : {R"({"slachtoffer.leeftijd": 16})", R"({"vorm": ["arbeid"]})",
                              R"({"melding.tekst": "Zij zei niets"})",
                              R"({"aanwijzingen": {"not-seen": ["geen-pas"]}})",
                              R"({"vorm": {"unknown": "declined"}})"}) {
        Situation situation = told({facts});
        for (std::size_t slot = 0; slot < vocabulary.size(); ++slot) {
            situation.forget(slot);
            CHECK(situation.bare(slot).value == 0);
            CHECK(situation.bare(slot).rest == 0);
        }
        CHECK(situation == nothing);
    }
}

TEST_CASE("a value within its limits can be put as it would be told", "[facts][situation]") {
    const auto slot = [](std::string_view id) { return vocabulary.find(id).value(); };
    Situation situation = told({R"({"slachtoffer.leeftijd": {"unknown": "asked"}})"});
    situation.put_value(slot("slachtoffer.leeftijd"), 16);
    situation.put_members(slot("vorm"), 0b010, 0b101);
    const auto same = told({R"({"slachtoffer.leeftijd": 16, "vorm": ["arbeid"]})"});
    CHECK(situation == same);
    CHECK(situation.bare(slot("vorm")).value == same.bare(slot("vorm")).value);
    CHECK(situation.bare(slot("vorm")).rest == same.bare(slot("vorm")).rest);
    CHECK(situation.bare(slot("slachtoffer.leeftijd")).rest == 1);
}

TEST_CASE("a set is known when each of its members is", "[facts][situation]") {
    CHECK(known(told({R"({"vorm": []})"}), "vorm"));
    CHECK_FALSE(known(told({R"({"vorm": {"seen": ["arbeid"]}})"}), "vorm"));
    CHECK(known(told({R"({"aanwijzingen": {"seen": ["geen-pas"]}})",
                      R"({"aanwijzingen": {"not-seen": ["hoge-schuld", "slaapt-op-werk"]}})"}),
                "aanwijzingen"));
    CHECK(known(told({R"({"gevaar.acuut": false})"}), "gevaar.acuut"));
    CHECK_FALSE(known(told({R"({"gevaar.acuut": {"unknown": "asked"}})"}), "gevaar.acuut"));
}

TEST_CASE("a telling that is refused changes nothing and repeats nothing", "[facts][situation]") {
    struct Row {
        std::string facts, code;
        Words words;
    };
    const std::string reasons = R"({"unknown": "not-asked" / "asked" / "declined"})";
    const std::string parts = R"(["…"], {"seen": ["…"], "not-seen": ["…"]})";
    const auto row = GENERATE_COPY(values<Row>({
        {R"({"gevaar.acut": true})", "M1101", {"gevaar.acut", "gevaar.acuut"}},
        {R"({"Geheim Jansen": true})", "M1101", {"…", ""}},
        {R"({"Gevaar.acuut": true})", "M1101", {"…", "gevaar.acuut"}},
        {R"({"slachtoffer.leeftijd": "geheim"})", "M1103", {"slachtoffer.leeftijd", "0, 1, 2 …"}},
        {R"({"slachtoffer.leeftijd": 123})", "M1105", {"slachtoffer.leeftijd", "0", "120"}},
        {R"({"huur.per-bed": -1.25})", "M1105", {"huur.per-bed", "0", "10000000000000"}},
        {R"({"huur.per-bed": "geheim"})", "M1008", {"9"}},
        {R"({"melding.dag": "geheim"})", "M1005", {}},
        {R"({"melding.ontvangen": "geheim"})", "M1006", {}},
        {R"({"melding.tekst": ["geheim"]})", "M1103", {"melding.tekst", "\"…\""}},
        {R"({"locatie.sector": "geheim"})", "M1104", {"locatie.sector"}},
        {R"({"locatie.sector": {"geheim": 1}})", "M1103", {"locatie.sector", "\"…\""}},
        {R"({"vorm": ["geheim"]})", "M1104", {"vorm"}},
        {R"({"vorm": "geheim"})", "M1103", {"vorm", parts}},
        {R"({"vorm": {}})", "M1103", {"vorm", parts}},
        {R"({"vorm": {"geheim": []}})", "M1103", {"vorm", parts}},
        {R"({"vorm": {"seen": [], "geheim": []}})", "M1103", {"vorm", parts}},
        {R"({"vorm": {"seen": "geheim"}})", "M1103", {"vorm", "[\"…\"]"}},
        {R"({"vorm": {"seen": ["arbeid"], "not-seen": ["arbeid"]}})", "M1110", {"vorm"}},
        {R"({"aanwijzingen": {"not-seen": ["geheim"]}})", "M1104", {"aanwijzingen"}},
        {R"({"gevaar.acuut": {"unknown": "geheim"}})", "M1103", {"gevaar.acuut", reasons}},
        {R"({"gevaar.acuut": {"unknown": "asked", "geheim": 1}})",
         "M1103",
         {"gevaar.acuut", reasons}},
        {R"(["geheim"])", "M1012", {"{\"…\": …}"}},
    }));
    CAPTURE(row.facts);
    Situation situation(vocabulary);
    const auto tell = [&] { situation.tell(node(row.facts)); };

    CHECK(code_of(tell) == row.code);
    CHECK(words_of(tell) == row.words);
    CHECK(situation == Situation(vocabulary));
    try {
        tell();
    } catch (const Error& error) {
        for (const auto& text : {error.text(Lang::nl), error.text(Lang::en)}) {
            CAPTURE(text);
            CHECK(text.find("eheim") == std::string::npos);
            CHECK(text.find("melding.json:1") != std::string::npos);
        }
    }
}

TEST_CASE("one wrong fact keeps out all that was told with it", "[facts][situation]") {
    auto situation = told({R"({"gevaar.acuut": true, "aanwijzingen": {"seen": ["geen-pas"]}})"});
    const auto before = situation;

    CHECK_THROWS_AS(situation.tell(node(R"({"aanwijzingen": {"seen": ["hoge-schuld"]},
                                            "gevaar.acuut": false, "vorm": ["arbeit"]})")),
                    RulebookError);
    CHECK(situation == before);
}

TEST_CASE("a wrong fact is found by its line and pointer", "[facts][situation]") {
    Situation situation(vocabulary);
    try {
        situation.tell(node("{\"gevaar.acuut\": true,\n \"vorm\": {\"seen\": [\"arbeit\"]}}"));
        FAIL("a value that is not listed was taken");
    } catch (const RulebookError& error) {
        CHECK(error.place() == Place{"melding.json", 2, 20, "/vorm/seen/0", ""});
    }
}
