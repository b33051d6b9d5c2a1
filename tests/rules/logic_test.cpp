// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "rules/support.hpp"

#include <functional>
#include <map>

using namespace meldroute;

namespace {

/// A boolean decision «d» with this body over x (0 to 4), y, p and q.
SmallBook deciding(const Json& body) {
    Json decision{{"id", "d"}, {"outcome", {{"type", "boolean"}}}};
    decision.update(body);
    return SmallBook(JsonNode::wrap({{"facts",
                                      {{{"id", "x"}, {"type", "integer"}, {"min", 0}, {"max", 4}},
                                       {{"id", "y"}, {"type", "integer"}, {"min", 0}, {"max", 4}},
                                       {{"id", "p"}, {"type", "boolean"}},
                                       {{"id", "q"}, {"type", "boolean"}}}},
                                     {"decisions", {decision}}},
                                    "boek"));
}

Answer answer(const SmallBook& book, const Json& facts) {
    return book.decisions->answer("d", book.situation(facts));
}

Answer truth(bool yes) {
    return yes ? Answer::yes : Answer::no;
}

Json told(const std::string& id, Answer known) {
    return known == Answer::unknown ? Json::object() : Json{{id, known == Answer::yes}};
}

using Compare = std::function<bool(int, int)>;

const std::map<std::string, Compare>& comparisons() {
    static const std::map<std::string, Compare> all{
        {"<", std::less<int>()},      {"<=", std::less_equal<int>()},
        {">", std::greater<int>()},   {">=", std::greater_equal<int>()},
        {"==", std::equal_to<int>()}, {"!=", std::not_equal_to<int>()}};
    return all;
}

} // namespace

TEST_CASE("every comparison means what it says, in a cell and in an expression", "[rules]") {
    for (const auto& [sign, holds] : comparisons())
        for (int limit = 1; limit < 4; ++limit) {
            const Json x{{"var", "x"}};
            const auto right = deciding({{"value", {{sign, {x, limit}}}}});
            const auto left = deciding({{"value", {{sign, {limit, x}}}}});
            const bool cell = sign != "==" && sign != "!=";
            const auto text = sign + " " + std::to_string(limit);
            const auto table = deciding(
                {{"rows", {{{"id", "r"}, {"when", {{"x", cell ? text : "0..4"}}}, {"then", true}}}},
                 {"else", false}});
            for (int value = 0; value <= 4; ++value) {
                CAPTURE(sign, limit, value);
                CHECK(answer(right, {{"x", value}}) == truth(holds(value, limit)));
                CHECK(answer(left, {{"x", value}}) == truth(holds(limit, value)));
                if (cell) CHECK(answer(table, {{"x", value}}) == truth(holds(value, limit)));
            }
            CHECK(answer(right, Json::object()) == Answer::unknown);
        }
}

TEST_CASE("two facts are compared as their ranges allow", "[rules]") {
    for (const auto& [sign, holds] : comparisons()) {
        const auto book = deciding({{"value", {{sign, {{{"var", "x"}}, {{"var", "y"}}}}}}});
        for (int x = 0; x <= 4; ++x) {
            bool some = false, all = true;
            for (int y = 0; y <= 4; ++y) {
                CAPTURE(sign, x, y);
                CHECK(answer(book, {{"x", x}, {"y", y}}) == truth(holds(x, y)));
                (holds(x, y) ? some : all) = holds(x, y);
            }
            CHECK(answer(book, {{"x", x}}) == (some && !all ? Answer::unknown : truth(all)));
        }
    }
}

TEST_CASE("and, or and not follow Kleene", "[rules]") {
    const Json p{{"var", "p"}}, q{{"var", "q"}};
    const auto both = deciding({{"value", {{"and", {p, q}}}}});
    const auto either = deciding({{"value", {{"or", {p, q}}}}});
    const auto opposite = deciding({{"value", {{"!", {p}}}}});
    constexpr auto unknown = Answer::unknown, no = Answer::no, yes = Answer::yes;
    const auto least = [](Answer a, Answer b) {
        if (a == no || b == no) return no;
        return a == yes && b == yes ? yes : unknown;
    };
    const auto negated = [](Answer a) { return a == unknown ? unknown : truth(a == no); };
    for (const auto a : {unknown, no, yes}) {
        CHECK(answer(opposite, told("p", a)) == negated(a));
        for (const auto b : {unknown, no, yes}) {
            Json facts = told("p", a);
            facts.update(told("q", b));
            CHECK(answer(both, facts) == least(a, b));
            CHECK(answer(either, facts) == negated(least(negated(a), negated(b))));
        }
    }
}

TEST_CASE("what is not known can still settle an or, beside a part without outcome", "[rules]") {
    // Divided by zero there is no outcome; p may yet make it true, or q false.
    const Json divided{{"/", {1, {{"var", "x"}}}}};
    const Json never{{"<", {divided, 2}}};
    const auto either = deciding({{"value", {{"or", {never, {{"var", "p"}}}}}}});
    const auto both = deciding({{"value", {{"and", {never, {{"var", "p"}}}}}}});
    for (const auto* book : {&either, &both}) {
        const auto ruling = book->rule("d", {{"x", 0}});
        CHECK(ruling.state == Ruling::State::open);
        CHECK(book->decisions->decide("d", book->situation({{"x", 0}})).state ==
              Ruling::State::open);
        REQUIRE(ruling.needed.size() == 1);
        CHECK(ruling.needed.front().fact == "p");
    }
    CHECK(answer(either, {{"x", 0}, {"p", true}}) == Answer::yes);
    CHECK(answer(both, {{"x", 0}, {"p", false}}) == Answer::no);
    CHECK(either.rule("d", {{"x", 0}, {"p", false}}).state == Ruling::State::none);
    CHECK(both.rule("d", {{"x", 0}, {"p", true}}).state == Ruling::State::none);
}

TEST_CASE("what decides most is asked first", "[rules]") {
    // p alone settles it when true; x settles it only at one of its values.
    const auto book =
        deciding({{"rows",
                   {{{"id", "a"}, {"when", {{"p", true}}}, {"then", true}},
                    {{"id", "b"}, {"when", {{"x", 0}, {"q", true}}}, {"then", true}}}},
                  {"else", false}});
    const auto ruling = book.rule("d", Json::object());
    REQUIRE(ruling.needed.size() == 3);
    CHECK(ruling.needed[0].fact == "p");
    CHECK(ruling.needed[1].fact == "x");
    CHECK(ruling.needed[2].fact == "q");
}
