// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "dice.hpp"
#include "proofs/sat.hpp"

#include <array>

using namespace meldroute;

namespace {

using Clauses = std::vector<std::vector<Sat::Literal>>;

bool holds(const Clauses& clauses, unsigned values) {
    for (const auto& clause : clauses) {
        bool some = false;
        for (const auto literal : clause) some |= (values >> (literal / 2) & 1) != (literal & 1);
        if (!some) return false;
    }
    return true;
}

bool any_holds(const Clauses& clauses, int variables) {
    for (unsigned values = 0; values < 1U << variables; ++values)
        if (holds(clauses, values)) return true;
    return false;
}

} // namespace

TEST_CASE("the solver agrees with trying everything", "[proofs][property]") {
    Dice dice(3);
    for (int i = 0; i < 3000; ++i) {
        constexpr int variables = 9;
        Sat sat;
        for (int v = 0; v < variables; ++v) sat.variable();
        Clauses clauses;
        for (int c = 25 + dice.below(25); c > 0; --c) {
            clauses.emplace_back();
            for (int l = 1 + dice.below(4); l > 0; --l)
                clauses.back().push_back(Sat::Literal(dice.below(2 * variables)));
            sat.clause(clauses.back());
        }
        // What was found is ruled out, until nothing is left.
        std::optional<bool> answer;
        while ((answer = sat.solve(10000)) == true) {
            std::vector<Sat::Literal> other;
            unsigned values = 0;
            for (std::uint32_t v = 0; v < variables; ++v) {
                values |= unsigned(sat.value(v)) << v;
                other.push_back(sat.value(v) ? Sat::no(v) : Sat::yes(v));
            }
            REQUIRE(holds(clauses, values));
            clauses.push_back(other);
            sat.clause(other);
        }
        REQUIRE(answer == false);
        REQUIRE_FALSE(any_holds(clauses, variables));
    }
}

TEST_CASE("the solver says when it gave up", "[proofs]") {
    // More pigeons than holes: no clause learned there is short.
    constexpr std::uint32_t holes = 9;
    Sat sat;
    std::array<std::array<std::uint32_t, holes>, holes + 1> in{};
    for (auto& pigeon : in) {
        std::vector<Sat::Literal> somewhere;
        for (auto& hole : pigeon) somewhere.push_back(Sat::yes(hole = sat.variable()));
        sat.clause(somewhere);
    }
    for (std::size_t h = 0; h < holes; ++h)
        for (std::size_t a = 0; a <= holes; ++a)
            for (std::size_t b = 0; b < a; ++b) sat.clause({Sat::no(in[a][h]), Sat::no(in[b][h])});
    CHECK_FALSE(sat.solve(50).has_value());
}
