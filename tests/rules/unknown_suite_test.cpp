// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The suite of unknowns, which is data for any engine, on ours. Its hidden test writes random cases.

#include "catch.hpp"
#include "rules/brute.hpp"
#include "rules/random_situation.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>

using namespace meldroute;

namespace {

/// A ruling in the words of the suite.
Json said(const Ruling& ruling) {
    Json out{{"state", word(ruling.state)}};
    if (ruling.state == Ruling::State::decided) out["outcome"] = *ruling.outcome;
    if (ruling.state != Ruling::State::open) return out;
    out["possible"] = Json::array();
    out["needed"] = Json::array();
    for (const auto& one : ruling.possible) out["possible"].push_back(*one);
    for (const auto& [fact, items] : ruling.needed) {
        out["needed"].push_back({{"fact", fact}});
        if (!items.empty()) out["needed"].back()["items"] = items;
    }
    return out;
}

} // namespace

TEST_CASE("every case of the suite of unknowns comes out as it says", "[rules]") {
    const auto folder = std::filesystem::path(MELDROUTE_SOURCE_DIR) / "tests/suites/unknown";
    int cases = 0;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() != ".json" || file.path().stem() == "schema") continue;
        std::ifstream stream(file.path());
        const Json suite = Json::parse(stream);
        for (const Json& one : suite.at("books")) {
            const Json json{{"facts", one.at("vocabulary")}, {"decisions", one.at("decisions")}};
            const SmallBook book(JsonNode::wrap(json, file.path().filename().string()));
            for (const Json& wanted : one.at("cases")) {
                Json expected = wanted;
                for (const auto* key : {"name", "decision", "facts"}) expected.erase(key);
                CAPTURE(file.path().filename().string(), wanted.at("name").get<std::string>());
                const auto id = wanted.at("decision").get<std::string>();
                CHECK(said(book.rule(id, wanted.at("facts"))) == expected);
                ++cases;
            }
        }
    }
    CHECK(cases >= 100);
}

TEST_CASE("random cases for the suite of unknowns", "[.][write]") {
    Dice dice{2026};
    Json books = Json::array();
    while (books.size() < 120) {
        const RandomSituation random(dice);
        const Json json = random.book();
        const plain::Brute brute(json, random.facts(), RandomSituation::asked);
        if (brute.completions() < 2) continue;
        const SmallBook book(JsonNode::wrap(json, "geval"));
        Json one = said(book.rule(RandomSituation::asked, random.facts()));
        one["name"] = "random case " + std::to_string(books.size() + 1);
        one["decision"] = RandomSituation::asked;
        one["facts"] = random.facts();
        books.push_back({{"vocabulary", json["facts"]},
                         {"decisions", json["decisions"]},
                         {"cases", Json::array({one})}});
    }
    std::cout
        << Json{{"subject", "Random books that use the whole language"}, {"books", books}}.dump(1)
        << '\n';
}
