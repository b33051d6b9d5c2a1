// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "facts/support.hpp"

#include <meldroute/facts/type.hpp>

#include <nlohmann/json.hpp>

using namespace meldroute;

namespace {

const CodeLists lists{
    {"codes/sectoren", read_codes(node(R"(["horeca", "teelt"])"))},
    {"codes/gemeenten", read_codes(node(R"([{"id": "GM9998", "label": "Dorp"}])"))}};

Type type_of(const std::string& text) {
    return read_type(node(text), lists);
}

std::string numbered(const std::string& what, int count) {
    auto values = Json::array();
    for (int i = 0; i < count; ++i) values.push_back("v" + std::to_string(i));
    const auto* key = what == "checklist" ? "items" : "values";
    return Json{{"type", what}, {key, values}}.dump();
}

const std::string sizes = R"({"type": "number", "decimals": 2, "min": 0, "max": 100.5})";

} // namespace

TEST_CASE("a value means one number in its type's units", "[facts][type]") {
    struct Row {
        std::string type, value;
        std::int64_t units;
        std::string nl, en;
    };
    const auto row = GENERATE(values<Row>({
        {R"({"type": "boolean"})", "true", 1, "ja", "yes"},
        {R"({"type": "boolean"})", "false", 0, "nee", "no"},
        {R"({"type": "integer"})", "-17", -17, "-17", "-17"},
        {R"({"type": "number"})", "3", 3, "3", "3"},
        {sizes, "1.5", 150, "1,5", "1.5"},
        {sizes, "0.05", 5, "0,05", "0.05"},
        {sizes, "100", 10'000, "100", "100"},
        {R"({"type": "date"})", R"("2026-06-02")", 20'606, "2-6-2026", "2 June 2026"},
        {R"({"type": "moment"})", R"("2026-06-02T22:30:00Z")", 1'780'439'400'000'000,
         "3-6-2026 00:30", "3 June 2026 00:30"},
        {R"({"type": "duration"})", R"("PT0S")", 0, "0 seconden", "0 seconds"},
        {R"({"type": "duration"})", R"("P14D")", 1'209'600, "14 dagen", "14 days"},
        {R"({"type": "duration"})", R"("P1DT2H1M")", 93'660, "1 dag 2 uur 1 minuut",
         "1 day 2 hours 1 minute"},
        {R"({"type": "enum", "values": ["a", {"id": "b", "label": {"nl": "bee", "en": "bea"}}]})",
         R"("b")", 1, "bee", "bea"},
        {R"({"type": "enum", "values": "codes/sectoren"})", R"("horeca")", 0, "horeca", "horeca"},
        {R"({"type": "enum", "values": "codes/gemeenten"})", R"("GM9998")", 0, "Dorp", "Dorp"},
        {R"({"type": "set", "values": ["a", "b", "c"]})", R"(["a", "c"])", 5, "a, c", "a, c"},
        {R"({"type": "set", "values": ["a", "b", "c"]})", "[]", 0, "geen", "none"},
    }));
    CAPTURE(row.type, row.value);

    const auto type = type_of(row.type);
    const auto read = type.read(node(row.value), false);

    CHECK(read == row.units);
    CHECK(type.words(read, Lang::nl) == row.nl);
    CHECK(type.words(read, Lang::en) == row.en);
    CHECK(type.to_json(read) == node(row.value).json());
    CHECK(type.read(JsonNode::parse(canonical(type.to_json(read)), ""), true) == read);
}

TEST_CASE("a moment is kept as an instant, and shown again in UTC", "[facts][type]") {
    const auto type = type_of(R"({"type": "moment"})");
    const auto read = type.read(node(R"("2026-06-02T10:20:00.5+02:00")"), false);

    CHECK(type.to_json(read) == "2026-06-02T08:20:00.500000Z");
}

TEST_CASE("two ways to write a duration mean one length", "[facts][type]") {
    const auto type = type_of(R"({"type": "duration"})");
    const auto read = [&](const std::string& text) {
        return type.read(node('"' + text + '"'), false);
    };

    CHECK(read("P2W") == read("P14D"));
    CHECK(read("PT90M") == read("PT1H30M"));
    CHECK(read("P3DT4H30M") == ((3 * 24 + 4) * 60 + 30) * 60);

    const auto wrong = GENERATE("", "P", "PT", "P1M", "P1Y", "P1DT", "1D", "P1W2D", "PT1M1H", "P1H",
                                "P-1D", "P1.5D", "p1d", "P1D ", "P9999999999999D");
    CAPTURE(wrong);
    CHECK(code_of([&] { read(wrong); }) == "M1012");
}

TEST_CASE("a value of another kind is refused", "[facts][type]") {
    struct Row {
        std::string type, value, literal, told;
    };
    const auto row = GENERATE(values<Row>({
        {R"({"type": "boolean"})", R"("ja")", "M1012", "M1103"},
        {R"({"type": "boolean"})", "1", "M1012", "M1103"},
        {R"({"type": "boolean"})", "null", "M1012", "M1103"},
        {R"({"type": "integer"})", "3.0", "M1012", "M1103"},
        {R"({"type": "integer"})", R"("3")", "M1012", "M1103"},
        {R"({"type": "integer", "min": 0, "max": 120})", "-1", "M1105", "M1105"},
        {R"({"type": "integer", "min": 0, "max": 120})", "121", "M1105", "M1105"},
        {R"({"type": "integer"})", "1000000000000001", "M1105", "M1105"},
        {R"({"type": "integer"})", "18446744073709551615", "M1009", "M1009"},
        {sizes, "1.234", "M1008", "M1008"},
        {sizes, "100.51", "M1105", "M1105"},
        {sizes, R"("1,5")", "M1008", "M1008"},
        {sizes, R"("1.50")", "M1012", "M1103"},
        {sizes, "true", "M1012", "M1103"},
        {sizes, "1e300", "M1009", "M1009"},
        {R"({"type": "date"})", "20260602", "M1012", "M1103"},
        {R"({"type": "date"})", R"("2026-02-30")", "M1005", "M1005"},
        {R"({"type": "date"})", R"("1899-12-31")", "M1007", "M1007"},
        {R"({"type": "moment"})", R"("2026-06-02")", "M1006", "M1006"},
        {R"({"type": "duration"})", R"("P999999999D")", "M1105", "M1105"},
        {R"({"type": "text"})", "1", "M1012", "M1103"},
        {R"({"type": "enum", "values": ["hotel"]})", R"("hotl")", "M1013", "M1104"},
        {R"({"type": "enum", "values": ["hotel"]})", "0", "M1012", "M1103"},
        {R"({"type": "set", "values": ["hotel"]})", R"("hotel")", "M1012", "M1103"},
        {R"({"type": "set", "values": ["hotel"]})", R"([1])", "M1012", "M1103"},
    }));
    CAPTURE(row.type, row.value);

    const auto type = type_of(row.type);
    CHECK(code_of([&] { type.read(node(row.value), false); }) == row.literal);
    CHECK(code_of([&] { type.read(node(row.value), true); }) == row.told);
}

TEST_CASE("a misspelt value in a rule is repeated with what comes near, a told one never is",
          "[facts][type]") {
    const auto type = type_of(R"({"type": "enum", "values": ["hotel", "camping"]})");
    const auto told = node(R"({"locatie.sector": "campin"})").at("locatie.sector");

    CHECK(words_of([&] { type.read(told, false); }) == Words{"campin", "camping"});
    CHECK(words_of([&] { type.read(told, true); }) == Words{"locatie.sector"});
}

TEST_CASE("a declaration that cannot be meant is refused", "[facts][type]") {
    struct Row {
        std::string type, code;
        Words words;
    };
    const auto row = GENERATE(values<Row>({
        {R"({})", "M1011", {"type"}},
        {R"({"type": "enumm", "values": ["a"]})", "M1013", {"enumm", "enum"}},
        {R"({"type": "enum"})", "M1111", {"enum", "values"}},
        {R"({"type": "enum", "values": []})", "M1111", {"enum", "values"}},
        {R"({"type": "checklist"})", "M1111", {"checklist", "items"}},
        {R"({"type": "checklist", "values": ["a"]})", "M1010", {"values", "items"}},
        {R"({"type": "set", "items": ["a"]})", "M1010", {"items", "values"}},
        {R"({"type": "date", "min": 1})", "M1010", {"min", ""}},
        {R"({"type": "integer", "decimals": 1})", "M1010", {"decimals", ""}},
        {R"({"type": "number", "decimals": 10})", "M1105", {"decimals", "0", "9"}},
        {R"({"type": "integer", "min": 5, "max": 3})",
         "M1105",
         {"integer", "5", "1000000000000000"}},
        {R"({"type": "number", "min": 0.5})", "M1008", {"0"}},
        {R"({"type": "enum", "values": "codes/sectorn"})",
         "M1106",
         {"codes/sectorn", "codes/sectoren"}},
        {R"({"type": "enum", "values": ["onbekend"]})", "M1108", {"onbekend"}},
        {R"({"type": "set", "values": ["a", {"id": "unknown"}]})", "M1108", {"unknown"}},
        {R"({"type": "enum", "values": ["a", "b", {"id": "a"}]})", "M1109", {"a"}},
        {R"({"type": "enum", "values": ["Een Hotel"]})", "M1004", {"Een Hotel"}},
        {R"({"type": "enum", "values": [{"id": "a", "name": "A"}]})", "M1010", {"name", "note"}},
        {numbered("set", 65), "M1107", {}},
        {numbered("checklist", 65), "M1107", {}},
    }));
    CAPTURE(row.type);

    CHECK(code_of([&] { type_of(row.type); }) == row.code);
    CHECK(words_of([&] { type_of(row.type); }) == row.words);
}

TEST_CASE("a set has at most 64 members, an enum may have more", "[facts][type]") {
    const auto set = type_of(numbered("set", 64));
    auto everything = Json(set.code_ids());

    CHECK(set.all() == ~std::uint64_t{0});
    CHECK(set.to_json(set.read(JsonNode::wrap(everything, ""), false)) == everything);
    CHECK(type_of(numbered("set", 3)).all() == 7);

    const auto choice = type_of(numbered("enum", 400));
    CHECK(choice.max == 399);
    CHECK(choice.code("v399") == 399);
    CHECK(choice.code("v400") == -1);
}

TEST_CASE("every value of a type lies within its limits", "[facts][type]") {
    const auto [type, first, last] = GENERATE(table<std::string, std::string, std::string>({
        {"boolean", "false", "true"},
        {"integer", "-1000000000000000", "1000000000000000"},
        {"number", "-1000000000000000", "1000000000000000"},
        {"date", R"("1900-01-01")", R"("2100-12-31")"},
        {"moment", R"("1996-01-01T00:00:00+01:00")", R"("2100-12-31T23:59:59.999999+01:00")"},
        {"duration", R"("PT0S")", R"("P11574074DT1H46M40S")"},
        {"text", R"("")", R"("iets")"},
    }));
    CAPTURE(type);
    const auto limits = type_of(R"({"type": ")" + type + R"("})");

    CHECK(limits.read(node(first), false) == limits.min);
    CHECK(limits.read(node(last), false) == limits.max);
}
