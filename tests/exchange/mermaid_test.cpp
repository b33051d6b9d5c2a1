// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/exchange/mermaid.hpp>
#include <meldroute/routes/machines.hpp>

#include "catch.hpp"

#include <fstream>
#include <regex>
#include <sstream>

using namespace meldroute;

namespace {

/// An id with its hyphens as spaces is what people call it.
std::string spoken(std::string_view id) {
    std::string words(id);
    for (char& c : words)
        if (c == '-') c = ' ';
    return words;
}

Body told(std::string_view when, std::vector<std::string> leaves) {
    Body body;
    body.occurred = Moment::parse(when);
    body.here["meldroute-intern"] = {std::move(leaves), 0};
    return body;
}

Way example_way() {
    const std::vector<Body> entries{
        told("2026-06-02T10:20:00+02:00", {"vastgelegd", "nog-te-antwoorden", "geen-acuut-gevaar"}),
        told("2026-06-02T11:00:00+02:00", {"weging", "nog-te-antwoorden", "geen-acuut-gevaar"}),
        told("2026-06-04T09:00:00+02:00", {"gemeld", "nog-te-antwoorden", "geen-acuut-gevaar"}),
        told("2026-06-08T23:30:00+00:00", {"weging", "nog-te-antwoorden", "geen-acuut-gevaar"}),
    };
    return way_of("meldroute-intern", entries);
}

std::string golden(const std::string& name) {
    std::ifstream file(std::string(MELDROUTE_SOURCE_DIR) + "/tests/golden/mermaid/" + name);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> lines_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(stream, line);) lines.push_back(line);
    return lines;
}

} // namespace

TEST_CASE("a way tells when each step was come to, and where the case is now") {
    const Way way = example_way();
    using Days = std::vector<Date>;
    CHECK(way.visited.at("vastgelegd") == Days{Date::of(2026, 6, 2)});
    CHECK(way.visited.at("weging") == Days{Date::of(2026, 6, 2), Date::of(2026, 6, 9)});
    CHECK(way.visited.at("nog-te-antwoorden") == Days{Date::of(2026, 6, 2)});
    CHECK(way.now == std::vector<std::string>{"weging", "nog-te-antwoorden", "geen-acuut-gevaar"});
    CHECK(way_of("stappenplan", {}) == Way{});
}

TEST_CASE("the internal route with a case on it is drawn as it always was") {
    CHECK(mermaid(describe("meldroute-intern"), spoken, Lang::nl, example_way()) ==
          golden("meldroute-intern-with-case.mmd"));
}

TEST_CASE("the step plan is drawn as it always was") {
    CHECK(mermaid(describe("stappenplan"), spoken, Lang::nl) == golden("stappenplan.mmd"));
}

TEST_CASE("every step and every event of a route stands in its drawing") {
    for (const std::string& id : route_ids()) {
        const RouteTables& route = describe(id);
        const std::string drawing = mermaid(route, spoken, Lang::en);
        for (const StepInfo& step : route.steps)
            CHECK(drawing.find("state \"" + spoken(step.id) + "\" as ") != std::string::npos);
        for (const Arrow& arrow : route.arrows)
            CHECK(drawing.find(spoken(arrow.event)) != std::string::npos);
    }
}

TEST_CASE("what is Mermaid's own grammar never comes from a label") {
    const auto naughty = [](std::string_view) { return std::string("a: \"b\"; {c} #d\n--"); };
    const std::regex state(R"( *state "[^":;{}#]*" as \w+( \{)?)");
    const std::regex edge(R"( *(\[\*\]|\w+) --> \w+( : [^:;"{}#]*)?)");
    const std::regex other(
        R"( *(stateDiagram-v2|--|\}|\w+ : [^:;"{}#]*|class(Def)? [^:;"{}]*(:[^;"{}]*)?))");
    for (const std::string& line : lines_of(mermaid(describe("stappenplan"), naughty, Lang::nl))) {
        CAPTURE(line);
        CHECK((std::regex_match(line, state) || std::regex_match(line, edge) ||
               std::regex_match(line, other)));
    }
}

TEST_CASE("no meaning hangs on colour alone") {
    const std::string drawing =
        mermaid(describe("meldroute-intern"), spoken, Lang::nl, example_way());
    CHECK(drawing.find("weging : ✓ 2-6-2026, 9-6-2026") != std::string::npos);
    CHECK(drawing.find("weging : ▶ nu hier") != std::string::npos);
    CHECK(drawing.find("fill") == std::string::npos);
}
