// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"

#include "support.hpp"

#include <meldroute/routes/machine.hpp>

using namespace meldroute;
using namespace meldroute::testing;

namespace {

using E1 = Event<"een">;
using E2 = Event<"twee">;
using E3 = Event<"drie">;
using E4 = Event<"vier">;
using E5 = Event<"vijf">;
using E6 = Deciding<"zes">;

struct Whole;
struct Left;
struct L1;
struct L2;
struct Aside;
struct R1;
struct Right;
struct A1;
struct A2;
struct B1;
struct Deep;
struct X1;
struct X2;
struct Y1;
struct Y2;
struct End;

struct Nested : Machine<Nested, "proef", Whole> {
    using Events = List<E1, E2, E3, E4, E5, E6>;
    using Steps =
        List<Whole, Left, L1, L2, Aside, R1, Right, A1, A2, B1, Deep, X1, X2, Y1, Y2, End>;
};

// clang-format off
struct Whole : Stage<Whole, "geheel", Nested, Tracks<Left, R1>,
    On<E5, If<"d.klaar", End>>,
    On<E6, Within<Aside, If<"d.klaar", End>>>> {};
struct Left : Stage<Left, "links", In<Whole, 0>, L1,
    On<E1, To<L2>>,
    On<E4, Optional<"d.opzij", Aside>>> {};
struct L1 : Step<L1, "l1", Left,
    On<E1, If<"d.een", L2>>,
    On<E2, To<L2>>> {};
struct L2 : Step<L2, "l2", Left,
    On<E2, NextGate, If<"d.twee", L1>, Else<L2>>,
    On<E3, To<Left>>> {};
struct Aside : Idle<Aside, "opzij", In<Whole, 0>,
    On<E1, To<L2>>,
    Whenever<If<"w.terug", Left>>> {};
struct R1 : Step<R1, "r1", In<Whole, 1>,
    On<E1, To<Right>>,
    On<E2, If<"d.twee", Y2>, Unless<"d.een", A2>>,
    Whenever<If<"w.diep", B1>>> {};
struct Right : Stage<Right, "rechts", In<Whole, 1>, Tracks<A1, B1>,
    On<E4, To<R1>>,
    On<E3, If<"d.rechts", X2>>> {};
struct A1 : Step<A1, "a1", In<Right, 0>,
    On<E2, Within<Aside, A2>>,
    On<E3, To<A2>>> {};
struct A2 : Step<A2, "a2", In<Right, 0>,
    On<E1, If<"d.een", A1>>,
    Whenever<Unless<"w.diep", A1>>> {};
struct B1 : Step<B1, "b1", In<Right, 1>,
    On<E3, To<Deep>>,
    On<E5, To<Y2>>> {};
struct Deep : Stage<Deep, "diep", In<Right, 1>, Tracks<X1, Y1>,
    On<E5, If<"d.diep", B1>>> {};
struct X1 : Step<X1, "x1", In<Deep, 0>,
    On<E1, To<X2>>> {};
struct X2 : Step<X2, "x2", In<Deep, 0>,
    On<E2, To<X1>>,
    On<E5, Within<Y2, X1>>> {};
struct Y1 : Step<Y1, "y1", In<Deep, 1>,
    On<E2, To<Y2>>> {};
struct Y2 : Idle<Y2, "y2", In<Deep, 1>,
    On<E3, If<"d.diep", Y1>>> {};
struct End : Final<End, "einde", Nested,
    On<E1, To<Whole>>,
    On<E2, To<Y2>>> {};
// clang-format on

} // namespace

RouteKind meldroute::testing::nested_kind() {
    return kind_of<Nested>();
}

TEST_CASE("a route of one's own is the equal of the house's", "[routes]") {
    const std::vector extra{nested_kind()};

    At ids = route_ids();
    CHECK(ids.size() == house_routes().size());
    ids.push_back("proef");
    CHECK(route_ids(extra) == ids);
    CHECK(make_route("proef", extra)->here() == At{"l1", "r1"});
    CHECK(describe("proef", extra).steps.size() == 16);
    CHECK_THROWS_AS(make_route("proef"), RulebookError);
    CHECK_THROWS_WITH(describe("stapenplan"),
                      "M1307 \"stapenplan\" is not a route (did you mean \"stappenplan\"?)");
}

TEST_CASE("a track that was not asked for begins at its first step", "[routes][nested]") {
    const auto route = nested_kind().make();
    Says says{{"d.twee", yes}};

    route->move(route->plan("twee", says));
    CHECK(route->standing().leaves == At{"l2", "a1", "x1", "y2"});
    CHECK(route->here() == At{"l2", "a1", "x1"});
}

TEST_CASE("a stage hears an event only when nothing inside it moves", "[routes][nested]") {
    const auto route = nested_kind().make();
    Says says{{"d.klaar", yes}, {"d.diep", no}};

    SECTION("a step inside goes first") {
        route->restore({{"l1", "a1", "b1"}, 0});
        route->move(route->plan("vijf", says));
        CHECK(route->here() == At{"l1", "a1", "x1"});
    }
    SECTION("else the stage around all takes it") {
        route->restore({{"l1", "a1", "x1", "y1"}, 0});
        route->move(route->plan("vijf", says));
        CHECK(route->here() == At{"einde"});
    }
    SECTION("while what is inside is unknown, the stage is not asked") {
        route->restore({{"l1", "a1", "x1", "y1"}, 0});
        says.answers.erase("d.diep");
        const Plan plan = route->plan("vijf", says);
        CHECK(plan.outcome == Plan::Outcome::unknown);
        CHECK(plan.unknown == std::vector<std::string_view>{"d.diep"});
    }
}

TEST_CASE("a guard on another track looks at where it stood before", "[routes][nested]") {
    const auto route = nested_kind().make();
    Says says{{"d.een", yes}};

    // «y1» moves to «y2» on this very event, but «x2» looked first.
    route->restore({{"opzij", "a1", "x2", "y1"}, 0});
    route->move(route->plan("twee", says));
    CHECK(route->standing().leaves == At{"opzij", "a2", "x1", "y2"});
}
