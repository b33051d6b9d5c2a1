// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is done otherwise in a table of many rows: its first rows are looked at by themselves, and
// limits are counted or halved. Compared with the search over ranges, which knows no long tables.

#include "catch.hpp"
#include "rules/compiled.hpp"
#include "rules/decide.hpp"
#include "rules/random_book.hpp"
#include "rules/rows_slowly.hpp"

#include <meldroute/base/error.hpp>

#include <algorithm>
#include <numeric>
#include <optional>
#include <utility>

using namespace meldroute;

namespace {

const Json facts = Json::parse(R"([
    {"id": "leeftijd", "type": "integer", "min": 0, "max": 7},
    {"id": "bedrag", "type": "number", "decimals": 1, "min": -900, "max": 900},
    {"id": "aantal", "type": "integer"},
    {"id": "gevaar", "type": "boolean"},
    {"id": "kleur", "type": "enum", "values": ["rood", "groen", "blauw"]},
    {"id": "dag", "type": "date"},
    {"id": "plaats", "type": "text"},
    {"id": "vormen", "type": "set", "values": ["een", "twee", "drie"]},
    {"id": "signalen", "type": "checklist", "items": ["een", "twee", "drie"]}])");

SmallBook book_of(Json decision) {
    decision["id"] = "uitkomst";
    return SmallBook(JsonNode::wrap({{"facts", facts}, {"decisions", {decision}}}, "boek"));
}

/// A row that holds often, without texts.
Json row(Dice& dice) {
    const auto digit = [&] { return std::to_string(1 + dice.below(6)); };
    const std::vector<std::string> signs{"< ", ">= ", "<= ", "> "}, items{"een", "twee", "drie"};
    Json when = Json::object();
    for (int i = 1 + dice.below(3); i > 0; --i) switch (dice.below(9)) {
        case 0: when["leeftijd"] = dice.of(signs) + digit(); break;
        case 1: when["bedrag"] = dice.of(signs) + digit() + ".5"; break;
        case 2: when["gevaar"] = dice.coin(); break;
        case 3: when["kleur"] = Json::array({"rood", dice.coin() ? "groen" : "blauw"}); break;
        case 4: when["dag"] = dice.of(signs) + "2026-03-0" + digit(); break;
        case 5: when["vormen"] = (dice.coin() ? "has " : "not has ") + dice.of(items); break;
        case 6: when["signalen"] = (dice.coin() ? "seen " : "not-seen ") + dice.of(items); break;
        case 7: when[dice.coin() ? "plaats" : "vormen"] = "unknown"; break;
        default: when["kleur"] = dice.coin() ? "not groen" : "groen"; break;
        }
    return when;
}

Json long_table(Dice& dice, const char* type) {
    Json out{{"take", "first"}, {"outcome", {{"type", type}}}, {"rows", Json::array()}};
    const bool many = std::string(type) == "set";
    if (many) out["outcome"]["values"] = {"a", "b", "c"};
    for (int i = 0; i < 70; ++i)
        out["rows"].push_back(
            {{"id", "r" + std::to_string(i)},
             {"when", row(dice)},
             {"then", many ? Json::array({dice.coin() ? "a" : "b"}) : Json(dice.below(4))}});
    return out;
}

/// With texts in the rows that are not looked at first.
Json long_table_of_texts(Dice& dice) {
    Json out = long_table(dice, "integer");
    for (std::size_t i = 20; i < 70; i += 1 + std::size_t(dice.below(9)))
        out["rows"][i]["when"]["plaats"] = dice.coin() ? "Olst" : "not Epe";
    return out;
}

/// What is said of a situation that is gone by the time that rows are asked for.
struct Gone {
    std::vector<RowTrace> rows;
    Outcome outcome;

    Gone(const SmallBook& book, const Json& told, Trace& trace) {
        const auto& decision = book.decisions->at("uitkomst");
        const auto situation = std::make_unique<const Situation>(book.situation(told));
        book.decisions->trace(decision, *situation, trace);
        outcome = book.decisions->decide(decision, *situation);
        rows = rows_slowly(book, decision, *situation, outcome.state);
    }
    bool says(Trace& trace) const {
        std::vector<RowTrace> told;
        for (std::size_t row = 0; row < trace.size(); ++row) told.push_back(trace.row(row));
        return trace.outcome() == outcome && same(told, rows) && same_hits(trace, rows);
    }
};

/// A row for each limit: as many hold as the amount has passed.
Json limits(int count, const char* take) {
    Json out{{"take", take}, {"outcome", {{"type", "integer"}}}, {"rows", Json::array()}};
    for (int i = 0; i < count; ++i)
        out["rows"].push_back({{"id", "r" + std::to_string(i)},
                               {"when", {{"aantal", ">= " + std::to_string(10 * i)}}},
                               {"then", i}});
    return out;
}

} // namespace

TEST_CASE("the first row that holds decides a long table, whatever is not known",
          "[rules][property]") {
    Dice dice{21};
    int seen = 0, passed = 0;
    for (int i = 0; i < 60; ++i) {
        const Json table = long_table(dice, i % 3 == 0 ? "set" : "integer");
        const auto book = book_of(table);
        const auto& inside = book.decisions->book();
        for (int j = 0; j < 20; ++j) {
            const Json told = random_facts(dice);
            const auto situation = book.situation(told);
            const bool by_itself =
                inside.compiled->preludes[0].find(Told(inside, situation)) != nullptr;
            (by_itself ? seen : passed) += 1;
            const auto outcome = book.decisions->decide("uitkomst", situation);
            const auto slow = searched(inside, 0, situation);
            if (slow.state == Ruling::State::bound || outcome == slow) continue;
            CAPTURE(table.dump(), told.dump(), by_itself);
            FAIL_CHECK("a long table decides otherwise than the search over ranges");
        }
    }
    CHECK(seen > 300);   // found among the first rows
    CHECK(passed > 300); // left to the whole table
}

