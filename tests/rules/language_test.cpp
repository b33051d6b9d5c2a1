// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What expressions can say: sums and squares, dates, texts, lists of records.

#include "catch.hpp"
#include "rules/support.hpp"

using namespace meldroute;

namespace {

/// One expression `d` over the facts of these tests.
SmallBook book(const std::string& type, const std::string& value) {
    return SmallBook(R"({"facts": [
        {"id": "a", "type": "number", "decimals": 2, "min": -1000, "max": 1000},
        {"id": "geboren", "type": "date"},
        {"id": "moment", "type": "moment"},
        {"id": "telefoon", "type": "text"},
        {"id": "slachtoffers", "type": "list", "max": 4, "fields": [
            {"id": "leeftijd", "type": "integer", "min": 0, "max": 120},
            {"id": "vormen", "type": "set", "values": ["arbeid", "seksueel"]}]}],
      "decisions": [{"id": "d", "outcome": {"type": ")" +
                     type + R"("}, "value": )" + value + "}]}");
}

Json number(const std::string& value, const Json& facts) {
    const auto small = SmallBook(R"({"facts": [
        {"id": "a", "type": "number", "decimals": 2, "min": -1000, "max": 1000},
        {"id": "b", "type": "number", "decimals": 2, "min": -1000, "max": 1000},
        {"id": "geboren", "type": "date"}, {"id": "moment", "type": "moment"},
        {"id": "slachtoffers", "type": "list", "max": 4, "fields": [
            {"id": "leeftijd", "type": "integer", "min": 0, "max": 120}]}],
      "decisions": [{"id": "d", "outcome": {"type": "number", "decimals": 4}, "value": )" +
                                 value + "}]}");
    const auto ruling = small.rule("d", facts);
    if (ruling.state == Ruling::State::none) return "none";
    if (ruling.state != Ruling::State::decided) return "open";
    return *ruling.outcome;
}

std::string truth(const std::string& value, const Json& facts) {
    const auto ruling = book("boolean", value).rule("d", facts);
    if (ruling.state == Ruling::State::none) return "none";
    if (ruling.state != Ruling::State::decided) return "open";
    return ruling.outcome->get<bool>() ? "yes" : "no";
}

std::string day(const std::string& value, const Json& facts) {
    const auto ruling = book("date", value).rule("d", facts);
    return ruling.state == Ruling::State::decided ? ruling.outcome->get<std::string>() : "none";
}

constexpr const char* age_under_18 =
    R"({"<": [{"age": [{"var": "geboren"}, {"var": "moment"}]}, 18]})";

} // namespace

TEST_CASE("a score can be a product of squares and steps, in exact decimals", "[rules][language]") {
    const Json facts{{"a", 1.5}, {"b", -3}};
    CHECK(number(R"({"power": [{"var": "a"}, 2]})", facts) == 2.25);
    CHECK(number(R"({"power": [{"var": "b"}, 3]})", facts) == -27);
    CHECK(number(R"({"power": [{"var": "b"}, 0]})", facts) == 1);
    CHECK(number(R"({"abs": {"var": "b"}})", facts) == 3);
    CHECK(number(R"({"round": [{"var": "a"}, 0]})", facts) == 2);
    CHECK(number(R"({"round": [{"/": [{"var": "b"}, 7]}, 2]})", facts) == -0.43);
    CHECK(number(R"({"*": [{"power": [{"var": "a"}, 2]},
                          {"if": [{"<": [{"var": "b"}, 0]}, 2, 1]}]})",
                 facts) == 4.5);
}

TEST_CASE("a number that is not known leaves its bounds", "[rules][language]") {
    const auto small = book("number", R"({"power": [{"var": "a"}, 2]})");
    const auto ruling = small.rule("d", Json::object());
    CHECK(ruling.state == Ruling::State::open);
    CHECK(*ruling.possible.front() == 0);
    CHECK(*ruling.possible.back() == 1000000);
    CHECK(truth(R"({">=": [{"power": [{"var": "a"}, 2]}, 0]})", Json::object()) == "yes");
    CHECK(truth(R"({">=": [{"abs": {"var": "a"}}, 1]})", Json::object()) == "open");
    CHECK(truth(R"({"<": [{"round": [{"var": "a"}, 0]}, 1001]})", Json::object()) == "yes");
}

