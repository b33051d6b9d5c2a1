// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// One situation in which several decisions say what is wanted, or none: against trying them all.

#include "catch.hpp"
#include "rules/support.hpp"

#include <meldroute/proofs/proofs.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace meldroute;

namespace {

const char* const facts = R"([
    {"id": "kleur", "type": "enum", "values": ["rood", "geel", "groen", "blauw"]},
    {"id": "getal", "type": "integer", "min": 0, "max": 9},
    {"id": "vlag", "type": "boolean"}])";

Json table(const std::string& id, const Json& when) {
    return {{"id", id},
            {"take", "first"},
            {"outcome", {{"type", "boolean"}}},
            {"rows", Json::array({{{"id", "rij"}, {"when", when}, {"then", true}}})},
            {"else", false}};
}

const std::vector<Json> tables{
    table("is-rood", {{"kleur", "rood"}}),
    table("is-groen", {{"kleur", "groen"}}),
    table("warm", {{"kleur", Json::array({"rood", "geel"})}}),
    table("laag", {{"getal", "< 4"}}),
    table("midden", {{"getal", "3..6"}}),
    table("laag-en-vlag", {{"laag", true}, {"vlag", true}}),
};

} // namespace

TEST_CASE("a situation where decisions say so is found exactly when there is one", "[proofs]") {
    const SmallBook book(
        JsonNode::wrap({{"facts", Json::parse(facts)}, {"decisions", tables}}, "boek"));
    std::vector<Situation> everything;
    for (const char* colour : {"rood", "geel", "groen", "blauw"})
        for (int number = 0; number < 10; ++number)
            for (const bool flag : {false, true})
                everything.push_back(
                    book.situation({{"kleur", colour}, {"getal", number}, {"vlag", flag}}));
    const auto holds = [&](const Situation& situation, const std::vector<Wanted>& wanted) {
        return std::all_of(wanted.begin(), wanted.end(), [&](const Wanted& one) {
            return (book.decisions->answer(one.decision, situation) == Answer::yes) == one.yes;
        });
    };
    int some = 0, none = 0;
    for (const auto& a : tables)
        for (const auto& b : tables)
            for (const auto& c : tables)
                for (int says = 0; says < 8; ++says) {
                    const std::vector<Wanted> wanted{{a["id"], (says & 1) != 0},
                                                     {b["id"], (says & 2) != 0},
                                                     {c["id"], (says & 4) != 0}};
                    const bool possible =
                        std::any_of(everything.begin(), everything.end(),
                                    [&](const auto& one) { return holds(one, wanted); });
                    const auto found = situation_where(*book.decisions, wanted);
                    CAPTURE(wanted[0].decision, wanted[1].decision, wanted[2].decision, says);
                    REQUIRE(found.sure);
                    REQUIRE(found.facts->is_null() != possible);
                    ++(possible ? some : none);
                }
    CHECK(some > 100);
    CHECK(none > 100);
}
