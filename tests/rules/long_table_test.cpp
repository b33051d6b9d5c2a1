// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is done otherwise in a table of many rows: its first rows are looked at by themselves, and
// limits are counted or halved. Compared with the search over ranges, which knows no long tables.

#include "catch.hpp"
#include "rules/compiled.hpp"
#include "rules/decide.hpp"
#include "rules/random_book.hpp"

#include <algorithm>
#include <numeric>

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
            if (trace.hits() == expected) continue;
            CAPTURE(count, holding);
            FAIL_CHECK("other rows are told than those that hold");
        }
    }
    SUCCEED();
}
