// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What must hold on every route, tried on streams of events and answers that are random and fixed.

#include "catch.hpp"

#include "oracle.hpp"

#include <algorithm>

using namespace meldroute;
using namespace meldroute::testing;

namespace {

constexpr int streams = 100;
constexpr int length = 50;

/// Events that a step where the route stands has an arrow for.
std::vector<std::string_view> awaited_events(const RouteTables& tables, const Route& route) {
    const auto leaves = route.standing().leaves;
    std::vector<std::string_view> events;
    for (const Arrow& arrow : tables.arrows)
        if (!arrow.event.empty() &&
            std::find(leaves.begin(), leaves.end(), arrow.from) != leaves.end())
            events.push_back(arrow.event);
    return events;
}

/// An event of the route, every other time one that is awaited so that the far steps are reached
/// too; now and then none, for an entry that only brings facts.
std::string_view random_event(const RouteTables& tables, const Route& route, Dice& dice) {
    if (dice.below(12) == 0) return {};
    const auto awaited = awaited_events(tables, route);
    if (awaited.empty() || dice.below(2) == 0) return dice.of(tables.events).id;
    return dice.of(awaited);
}

Plan planned(const Route& route, std::string_view event, Says& says) {
    return event.empty() ? route.overhear(says) : route.plan(event, says);
}

/// Runs streams on a kind of route; `look` sees each entry before it is told.
template <class Look>
void wander(const RouteKind& kind, std::uint64_t seed, Look look) {
    Dice dice(seed);
    for (int s = 0; s < streams; ++s) {
        const auto route = kind.make();
        for (int i = 0; i < length; ++i) {
            const auto event = random_event(*kind.tables, *route, dice);
            Says says = random_says(*kind.tables, dice, s % 3);
            look(*route, event, says);
            if (const Plan plan = planned(*route, event, says);
                plan.outcome == Plan::Outcome::moves)
                route->move(plan);
        }
    }
}

/// Each answer to these decisions in turn.
template <class Try>
void complete(Says& says, const std::vector<std::string>& decisions, std::size_t from,
              Try attempt) {
    if (from == decisions.size()) return attempt();
    for (const Answer answer : {yes, no}) {
        says.answers[decisions[from]] = answer;
        complete(says, decisions, from + 1, attempt);
    }
    says.answers[decisions[from]] = unknown;
}

std::vector<std::string> unknowns_of(const RouteTables& tables, std::string_view event,
                                     const Says& says) {
    std::set<std::string> ids;
    for (const Arrow& arrow : tables.arrows) {
        const std::string rule(arrow.rule);
        if (arrow.event == event && !rule.empty() && says.answers.at(rule) == unknown)
            ids.insert(rule);
    }
    return {ids.begin(), ids.end()};
}

} // namespace

TEST_CASE("an entry does what the definition says", "[routes][random]") {
    const auto kind = GENERATE(from_range(all_kinds()));
    const Oracle oracle(*kind.tables);
    std::set<std::string> seen;
    int moved = 0;

    wander(kind, 15, [&](Route& route, std::string_view event, Says& says) {
        const Standing before = route.standing();
        const auto expected = oracle.tell(oracle.read(before), event, says);
        const Plan plan = planned(route, event, says);
        CAPTURE(kind.tables->id, event, before.leaves, before.gate);
        REQUIRE(route.standing() == before);
        REQUIRE(plan.outcome == expected.outcome);
        REQUIRE(plan.awaited == expected.awaited);
        REQUIRE(plan.arrows.empty() == (plan.outcome != Plan::Outcome::moves));
        REQUIRE(says.asked.size() == std::set(says.asked.begin(), says.asked.end()).size());
        if (plan.outcome != Plan::Outcome::moves) return;
        const auto twin = kind.make();
        twin->restore(before);
        twin->move(plan);
        REQUIRE(twin->standing() == oracle.write(expected.place));
        for (const auto& leaf : twin->standing().leaves) seen.insert(leaf);
        ++moved;
    });
    const auto leaves = std::count_if(kind.tables->steps.begin(), kind.tables->steps.end(),
                                      [](const StepInfo& step) { return step.leaf; });
    CAPTURE(kind.tables->id, moved);
    CHECK(10 * seen.size() >= 9 * std::size_t(leaves));
    CHECK(moved > 200);
}