TEST_CASE("an age is counted on the day of the event, never on today", "[rules][language]") {
    const auto on = [](const char* born, const char* moment) {
        return Json{{"geboren", born}, {"moment", moment}};
    };
    CHECK(truth(age_under_18, on("2008-11-24", "2026-11-23T23:59:59+01:00")) == "yes");
    CHECK(truth(age_under_18, on("2008-11-24", "2026-11-24T00:00:00+01:00")) == "no");
    CHECK(truth(age_under_18, on("2008-11-24", "2026-11-23T23:30:00Z")) == "no"); // in Amsterdam
    CHECK(truth(age_under_18, on("2008-02-29", "2026-02-28T12:00:00+01:00")) == "yes");
    CHECK(truth(age_under_18, on("2008-02-29", "2026-03-01T12:00:00+01:00")) == "no");
}

TEST_CASE("an age is open only while what is known of it leaves it open", "[rules][language]") {
    CHECK(truth(age_under_18, {{"geboren", "2020-01-01"}}) == "open");
    CHECK(truth(age_under_18, {{"moment", "2026-11-24T00:00:00+01:00"}}) == "open");
    const auto ruling = book("boolean", age_under_18).rule("d", {{"geboren", "2020-01-01"}});
    REQUIRE(ruling.needed.size() == 1);
    CHECK(ruling.needed.front().fact == "moment");
    CHECK(truth(age_under_18, {{"geboren", "2090-01-01"}}) == "yes"); // on every day there is
}

TEST_CASE("time between two days is counted in whole units", "[rules][language]") {
    const auto count = [](const char* unit, const char* from, const char* to) {
        const auto value =
            std::string("{\"") + unit + R"(-between": [")" + from + "\", \"" + to + "\"]}";
        return number(value, Json::object()).get<int>();
    };
    CHECK(count("days", "2026-02-27", "2026-03-01") == 2);
    CHECK(count("days", "2026-03-01", "2026-02-27") == -2);
    CHECK(count("weeks", "2026-03-01", "2026-03-14") == 1);
    CHECK(count("months", "2026-01-31", "2026-02-28") == 0);
    CHECK(count("months", "2026-01-31", "2026-03-31") == 2);
    CHECK(count("years", "2024-02-29", "2025-02-28") == 0);
    CHECK(count("years", "2025-02-28", "2024-02-29") == 0);
    CHECK(count("years", "2024-02-29", "2028-02-29") == 4);
}

TEST_CASE("adding to a day ends on the last day of a shorter month", "[rules][language]") {
    const Json born{{"geboren", "2024-01-31"}};
    CHECK(day(R"({"add-months": [{"var": "geboren"}, 1]})", born) == "2024-02-29");
    CHECK(day(R"({"add-years": [{"var": "geboren"}, 18]})", born) == "2042-01-31");
    CHECK(day(R"({"add-days": [{"var": "geboren"}, -31]})", born) == "2023-12-31");
    CHECK(day(R"({"add-months": [{"var": "geboren"}, -2]})", born) == "2023-11-30");
    CHECK(day(R"({"add-years": [{"var": "geboren"}, 100]})", born) == "none"); // beyond 2100
    CHECK(day(R"({"date-of": [{"var": "moment"}]})", {{"moment", "2026-12-31T23:30:00Z"}}) ==
          "2027-01-01");
}

TEST_CASE("a text is tested by how it begins, ends and what it contains", "[rules][language]") {
    constexpr const char* test = R"({"and": [{"starts-with": [{"var": "telefoon"}, "+31"]},
        {"!": {"contains": [{"var": "telefoon"}, "0900"]}},
        {"!=": [{"var": "telefoon"}, "+31"]}]})";
    CHECK(truth(test, {{"telefoon", "+3161234"}}) == "yes");
    CHECK(truth(test, {{"telefoon", "+31"}}) == "no");
    CHECK(truth(test, {{"telefoon", "+310900"}}) == "no");
    CHECK(truth(test, {{"telefoon", "061234"}}) == "no");
    CHECK(truth(test, Json::object()) == "open");
    CHECK(truth(R"({"or": [{"ends-with": [{"var": "telefoon"}, "9"]},
                          {"!": {"ends-with": [{"var": "telefoon"}, "99"]}}]})",
                Json::object()) == "yes"); // who ends on 99 ends on 9
}

