// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "rulebook/example.hpp"
#include "rulebook/sheet_cell.hpp"

#include <meldroute/rulebook/sheet.hpp>

#include <nlohmann/json.hpp>

#include <fstream>
#include <sstream>

using namespace meldroute;
using example::Shelf;

namespace {

const std::string sources = MELDROUTE_SOURCE_DIR, mark = "\xEF\xBB\xBF";

/// One table with a cell of every kind, laid out by hand.
const std::string table = R"({
  "note": "met de hand",
  "decisions": [
    {"id": "voor", "outcome": {"type": "boolean"}, "value": true},
    {
      "id": "klasse",
      "label": {"nl": "Hoe zwaar?"},
      "outcome": {"type": "enum", "values": ["laag", "hoog"]},
      "rows": [
        {"id": "jong",  "when": {"leeftijd": "< 18", "nacht": true},   "then": "hoog", "because": {"nl": "Zo; en niet \"anders\"."}},
        {"id": "sinds", "when": {"dag": ">= 2026-03-01", "schuld": 2.5}, "then": "hoog",
         "source": [{"policy": "Plan", "confidence": "local"}]},
        {"id": "plaats", "when": {"plaats": ["hotel", "camping"], "schuld": "1.5..2.5"}, "then": "laag"}
      ],
      "else": "laag"
    }
  ]
}
)";

Shelf shelf() {
    return Shelf({{"dorp/rulebook.json", R"({"id": "dorp", "version": "1", "status": "concept"})"},
                  {"dorp/facts/f.json", R"({"facts": [
        {"id": "leeftijd", "type": "integer", "min": 0, "max": 120, "label": "Leeftijd"},
        {"id": "nacht", "type": "boolean", "label": "Nacht?"},
        {"id": "dag", "type": "date", "label": "Dag"},
        {"id": "schuld", "type": "number", "decimals": 1, "label": "Schuld; in euro"},
        {"id": "plaats", "type": "enum", "values": ["hotel", "camping", "kas"], "label": "Plaats"}]})"},
                  {"dorp/decisions/d.json", table}});
}

const std::string sheet =
    mark + "[id];leeftijd;nacht;dag;schuld;plaats;[then];[because];[source]\r\n"
           "Rij;Leeftijd;Nacht?;Dag;\"Schuld; in euro\";Plaats;Hoe zwaar?;Toelichting;Bron\r\n"
           "jong;< 18;ja;;;;hoog;\"Zo; en niet \"\"anders\"\".\";\r\n"
           "sinds;;;>= 01-03-2026;2,5;;hoog;;"
           "\"json: [{\"\"confidence\"\":\"\"local\"\",\"\"policy\"\":\"\"Plan\"\"}]\"\r\n"
           "plaats;;;;1,5..2,5;hotel | camping;laag;;\r\n";

std::string replaced(std::string text, const std::string& old, const std::string& with) {
    const auto at = text.find(old);
    REQUIRE(at != text.npos);
    return text.replace(at, old.size(), with);
}

SheetChange changed(const std::string& csv) {
    const auto here = shelf();
    return read_sheet(here.root() / "dorp", "klasse", csv, "t.csv");
}

std::string refused(const std::string& csv) {
    try {
        static_cast<void>(changed(csv));
        return "nothing was refused";
    } catch (const RulebookError& error) {
        return error.what();
    }
}

} // namespace

TEST_CASE("a table becomes a sheet that Dutch Excel opens", "[rulebook][sheet]") {
    CHECK(write_sheet(shelf().root() / "dorp", "klasse") == sheet);
}

TEST_CASE("a sheet that nobody changed leaves the file as it was", "[rulebook][sheet]") {
    const auto change = changed(sheet);
    CHECK(change.text == table);
    CHECK_FALSE(change.changed);

    SECTION("also as Excel saves it: short dates, LF, empty lines, no byte order mark") {
        auto saved = replaced(sheet, "01-03-2026", "1-3-2026").substr(mark.size());
        std::erase(saved, '\r');
        CHECK(changed(saved + ";;;;;;;;\n\n").text == table);
    }
}

TEST_CASE("a changed row changes one line of the file", "[rulebook][sheet]") {
    CHECK(changed(replaced(sheet, "< 18;ja", "< 21;nee")).text ==
          replaced(table, R"("when": {"leeftijd": "< 18", "nacht": true},   "then": "hoog", "beca)",
                   R"("when": {"leeftijd": "< 21", "nacht": false}, "then": "hoog", "beca)")
              .replace(table.find(R"({"id": "jong",  )"), 16, R"({"id": "jong", )"));
    const auto grown = changed(sheet + "oud;>= 65;;;12,5;;laag;;\r\n");
    CHECK(grown.changed);
    CHECK(grown.text == replaced(table, "\"then\": \"laag\"}\n      ],",
                                 "\"then\": \"laag\"},\n        {\"id\": \"oud\", \"when\": "
                                 "{\"leeftijd\": \">= 65\", \"schuld\": 12.5}, \"then\": "
                                 "\"laag\"}\n      ],"));
}

