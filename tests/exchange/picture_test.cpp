// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/exchange/picture.hpp>
#include <meldroute/routes/machines.hpp>

#include "catch.hpp"
#include "exchange/svg_layout.hpp"
#include "exchange/svg_text.hpp"

#include <algorithm>
#include <cstdlib>
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

/// As it always was; MELDROUTE_REWRITE_GOLDEN=1 writes it anew.
bool is_golden(const std::string& name, const std::string& text) {
    const auto path = std::string(MELDROUTE_SOURCE_DIR) + "/tests/golden/pictures/" + name;
    if (std::getenv("MELDROUTE_REWRITE_GOLDEN")) std::ofstream(path) << text;
    std::ifstream file(path);
    return text == std::string{std::istreambuf_iterator<char>(file), {}};
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
    CHECK(is_golden(
        "meldroute-intern-with-case.mmd",
        mermaid(picture_of(describe("meldroute-intern"), spoken, Lang::nl, example_way()))));
}

TEST_CASE("the step plan is drawn as it always was") {
    CHECK(is_golden("stappenplan.mmd",
                    mermaid(picture_of(describe("stappenplan"), spoken, Lang::nl))));
}

TEST_CASE("every step and every event of a route stands in its drawing, whatever its kind") {
    for (const std::string& id : route_ids()) {
        const RouteTables& route = describe(id);
        const Picture picture = picture_of(route, spoken, Lang::en);
        for (const std::string& drawing : {mermaid(picture), dot(picture), svg(picture)}) {
            for (const StepInfo& step : route.steps)
                CHECK(drawing.find(spoken(step.id)) != std::string::npos);
            for (const Arrow& arrow : route.arrows)
                CHECK(drawing.find(spoken(arrow.event)) != std::string::npos);
        }
    }
}

TEST_CASE("what is Mermaid's own grammar never comes from a label") {
    const auto naughty = [](std::string_view) { return std::string("a: \"b\"; {c} #d\n--"); };
    const std::regex state(R"( *state "[^":;{}#]*" as \w+( \{)?)");
    const std::regex edge(R"( *(\[\*\]|\w+) --> \w+( : [^:;"{}#]*)?)");
    const std::regex other(
        R"( *(stateDiagram-v2|--|\}|\w+ : [^:;"{}#]*|class(Def)? [^:;"{}]*(:[^;"{}]*)?))");
    for (const std::string& line :
         lines_of(mermaid(picture_of(describe("stappenplan"), naughty, Lang::nl)))) {
        CAPTURE(line);
        CHECK((std::regex_match(line, state) || std::regex_match(line, edge) ||
               std::regex_match(line, other)));
    }
}

TEST_CASE("no meaning hangs on colour alone") {
    const Picture picture =
        picture_of(describe("meldroute-intern"), spoken, Lang::nl, example_way());
    const std::string drawing = mermaid(picture);
    CHECK(drawing.find("weging : ✓ 2-6-2026, 9-6-2026") != std::string::npos);
    CHECK(drawing.find("weging : ▶ nu hier") != std::string::npos);
    CHECK(drawing.find("fill") == std::string::npos);
    for (const std::string& other : {svg(picture), dot(picture)}) {
        CHECK(other.find("✓ 2-6-2026, 9-6-2026") != std::string::npos);
        CHECK(other.find("▶ nu hier") != std::string::npos);
        CHECK(other.find("niemand is aan zet") != std::string::npos);
    }
}

TEST_CASE("the internal route with a case on it is one SVG") {
    CHECK(
        is_golden("meldroute-intern-with-case.svg",
                  svg(picture_of(describe("meldroute-intern"), spoken, Lang::nl, example_way()))));
}

TEST_CASE("the permit is one digraph") {
    CHECK(is_golden("vergunning.dot", dot(picture_of(describe("vergunning"), spoken, Lang::en))));
}

TEST_CASE("an SVG can be read aloud: a language, a title, and all ways in words") {
    const std::string drawing = svg(picture_of(describe("meldcode"), spoken, Lang::en));
    CHECK(drawing.find("lang=\"en\" role=\"img\" aria-labelledby=\"title desc\"") !=
          std::string::npos);
    CHECK(drawing.find("<title id=\"title\">meldcode</title>") != std::string::npos);
    CHECK(drawing.find("gesprek gevoerd [otherwise] to vermoeden te wegen;") != std::string::npos);
}

TEST_CASE("what is XML's or DOT's own grammar never comes from a label") {
    const auto naughty = [](std::string_view) { return std::string("a <b> & \"c\" \\ d\ne"); };
    const Picture picture = picture_of(describe("vergunning"), naughty, Lang::nl);
    CHECK(svg(picture).find("<b>") == std::string::npos);
    CHECK(svg(picture).find("a &lt;b&gt; &amp; &quot;c&quot;") != std::string::npos);
    CHECK(dot(picture).find("label=\"a <b> & \\\"c\\\" \\\\ d e\"") != std::string::npos);
}

namespace {

bool apart(const Card& one, const Card& other) {
    return one.x + one.width <= other.x || other.x + other.width <= one.x ||
           one.y + one.height <= other.y || other.y + other.height <= one.y;
}

bool within(const Card& one, const Card& around) {
    return one.x >= around.x && one.x + one.width <= around.x + around.width && one.y >= around.y &&
           one.y + one.height <= around.y + around.height;
}

/// From the highest to the lowest end.
std::pair<int, int> reach(const Rail& lane) {
    std::pair<int, int> all{lane.tip_y, lane.tip_y};
    for (const auto& feeder : lane.from)
        all = {std::min(all.first, feeder.y), std::max(all.second, feeder.y)};
    return all;
}

bool clear_of_each_other(const Rail& one, const Rail& other) {
    return one.x != other.x || reach(one).second < reach(other).first ||
           reach(other).second < reach(one).first;
}

} // namespace

TEST_CASE("in an SVG cards do not overlap, words stay in their card, lanes run beside them") {
    const auto with_labels = GENERATE(false, true);
    const auto long_name = [](std::string_view id) {
        return spoken(id) + " met een lange naam, zoals mensen die geven";
    };
    for (const std::string& id : route_ids()) {
        CAPTURE(id);
        const Picture picture = with_labels ? picture_of(describe(id), long_name, Lang::nl)
                                            : picture_of(describe(id), spoken, Lang::nl);
        const SvgLayout layout = laid_out(picture);
        for (const Card& card : layout.cards) {
            CHECK((card.x >= 0 && card.x + card.width <= layout.width));
            CHECK((card.y >= 0 && card.y + card.height <= layout.height));
            for (const TextLine& line : card.lines) {
                CHECK(line.x + text_width(line.text, 12) <= card.x + card.width);
                CHECK((line.y > card.y && line.y < card.y + card.height));
            }
            for (const Card& other : layout.cards)
                if (&other < &card) CHECK((apart(card, other) || within(card, other)));
        }
        for (const Rail& lane : layout.lanes) {
            CHECK((lane.x > lane.tip_x && lane.x < layout.width));
            for (const auto& feeder : lane.from) CHECK(lane.x > feeder.x);
            for (const Rail& other : layout.lanes)
                CHECK((&other == &lane || clear_of_each_other(lane, other)));
        }
    }
}
