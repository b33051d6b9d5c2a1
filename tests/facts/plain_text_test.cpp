// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A report in JSON text is read in one pass where it is plain, and the long way where it is not:
// both must give the same situation, and the long way's faults.

#include "catch.hpp"
#include "dice.hpp"
#include "facts/plain_reader.hpp"
#include "facts/random_telling.hpp"
#include "facts/support.hpp"

using namespace meldroute;

namespace {

/// Everything that a situation shows, and what was wrong.
struct Seen {
    Json json;
    std::vector<std::pair<std::int64_t, std::uint64_t>> bare;
    std::string fault, code;

    bool operator==(const Seen&) const = default;
};

Seen seen(Situation situation, auto tell) {
    Seen out;
    try {
        tell(situation);
    } catch (const Error& error) {
        out.fault = error.text(Lang::nl);
        out.code = error.code();
    }
    out.json = situation.json();
    for (std::size_t slot = 0; slot < situation.vocabulary().size(); ++slot)
        out.bare.emplace_back(situation.bare(slot).value, situation.bare(slot).rest);
    return out;
}

Seen the_long_way(const Situation& before, const std::string& text) {
    return seen(before, [&](Situation& it) { it.tell(JsonNode::parse(text, "melding.json")); });
}

Seen from_text(const Situation& before, const std::string& text) {
    return seen(before, [&](Situation& it) { it.tell(text, "melding.json"); });
}

bool plain(const Vocabulary& vocabulary, const std::string& text) {
    return PlainReader(vocabulary, text).read();
}

/// A few small faults: a byte lost, another in its place, one of JSON's own put in, a piece twice.
std::string damaged(Dice& dice, std::string text) {
    static const std::string signs = "{}[]:,\"\\ 0123456789.-+eE\n\tnulltruefalse\x01\x7f\xc3\xa9";
    for (int times = dice.between(1, 3); times > 0 && !text.empty(); --times) {
        const auto at = std::size_t(dice.below(int(text.size())));
        const char sign = dice.of(signs);
        switch (dice.below(5)) {
        case 0: text.erase(at, std::size_t(dice.between(1, 3))); break;
        case 1: text[at] = sign; break;
        case 2: text.insert(at, 1, sign); break;
        case 3: text.insert(at, text.substr(at, std::size_t(dice.below(21)))); break;
        default: text.resize(at);
        }
    }
    return text;
}

Vocabulary small_vocabulary() {
    Vocabulary out;
    const auto facts = node(R"([{"id": "gevaar", "type": "boolean"},
        {"id": "leeftijd", "type": "integer", "min": 0, "max": 120},
        {"id": "huur", "type": "number", "decimals": 2},
        {"id": "slachtoffers", "type": "list", "max": 2,
         "fields": [{"id": "naam", "type": "text"}]},
        {"id": "dag", "type": "date"}, {"id": "tekst", "type": "text"},
        {"id": "sector", "type": "enum", "values": ["hotel", "teelt"]},
        {"id": "vorm", "type": "set", "values": ["seksueel", "arbeid"]},
        {"id": "gezien", "type": "checklist", "items": ["schuld", "geen-pas"]}])");
    for (const auto& fact : facts.items()) out.declare(fact, {});
    return out;
}

} // namespace

TEST_CASE("a report in text tells what its JSON tells, also when it is damaged",
          "[facts][situation]") {
    Dice dice(2026);
    std::size_t read_at_once = 0, told = 0;
    for (int i = 0; i < cases_or(10000); ++i) {
        const auto vocabulary = random_vocabulary(dice);
        Situation before(vocabulary);
        before.tell(JsonNode::wrap(random_telling(dice, vocabulary), "melding"));
        const auto telling = random_telling(dice, vocabulary);
        const auto whole = dice.below(2) == 0 ? telling.dump() : telling.dump(2);
        const auto text = dice.below(3) == 0 ? whole : damaged(dice, whole);
        CAPTURE(i, text);
        REQUIRE(from_text(before, text) == the_long_way(before, text));
        told += text == whole ? 1 : 0;
        read_at_once += text == whole && plain(vocabulary, text) ? 1 : 0;
    }
    CHECK(read_at_once * 5 > told * 4); // else this test shows little
}

TEST_CASE("a plain report is read in one pass", "[facts][situation]") {
    const auto vocabulary = small_vocabulary();
    const auto text = GENERATE(
        as<std::string>(), "{}", " { } \n", R"({"gevaar":true,"leeftijd":17})",
        R"({"leeftijd": 0, "gevaar": false, "huur": 12.5})", R"({"huur": -3, "tekst": "a b"})",
        R"({"gevaar": null, "dag": "2026-03-31", "sector": "teelt"})",
        R"({"vorm": [], "gezien": ["schuld"]})", R"({"vorm": {"not-seen": ["arbeid"]}})",
        R"({"gezien": {"seen": ["schuld"], "not-seen": ["geen-pas"]}})",
        R"({"sector": {"unknown": "declined"}, "vorm": {"unknown": "asked"}})",
        R"({"tekst": "één café à € 3 in 平塚 🙂"})", R"({"slachtoffers": null})");
    CAPTURE(text);
    CHECK(plain(vocabulary, text));
    CHECK(from_text(Situation(vocabulary), text) == the_long_way(Situation(vocabulary), text));
}

TEST_CASE("what is not plain is left to the long way", "[facts][situation]") {
    const auto vocabulary = small_vocabulary();
    const auto text = GENERATE(
        as<std::string>(), "", "[]", "{", R"({"gevaar":true)", R"({"gevaar":true,})",
        R"({"gevaar":true} x)", R"({"gevaar":true,"gevaar":true})", R"({"gevaar":1})",
        R"({"gevaar":truely})", R"({"leeftijd":-0})", R"({"leeftijd":01})", R"({"leeftijd":1e1})",
        R"({"leeftijd":1.0})", R"({"leeftijd":121})", R"({"leeftijd":12345678901234567890})",
        R"({"huur":1.})", R"({"huur":123456789012345.6})",
        R"({"huur":123456789012345.1234567890123456})", R"({"huur":1.1234567890123456789})",
        R"({"huur":.5})", R"({"huur":1.005})", R"({"huur":"1.5"})", R"({"dag":"2026-02-30"})",
        R"({"dag":"2026-3-1"})", R"({"tekst":"caf\u00e9"})", "{\"tekst\":\"caf\xc3\"}",
        "{\"tekst\":\"\xed\xa0\x80\"}", R"({"sector":"camping"})", R"({"vorm":["arbeid",]})",
        R"({"vorm":{}})", R"({"gezien":{"seen":["schuld"],"not-seen":["schuld"]}})",
        R"({"gezien":{"seen":[],"seen":[]}})",
        R"({"sector":{"unknown":"asked","unknown":"asked"}})", R"({"sector":{"unknown":"soms"}})",
        R"({"sector":{"seen":["hotel"]}})", R"({"slachtoffers":[]})",
        R"({"slachtoffers.0.naam":"Jan"})", R"({"onbekend":1})", "\xEF\xBB\xBF{}");
    CAPTURE(text);
    CHECK_FALSE(plain(vocabulary, text));
    CHECK(from_text(Situation(vocabulary), text) == the_long_way(Situation(vocabulary), text));
}
