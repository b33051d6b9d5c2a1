// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"

#include <meldroute/base/json.hpp>
#include <meldroute/base/pointer.hpp>

#include <nlohmann/json.hpp>

using namespace meldroute;
using Catch::Matchers::StartsWith;

namespace {

const std::string table = R"({
  "decisions": [
    {"id": "weging.klasse", "rows": [{"id": "minderjarig", "when": {"a/b": "< 18"}}]}
  ]
})";

Place place_of(const std::string& text, auto read) {
    try {
        read(JsonNode::parse(text, "weging.json"));
    } catch (const Error& error) {
        return error.place();
    }
    return {};
}

/// Everything inside a node, reached step by step, knows the way that was gone.
void check_ways(const JsonNode& node, const std::string& way) {
    CAPTURE(way);
    REQUIRE(node.pointer() == way);
    if (node.is_array()) {
        const auto items = node.items();
        for (std::size_t i = 0; i < items.size(); ++i)
            check_ways(items[i], way + "/" + std::to_string(i));
    }
    if (node.is_object())
        for (const auto& [key, member] : node.members()) {
            check_ways(member, way + "/" + pointer_token(key));
            REQUIRE(&node.find(key)->json() == &member.json());
        }
}

} // namespace

TEST_CASE("a value in a file knows its line, column and pointer", "[base][json]") {
    const auto node = JsonNode::parse(table, "weging.json");
    const auto cell = node.at("decisions").items()[0].at("rows").items()[0].at("when").at("a/b");

    CHECK(cell.place() == Place{"weging.json", 3, 76, "/decisions/0/rows/0/when/a~1b", ""});
    CHECK(cell.string() == "< 18");
}

TEST_CASE("a place in a text without a name is said in words", "[base][json]") {
    try {
        JsonNode::parse("{\n  b}", "");
        FAIL("read as JSON");
    } catch (const Error& error) {
        CHECK_THAT(error.text(Lang::nl), StartsWith("M1001 regel 2, teken 3: "));
        CHECK_THAT(error.text(Lang::en), StartsWith("M1001 line 2, character 3: "));
    }
}

TEST_CASE("a value knows the way to it, whichever way that is", "[base][json]") {
    const auto text = R"({"a": [[], [[1, "x"], {}], {"b": [{"c/d": [0, {"~": null}]}, 7]}],
                          "b": {"a": {"a": [true]}, "": {"/": [[[{"": 1}]]]}}})";
    const auto node = JsonNode::parse(text, "wegen.json");
    check_ways(node, "");
    check_ways(JsonNode::wrap(node.json(), "wegen"), "");
    const auto inner = node.at("a").items()[2].at("b");
    check_ways(inner.with(node.json()), "/a/2/b");
    check_ways(JsonAtRest(inner).node(), "/a/2/b");
    CHECK_FALSE(node.find("c"));
    CHECK_FALSE(inner.find("c"));
}

TEST_CASE("a value outlives whatever it was taken from", "[base][json]") {
    const auto last = [] {
        return JsonNode::parse(R"({"rows": [{"id": "a"}, {"id": ["b"]}]})", "rijen.json")
            .at("rows")
            .items()
            .back()
            .at("id")
            .items()
            .front();
    }();
    CHECK(last.string() == "b");
    CHECK(last.place() == Place{"rijen.json", 1, 32, "/rows/1/id/0", ""});
}

TEST_CASE("broken JSON is refused with the place where it breaks", "[base][json]") {
    const auto place = place_of("{\"a\": 1,\n  b}", [](const JsonNode&) {});
    CHECK(place.line == 2);
    CHECK(place.column == 3);
}

TEST_CASE("a key that stands twice is refused, not overwritten", "[base][json]") {
    CHECK_THROWS_AS(JsonNode::parse(R"({"a": 1, "a": 2})", "x.json"), RulebookError);
    CHECK_NOTHROW(JsonNode::parse(R"([{"a": 1}, {"a": 2}])", "x.json"));
    CHECK(place_of("{\"a\": 1,\n \"a\": 2}", [](const JsonNode&) {}).line == 2);
    // Not where the same key stands rightly, further on, or the same text as a value.
    const auto place =
        place_of("[{\"a\": \"a\"},\n {\"a\": 1, \"a\" : 2},\n {\"a\": 3}]", [](const JsonNode&) {});
    CHECK(place.line == 2);
    CHECK(place.column == 11);
}

TEST_CASE("a text that is nested without end is refused, and ends nothing", "[base][json]") {
    const auto nested = [](std::size_t depth) {
        return std::string(depth, '[') + std::string(depth, ']');
    };
    CHECK_NOTHROW(JsonNode::parse(nested(200), "x.json"));
    CHECK_THROWS_AS(JsonNode::parse(nested(100000), "x.json"), RulebookError);
}

TEST_CASE("an unknown key names the key that was probably meant", "[base][json]") {
    const auto node = JsonNode::parse(R"({"lable": "x"})", "x.json");
    CHECK_THROWS_WITH(node.allow_only({"label", "type"}),
                      "M1010 x.json:1:11 /lable: \"lable\" is not a key here "
                      "(did you mean \"label\"?)");
    CHECK_THROWS_WITH(JsonNode::parse(R"({"zzz": "x"})", "x.json").allow_only({"label"}),
                      "M1010 x.json:1:9 /zzz: \"zzz\" is not a key here");
}

TEST_CASE("an error says the same in Dutch", "[base][json]") {
    try {
        JsonNode::parse("{}", "x.json").at("id");
        FAIL("nothing was refused");
    } catch (const Error& error) {
        CHECK(error.text(Lang::nl) == "M1011 x.json:1:1: \"id\" ontbreekt");
    }
}

TEST_CASE("canonical bytes do not depend on how the text was written", "[base][json]") {
    const auto a = Json::parse(R"({ "b": [1, 2.50, "é"], "a": null })");
    const auto b = Json::parse(R"({"a":null,"b":[1,2.5,"\u00e9"]})");
    CHECK(canonical(a) == canonical(b));
    CHECK(canonical(a) == R"({"a":null,"b":[1,"2.5","é"]})");
}

TEST_CASE("a number that no program can keep, and what is nested too deep, say in which file",
          "[json]") {
    try {
        JsonNode::parse("{\n  \"leeftijd\": 1e400}", "melding.json");
        FAIL("it was read");
    } catch (const RulebookError& error) {
        CHECK(error.text(Lang::nl) == "M1009 melding.json:2:15: dit getal is te groot");
    }
    try {
        JsonNode::parse(std::string(300, '[') + std::string(300, ']'), "diep.json");
        FAIL("it was read");
    } catch (const RulebookError& error) {
        CHECK(error.text(Lang::en) == "M1016 diep.json: this is nested deeper than 200");
    }
}
