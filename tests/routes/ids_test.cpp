// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is written down of the routes: the golden files of their arrows, and the glossary. Before
// the first release arrows may change: MELDROUTE_REWRITE_GOLDEN=1 writes the golden files anew.

#include "catch.hpp"

#include "support.hpp"

#include <meldroute/routes/tables.hpp>

#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>

using namespace meldroute;
using namespace meldroute::testing;

namespace {

const std::string source = MELDROUTE_SOURCE_DIR;

/// `weging --gewogen [intern.overdragen]--> gemeld`
std::string line_of(const Arrow& arrow) {
    std::string line = std::string(arrow.from) + " --" +
                       (arrow.event.empty() ? "(any entry)" : std::string(arrow.event));
    const std::string rule(arrow.rule);
    switch (arrow.kind) {
    case ArrowKind::always: break;
    case ArrowKind::when: line += " [" + rule + "]"; break;
    case ArrowKind::unless: line += " [not " + rule + "]"; break;
    case ArrowKind::optional: line += " [if any " + rule + "]"; break;
    case ArrowKind::next_gate: line += " [next gate]"; break;
    }
    if (!arrow.within.empty()) line += " [within " + std::string(arrow.within) + "]";
    return line + "--> " + std::string(arrow.to) + "\n";
}

std::string read(const std::string& path) {
    std::ifstream file(path);
    REQUIRE(file);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// The first cell of each row of the glossary: `| \`id\` | …`.
std::multiset<std::string> glossary_ids() {
    std::istringstream text(read(source + "/docs/glossary.md"));
    std::multiset<std::string> ids;
    for (std::string line; std::getline(text, line);) {
        if (line.rfind("| `", 0) != 0) continue;
        ids.insert(line.substr(3, line.find('`', 3) - 3));
    }
    return ids;
}

} // namespace

TEST_CASE("the arrows of a route are those of its golden file", "[routes][golden]") {
    const auto id = GENERATE(from_range(route_ids()));
    const std::string path = source + "/tests/golden/routes/" + id + ".arrows";
    std::string arrows;
    for (const Arrow& arrow : describe(id).arrows) arrows += line_of(arrow);

    if (std::getenv("MELDROUTE_REWRITE_GOLDEN") != nullptr) std::ofstream(path) << arrows;
    CHECK(read(path) == arrows);
}

TEST_CASE("every id of a route stands in the glossary, once", "[routes][glossary]") {
    const auto known = glossary_ids();
    std::set<std::string_view> ids;
    for (const auto& id : route_ids()) {
        const RouteTables& tables = describe(id);
        ids.insert(tables.id);
        for (const StepInfo& step : tables.steps) ids.insert(step.id);
        for (const EventInfo& event : tables.events) ids.insert(event.id);
        for (const Arrow& arrow : tables.arrows)
            if (!arrow.rule.empty()) ids.insert(arrow.rule);
    }
    for (const auto id : ids) {
        CAPTURE(id);
        CHECK(known.count(std::string(id)) == 1);
    }
}

TEST_CASE("what two routes both call an event is told to both alike", "[routes]") {
    std::map<std::string_view, bool> deciding;
    for (const auto& id : route_ids())
        for (const EventInfo& event : describe(id).events)
            CHECK(deciding.try_emplace(event.id, event.deciding).first->second == event.deciding);
}

TEST_CASE("the laws of the tables see what breaks them", "[routes][tables]") {
    using Infos = std::vector<StepInfo>;
    const Infos right{
        {"a", -1, 0}, {"b", 0, 0}, {"c", 1, 0, true}, {"d", 0, 1, true}, {"e", -1, 0, true}};

    SECTION("order: a stage whole, track by track") {
        CHECK(listed_from_the_outside_in(right));
        CHECK_FALSE(listed_from_the_outside_in(Infos{{"c", 1, 0, true}, {"b", -1, 0}}));
        CHECK_FALSE(
            listed_from_the_outside_in(Infos{{"a", -1, 0}, {"d", 0, 1, true}, {"b", 0, 0, true}}));
        CHECK_FALSE(listed_from_the_outside_in(
            Infos{{"a", -1, 0}, {"b", 0, 0}, {"d", 0, 1, true}, {"c", 1, 0, true}}));
    }
    SECTION("tracks: an arrow stays in its own") {
        CHECK(keeps_to_its_track(right, {2, 0, 1, -1}));
        CHECK(keeps_to_its_track(right, {0, 0, 4, -1}));
        CHECK(keeps_to_its_track(right, {4, 0, 3, -1}));
        CHECK_FALSE(keeps_to_its_track(right, {2, 0, 3, -1}));
        CHECK_FALSE(keeps_to_its_track(right, {2, 0, 4, -1}));
        CHECK_FALSE(keeps_to_its_track(right, {3, 0, 0, -1}));
    }
    SECTION("ids") {
        CHECK(is_kebab("niet-nodig", false));
        CHECK(is_kebab("gevaar.nu", true));
        for (const auto* id :
             {"", "Weging", "weging.nu", "-weging", "weging-", "we--ging", "9weging", "we ging"})
            CHECK_FALSE(is_kebab(id, false));
        for (const auto* id : {"a.", ".a", "a..b", "a.-b", "a-.b", "a.9"})
            CHECK_FALSE(is_kebab(id, true));
        CHECK_FALSE(ids_are_kebab_and_distinct(std::array<EventInfo, 2>{{{"a"}, {"a"}}}));
    }
}
