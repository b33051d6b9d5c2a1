// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/desk/stories.hpp>

#include "catch.hpp"

#include <nlohmann/json.hpp>

using namespace meldroute;

namespace {

const std::shared_ptr<const Rulebook>& rulebook() {
    static const auto book =
        Rulebook::load(std::string(MELDROUTE_SOURCE_DIR) + "/rules/ijsselstreek");
    return book;
}

Json table(Json rows) {
    return {{"name", "leeftijd"},
            {"table",
             {{"given", {{"gevaar.acuut", false}, {"aanwijzingen", {"schoolverzuim"}}}},
              {"facts", {"slachtoffer.leeftijd", "slachtoffer.lijkt-minderjarig"}},
              {"expect", {"slachtoffer.minderjarig", "weging.klasse"}},
              {"rows", std::move(rows)}}}};
}

std::vector<TestResult> run(const Json& test) {
    return run_tests(rulebook(), JsonNode::parse(test.dump(), "test.json"));
}

} // namespace

TEST_CASE("each row of a table is a test of its own, with the table's name and its number") {
    const auto results = run(table({{17, nullptr, "ja", "hoog"}, {18, true, "nee", "middel"}}));
    REQUIRE(results.size() == 2);
    CHECK(results[0].name == "leeftijd, rij 1");
    CHECK(results[1].name == "leeftijd, rij 2");
    CHECK(results[0].passed());
    CHECK(results[1].passed());
}

TEST_CASE("an empty cell tells nothing, and expects nothing") {
    const auto results =
        run(table({{nullptr, nullptr, {{"undecided", {"nee", "ja"}}}, nullptr},
                   {nullptr, true, nullptr, "hoog"},
                   {nullptr, nullptr, "onbeslist", {{"undecided", {"hoog", "middel"}}}}}));
    for (const TestResult& result : results) {
        CAPTURE(result.name);
        CHECK(result.passed());
    }
}

TEST_CASE("a row that goes otherwise says on one line what was expected, what came, and why") {
    const auto results = run(table({{17, nullptr, "nee", "hoog"},
                                    {nullptr, nullptr, "ja", nullptr},
                                    {18, nullptr, {{"undecided", {"ja", "nee"}}}, nullptr}}));
    REQUIRE(results.size() == 3);
    const auto line = [&](std::size_t i) { return results[i].failures.at(0).words(Lang::nl); };
    CHECK(line(0) ==
          "slachtoffer.minderjarig: verwacht nee, kreeg ja; want: rij jonger-dan-18 geldt");
    CHECK(line(1).find("verwacht ja, kreeg onbeslist; want: ") != std::string::npos);
    CHECK(line(1).find("nog nodig: slachtoffer.l") != std::string::npos);
    CHECK(line(2).find("verwacht onbeslist, kreeg nee") != std::string::npos);
    CHECK(results[0].failures.size() == 1);
}

TEST_CASE("a table that cannot be meant is refused with its place, and shows no fact's value") {
    Json short_row = table({{17, nullptr, "ja"}}),
         wrong_value = table({{"geheim", nullptr, "ja", "hoog"}}),
         no_decision = table({{17, nullptr, "ja", "hoog"}}), no_key = no_decision;
    no_decision["table"]["expect"][1] = "weging.klas";
    no_key["table"]["columns"] = Json::array();
    const std::vector<std::pair<Json, Fault>> wrong{{short_row, Fault::test_row_unfit},
                                                    {wrong_value, Fault::number_malformed},
                                                    {no_decision, Fault::decision_unknown},
                                                    {no_key, Fault::key_unknown}};
    for (const auto& [test, fault] : wrong) {
        try {
            run(test);
            FAIL("was read: " << test.dump());
        } catch (const RulebookError& error) {
            CAPTURE(error.text(Lang::en));
            CHECK(error.place().line == 1);
            CHECK(error.text(Lang::en).find("geheim") == std::string::npos);
            if (fault != Fault::number_malformed) CHECK(error.fault() == fault);
        }
    }
}