TEST_CASE("whether something is known is the same in every completion", "[rules][language]") {
    CHECK(truth(R"({"known": {"var": "geboren"}})", Json::object()) == "no");
    CHECK(truth(R"({"known": {"var": "geboren"}})", {{"geboren", "2020-01-01"}}) == "yes");
}

TEST_CASE("of several victims some, all, none or a number are asked for", "[rules][language]") {
    constexpr const char* under = R"({"<": [{"var": "leeftijd"}, 18]})";
    const auto over = [&](const std::string& name) {
        return "{\"" + name + R"(": [{"var": "slachtoffers"}, )" + under + "]}";
    };
    const auto of = [](const Json& records) { return Json{{"slachtoffers", records}}; };
    const Json child{{"leeftijd", 12}}, adult{{"leeftijd", 30}}, unasked = Json::object();

    CHECK(truth(over("some"), of({adult, child})) == "yes");
    CHECK(truth(over("some"), of({adult, unasked})) == "open");
    CHECK(truth(over("some"), of({child, unasked})) == "yes");
    CHECK(truth(over("some"), of(Json::array())) == "no");
    CHECK(truth(over("some"), Json::object()) == "open");
    CHECK(truth(over("all"), of({child, child})) == "yes");
    CHECK(truth(over("all"), of({child, unasked})) == "open");
    CHECK(truth(over("all"), of({adult, unasked})) == "no");
    CHECK(truth(over("all"), of(Json::array())) == "yes");
    CHECK(truth(over("none"), of({adult, adult})) == "yes");
    CHECK(truth(over("none"), of({adult, child})) == "no");

    CHECK(number(over("count"), of({adult, child, child})) == 2);
    CHECK(number(R"({"count": [{"var": "slachtoffers"}]})", of({adult, child})) == 2);
    CHECK(number(R"({"sum": [{"var": "slachtoffers"}, {"var": "leeftijd"}]})",
                 of({adult, child})) == 42);
    CHECK(number(R"({"max": [{"var": "slachtoffers"}, {"var": "leeftijd"}]})",
                 of({adult, child})) == 30);
    CHECK(number(R"({"min": [{"var": "slachtoffers"}, {"var": "leeftijd"}]})",
                 of({adult, child})) == 12);
    CHECK(number(R"({"min": [{"var": "slachtoffers"}, {"var": "leeftijd"}]})", of(Json::array())) ==
          "none");
}

TEST_CASE("what is needed of a list names the list and the record", "[rules][language]") {
    const auto small = book("boolean", R"({"some": [{"var": "slachtoffers"},
        {"and": [{"in": ["arbeid", {"var": "vormen"}]}, {"<": [{"var": "leeftijd"}, 18]}]}]})");
    const auto ruling =
        small.rule("d", {{"slachtoffers", {{{"leeftijd", 30}}, {{"vormen", {"arbeid"}}}}}});
    REQUIRE(ruling.needed.size() == 1);
    CHECK(ruling.needed.front().fact == "slachtoffers");
    CHECK(ruling.needed.front().items == std::vector<std::string>{"1.leeftijd"});
}

namespace {

/// A table of several outputs, with this `take`, and one that reads an output by this cell.
SmallBook fines(const std::string& take, const std::string& dear = ">= 20") {
    return SmallBook(R"({"facts": [
        {"id": "a", "type": "integer", "min": 0, "max": 10},
        {"id": "moment", "type": "moment"}],
      "decisions": [
        {"id": "boete", "take": ")" +
                     take + R"(",
         "outcome": {"outputs": [
            {"id": "ernst", "type": "enum", "values": ["zwaar", "licht"]},
            {"id": "bedrag", "type": "number", "decimals": 2}]},
         "rows": [
            {"id": "laag", "when": {"a": "< 8"}, "then": {"ernst": "licht", "bedrag": 10.5}},
            {"id": "midden", "when": {"a": "5..9"}, "then": {"ernst": "zwaar", "bedrag": 20}},
            {"id": "hoog", "when": {"a": "> 6"}, "then": {"ernst": "licht", "bedrag": 30}}]},
        {"id": "duur", "outcome": {"type": "boolean"},
         "rows": [{"id": "ja", "when": {"boete.bedrag": ")" +
                     dear + R"("}, "then": true}],
         "else": false},
        {"id": "dit-jaar", "outcome": {"type": "boolean"},
         "rows": [{"id": "r", "valid": {"from": "2026-01-01", "until": "2026-12-31"},
                   "then": true}], "else": false},
        {"id": "cijfers", "take": "all", "outcome": {"type": "integer"},
         "rows": [{"id": "r1", "when": {"a": "> 1"}, "then": 7},
                  {"id": "r2", "when": {"a": "> 2"}, "then": 3},
                  {"id": "r3", "when": {"a": "> 3"}, "then": 7}]}]})");
}

} // namespace