TEST_CASE("an open row above the row that holds keeps a long table open", "[rules]") {
    Json table = limits(70, "first");
    table["rows"][0] = {{"id", "eerst"}, {"when", {{"gevaar", true}}}, {"then", 1}};
    table["rows"][1] = {{"id", "dan"}, {"when", {{"kleur", "rood"}}}, {"then", 2}};
    const auto book = book_of(table);
    const auto state = [&](const Json& told) {
        return book.decisions->decide("uitkomst", book.situation(told)).state;
    };
    CHECK(state({{"kleur", "rood"}}) == Ruling::State::open);
    CHECK(state({{"kleur", "rood"}, {"gevaar", false}}) == Ruling::State::decided);
    table["rows"][1]["then"] = 1;
    const auto agreeing = book_of(table);
    CHECK(agreeing.decisions->decide("uitkomst", agreeing.situation({{"kleur", "rood"}})) ==
          Outcome{Ruling::State::decided, 1});
}

TEST_CASE("an amount finds its place among few limits and among many", "[rules]") {
    for (const int count : {1, 2, 3, 8, 15, 16, 17, 18, 31, 64, 65, 100}) {
        const auto book = book_of(limits(count, "count"));
        for (int amount = -10; amount < 10 * count + 10; ++amount) {
            const auto expected = std::clamp(amount < 0 ? 0 : amount / 10 + 1, 0, count);
            const auto found =
                book.decisions->decide("uitkomst", book.situation({{"aantal", amount}})).value;
            if (found == expected) continue;
            CAPTURE(count, amount, found);
            FAIL_CHECK("an amount lies elsewhere among the limits");
        }
    }
    SUCCEED();
}

TEST_CASE("the rows that hold are told as they stand in the table, few or all", "[rules]") {
    for (const int count : {1, 9, 63, 64, 65, 200, 300}) {
        Json table = limits(count, "sum");
        for (int i = 0; i < count; ++i) table["rows"][std::size_t(i)]["then"] = i * 7 % 13;
        const auto book = book_of(table);
        Trace trace;
        for (int holding = 0; holding <= count; ++holding) {
            book.decisions->trace(book.decisions->at("uitkomst"),
                                  book.situation({{"aantal", 10 * holding - 5}}), trace);
            std::vector<std::uint32_t> expected(static_cast<std::size_t>(holding));
            std::iota(expected.begin(), expected.end(), 0U);
            if (std::ranges::equal(trace.hits(), expected)) continue;
            CAPTURE(count, holding);
            FAIL_CHECK("other rows are told than those that hold");
        }
    }
    SUCCEED();
}

TEST_CASE("what became of rows is told when the situation is gone and others were decided",
          "[rules][property]") {
    Dice dice{22};
    std::vector<Trace> traces(20);
    for (int i = 0; i < 30; ++i) {
        const auto book = book_of(long_table_of_texts(dice));
        std::vector<std::pair<Json, Gone>> all;
        for (auto& trace : traces) {
            const Json told = random_facts(dice);
            all.emplace_back(told, Gone(book, told, trace));
        }
        for (std::size_t j = 0; j < traces.size(); ++j) {
            if (dice.coin()) continue; // some are used again without having been asked
            if (all[j].second.says(traces[j]) && all[j].second.says(traces[j])) continue;
            CAPTURE(all[j].first.dump());
            FAIL_CHECK("a trace tells of rows what the search over ranges does not");
        }
    }
    SUCCEED();
}

TEST_CASE("a trace takes what it was made of along", "[rules]") {
    Json table = limits(70, "first");
    table["rows"][69]["when"]["plaats"] = "Olst";
    table["rows"][68]["when"] = {{"signalen", "seen een"}, {"vormen", "not has twee"}};
    const auto book = book_of(table);
    const Json told{{"aantal", 10}, {"plaats", "Olst"}, {"signalen", {{"seen", {"een"}}}}};
    std::optional<Trace> first(std::in_place);
    const Gone unasked(book, told, *first);
    Trace second = std::move(*first);
    first.emplace();
    const Gone other(book, {{"aantal", 5}, {"plaats", "Epe"}}, *first);
    CHECK(unasked.says(second));
    Trace third = std::move(second); // asked by now
    second = std::move(*first);
    first.reset();
    CHECK(unasked.says(third));
    CHECK(other.says(second));
    CHECK(third.row(1).state == RowState::outranked);
    CHECK(third.state(68) == RowState::outranked);
    CHECK(third.row(69).failed == "aantal");
}

TEST_CASE("a number too large below a long table is found when it is traced", "[rules]") {
    Json table = limits(70, "first");
    table["id"] = "uitkomst";
    table["rows"][60]["when"] = {{"macht", "> 3"}};
    const Json power{{"id", "macht"},
                     {"outcome", {{"type", "integer"}}},
                     {"value", {{"*", {{{"var", "aantal"}}, {{"var", "aantal"}}}}}}};
    const SmallBook book(JsonNode::wrap({{"facts", facts}, {"decisions", {power, table}}}, "boek"));
    const auto& decision = book.decisions->at("uitkomst");
    Trace trace;
    book.decisions->trace(decision, book.situation({{"aantal", 10}}), trace);
    CHECK(trace.state(60) == RowState::outranked);
    const auto large = book.situation({{"aantal", 1000000000000000}});
    CHECK(book.decisions->decide(decision, large).value == 0);
    CHECK_THROWS_AS(book.decisions->trace(decision, large, trace), RulebookError);
    CHECK(trace.size() == 0);
    CHECK(trace.hits().empty());
}