TEST_CASE("what is wrong in a sheet is shown by line and column", "[rulebook][sheet]") {
    CHECK(refused(replaced(sheet, ";plaats;", ";plaatz;")) ==
          "M1533 t.csv:1:6: \"plaatz\" is not a column here (did you mean \"plaats\"?)");
    CHECK(refused(replaced(sheet, ";plaats;", ";nacht;")) ==
          "M1534 t.csv:1:6: the column \"nacht\" stands here twice");
    CHECK(refused(replaced(sheet, "[id]", "[note]")) ==
          "M1535 t.csv:1: the column \"[id]\" is missing");
    CHECK(refused(replaced(sheet, "Rij;", "jong;")) ==
          "M1535 t.csv:2:1: the column \"Rij\" is missing");
    CHECK(refused(sheet + "oud;1;2\r\n") ==
          "M1532 t.csv:6: this line has 3 columns, and the first has 9");
    CHECK(refused(sheet + "oud;\"open").starts_with("M1531 t.csv:6:2: "));
    CHECK(refused(sheet + "\"oud\"x;;;;;;;;").starts_with("M1531 t.csv:6:1: "));
    CHECK(refused(sheet + "o\xE9;;;;;;;;").starts_with("M1531 t.csv:6:1: "));
    CHECK(refused("").starts_with("M1535 t.csv:1"));
    CHECK(refused(replaced(sheet, "2,5;", "2.500;")) ==
          "M1008 t.csv:4:5 row sinds: this is not a number with at most 9 decimals");
}

TEST_CASE("a row that cannot be a rule is shown in the sheet", "[rulebook][sheet]") {
    CHECK(refused(replaced(sheet, "< 18", "< achttien")) ==
          "M1008 t.csv:3:2 row jong: this is not a number with at most 9 decimals");
    CHECK(refused(replaced(sheet, "hoog;\"Zo", "hog;\"Zo")) ==
          "M1208 t.csv:3:7 row jong: this is not an outcome of \"klasse\" (did you mean "
          "\"hoog\"?)");
    CHECK(refused(replaced(sheet, "\r\nplaats;", "\r\njong;")).starts_with("M1207 t.csv:5:1 "));
    CHECK(refused(replaced(sheet, "json: [{", "json: [")).starts_with("M1001 t.csv:4:9 "));
    const auto here = shelf();
    CHECK_THROWS_AS(write_sheet(here.root() / "dorp", "voor"), RulebookError);
    CHECK_THROWS_AS(write_sheet(here.root() / "dorp", "niets"), RulebookError);
}

TEST_CASE("whatever a row says comes back from its cell", "[rulebook][sheet]") {
    const std::vector<Json> values{"",
                                   " ",
                                   "a",
                                   "a | b",
                                   "json: 1",
                                   "=1+1",
                                   "+31",
                                   "-x",
                                   "-5",
                                   "@a",
                                   "ja",
                                   "nee",
                                   "unknown",
                                   "2.5",
                                   "18",
                                   "< 2.5",
                                   "1.5..2.5",
                                   "14..27",
                                   "2026-03-01",
                                   "1-3-2026",
                                   ">= 2026-03-01",
                                   "2026-03-01T10:00:00+01:00",
                                   "a;b",
                                   "a\"b",
                                   "a\nb",
                                   "é",
                                   true,
                                   false,
                                   0,
                                   -3,
                                   2.5,
                                   -0.125,
                                   1e15,
                                   nullptr,
                                   Json::array(),
                                   Json::array({"a"}),
                                   Json::array({"a", "b"}),
                                   Json::array({1, 2.5}),
                                   Json::array({"a | b", "c"}),
                                   Json::object(),
                                   Json{{"a", 1}}};
    for (const std::string type :
         {"", "texts", "boolean", "integer", "number", "date", "moment", "enum", "set", "text"})
        for (const auto& value : values) {
            CAPTURE(type, value.dump(), sheet_text(value, type));
            CHECK(sheet_value(sheet_text(value, type), type, {}) == value);
        }
}

TEST_CASE("every table of our own rulebooks goes to a sheet and back, byte for byte",
          "[rulebook][sheet]") {
    int tables = 0;
    for (const std::string folder : {"/rules/nl", "/rules/ijsselstreek", "/tests/rulebooks/klein"})
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(sources + folder + "/decisions")) {
            if (entry.path().extension() != ".json") continue;
            std::ifstream in(entry.path(), std::ios::binary);
            std::ostringstream text;
            text << in.rdbuf();
            const auto file = Json::parse(text.str());
            for (const auto& decision : file["decisions"]) {
                if (!decision.contains("rows")) continue;
                const std::string id = decision["id"];
                CAPTURE(folder, id);
                const auto csv = write_sheet(sources + folder, id);
                const auto change = read_sheet(sources + folder, id, csv, "t.csv");
                CHECK(change.text == text.str());
                ++tables;
            }
        }
    CHECK(tables > 20);
}