TEST_CASE("a restored route stands and moves as the live one", "[routes][random]") {
    const auto kind = GENERATE(from_range(all_kinds()));
    Dice dice(4);

    for (int s = 0; s < streams; ++s) {
        const auto live = kind.make();
        auto twin = kind.make();
        for (int i = 0; i < length; ++i) {
            if (dice.below(3) == 0) {
                twin = kind.make();
                twin->restore(live->standing());
            }
            const auto event = random_event(*kind.tables, *live, dice);
            Says says = random_says(*kind.tables, dice, s % 3);
            const Plan plan = planned(*live, event, says), same = planned(*twin, event, says);
            CAPTURE(kind.tables->id, event, live->standing().leaves);
            REQUIRE(same.outcome == plan.outcome);
            REQUIRE(same.arrows == plan.arrows);
            REQUIRE(same.consulted == plan.consulted);
            if (plan.outcome != Plan::Outcome::moves) continue;
            live->move(plan);
            twin->move(same);
            REQUIRE(twin->standing() == live->standing());
            REQUIRE(twin->here() == live->here());
        }
    }
}

TEST_CASE("the options are what telling would do", "[routes][random]") {
    const auto kind = GENERATE(from_range(all_kinds()));
    Dice dice(8);

    for (int s = 0; s < 12; ++s) {
        const auto route = kind.make();
        for (int i = 0; i < 20; ++i) {
            Says says = random_says(*kind.tables, dice, 4);
            const Standing before = route->standing();
            const auto options = route->options(says);
            REQUIRE(route->standing() == before);
            REQUIRE(options.size() == kind.tables->events.size());
            for (const Option& option : options) {
                std::set<std::vector<std::string>> targets;
                Says supposed = says;
                const auto open = unknowns_of(*kind.tables, option.event, says);
                complete(supposed, open, 0, [&] {
                    const Plan plan = route->plan(option.event, supposed);
                    if (!plan.awaited) return;
                    const auto copy = kind.make();
                    copy->restore(before);
                    copy->move(plan);
                    targets.insert(copy->standing().leaves);
                });
                CAPTURE(kind.tables->id, option.event, before.leaves);
                REQUIRE(option.complete);
                REQUIRE(option.possible == !targets.empty());
                REQUIRE(std::set(option.targets.begin(), option.targets.end()) == targets);
                REQUIRE(option.targets.size() == targets.size());
                const bool undecided =
                    route->plan(option.event, says).outcome == Plan::Outcome::unknown;
                REQUIRE(option.unknown.empty() == !undecided);
            }
            const auto event = random_event(*kind.tables, *route, dice);
            if (const Plan plan = planned(*route, event, says);
                plan.outcome == Plan::Outcome::moves)
                route->move(plan);
        }
    }
}

TEST_CASE("a counsel that fails, and a refusal, change nothing", "[routes][random]") {
    const auto kind = GENERATE(from_range(all_kinds()));

    wander(kind, 99, [&](Route& route, std::string_view event, Says& says) {
        const Standing before = route.standing();
        const Plan plan = planned(route, event, says);
        const auto asks = int(says.asked.size());
        if (plan.outcome != Plan::Outcome::moves) REQUIRE_THROWS_AS(route.move(plan), Refused);
        for (int k = 0; k < asks; ++k) {
            says.throws_at = k;
            REQUIRE_THROWS_AS(planned(route, event, says), std::runtime_error);
        }
        says.throws_at = -1;
        REQUIRE(route.standing() == before);
        REQUIRE(planned(route, event, says).arrows == plan.arrows);
    });
}