TEST_CASE("a table with several outputs gives all of them, and each by name", "[rules][language]") {
    const auto book = fines("first");
    CHECK(*book.rule("boete", {{"a", 6}}).outcome == Json{{"ernst", "licht"}, {"bedrag", 10.5}});
    CHECK(*book.rule("boete.bedrag", {{"a", 6}}).outcome == 10.5);
    CHECK(*book.rule("duur", {{"a", 6}}).outcome == false);
    CHECK(*book.rule("duur", {{"a", 9}}).outcome == true);
    CHECK(book.rule("boete", Json::object()).possible.size() == 3);
    CHECK(book.decisions->ids() ==
          std::vector<std::string>{"boete", "duur", "dit-jaar", "cijfers"});
}

TEST_CASE("the highest of several outputs goes by the order of the outcomes", "[rules][language]") {
    const auto book = fines("highest");
    CHECK(*book.rule("boete", {{"a", 6}}).outcome == Json{{"ernst", "zwaar"}, {"bedrag", 20}});
    CHECK(*book.rule("boete.ernst", {{"a", 10}}).outcome == "licht");
}

TEST_CASE("all rows that hold give their outputs, ranked where that is asked",
          "[rules][language]") {
    const Json light{{"ernst", "licht"}, {"bedrag", 10.5}},
        heavy{{"ernst", "zwaar"}, {"bedrag", 20}};
    CHECK(*fines("all", "has 20").rule("boete", {{"a", 6}}).outcome == Json{light, heavy});
    CHECK(*fines("all-ranked", "has 20").rule("boete", {{"a", 6}}).outcome == Json{heavy, light});
    CHECK(*fines("all", "has 20").rule("boete.bedrag", {{"a", 6}}).outcome == Json{10.5, 20});
    CHECK(*fines("all", "has 20").rule("cijfers", {{"a", 9}}).outcome == Json{7, 3});
    CHECK(*fines("all", "has 20").rule("cijfers", {{"a", 1}}).outcome == Json::array());
}

TEST_CASE("a dated row holds on its days, the first and the last included", "[rules][language]") {
    const auto book = fines("first");
    const auto on = [&](const char* moment) {
        return book.rule("dit-jaar", {{"moment", moment}}).outcome->get<bool>();
    };
    CHECK(on("2026-01-01T00:00:00+01:00"));
    CHECK(on("2026-12-31T23:59:59+01:00"));
    CHECK_FALSE(on("2025-12-31T23:59:59+01:00"));
    CHECK_FALSE(on("2027-01-01T00:00:00+01:00"));
    CHECK(book.rule("dit-jaar", Json::object()).state == Ruling::State::open);
}

TEST_CASE("outputs that do not fit the table are refused", "[rules][language]") {
    CHECK_THROWS_AS(fines("sum"), RulebookError);
    CHECK_THROWS_AS(SmallBook(R"({"facts": [], "decisions": [{"id": "d",
        "outcome": {"outputs": [{"id": "a", "type": "integer"}]},
        "rows": [{"id": "r", "then": {"a": 1, "b": 2}}]}]})"),
                    RulebookError);
    CHECK_THROWS_AS(SmallBook(R"({"facts": [], "decisions": [{"id": "d",
        "outcome": {"type": "boolean"},
        "rows": [{"id": "r", "valid": {"from": "2026-01-01"}, "then": true}]}]})"),
                    RulebookError);
}
