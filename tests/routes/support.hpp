// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What the tests of routes share: a counsel that says what it is told to, and a machine of the tests'
// own with a parallel stage in a parallel stage.

#pragma once

#include "dice.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/routes/machines.hpp>

#include <map>
#include <set>
#include <stdexcept>

namespace meldroute::inline v0::testing {

using At = std::vector<std::string>;

/// Says what stands in it; whatever else is asked is unknown.
class Says final : public Counsel {
public:
    Says() = default;
    Says(std::initializer_list<std::pair<const std::string, Answer>> given) : answers(given) {}

    Answer ask(std::string_view decision) override {
        if (throws_at-- == 0) throw std::runtime_error("the counsel failed");
        asked.emplace_back(decision);
        const auto found = answers.find(std::string(decision));
        return found == answers.end() ? Answer::unknown : found->second;
    }
    bool has(std::string_view decision) override { return !absent.contains(std::string(decision)); }
    int gates(std::string_view) override { return gate_count; }

    std::map<std::string, Answer> answers;
    std::set<std::string> absent;
    std::vector<std::string> asked;
    int gate_count = 1;
    int throws_at = -1; ///< the ask that throws, from 0
};

inline constexpr Answer yes = Answer::yes, no = Answer::no, unknown = Answer::unknown;

/// A route and what its counsel says.
struct Case {
    explicit Case(std::string_view id) : route(make_route(id)) {}

    At tell(std::string_view event) {
        route->move(route->plan(event, says));
        return route->here();
    }
    /// An entry without an event of this route.
    At note() {
        const Plan plan = route->overhear(says);
        if (plan.outcome == Plan::Outcome::moves) route->move(plan);
        return route->here();
    }
    /// The fault with which an event is refused.
    Fault refused(std::string_view event) {
        const Standing before = route->standing();
        try {
            tell(event);
        } catch (const Refused& error) {
            if (route->standing() != before) throw std::logic_error("a refusal moved the route");
            return error.fault();
        }
        throw std::logic_error("not refused");
    }

    std::unique_ptr<Route> route;
    Says says;
};

/// Answers to all decisions of a route; `doubt` in 10 are unknown.
inline Says random_says(const RouteTables& tables, Dice& dice, int doubt) {
    Says says;
    for (const Arrow& arrow : tables.arrows) {
        if (arrow.rule.empty()) continue;
        const std::string rule(arrow.rule);
        if (dice.below(10) < doubt)
            says.answers[rule] = unknown;
        else
            says.answers[rule] = dice.below(2) == 0 ? yes : no;
        if (dice.below(8) == 0) says.absent.insert(rule);
    }
    says.gate_count = 1 + dice.below(3);
    return says;
}

/// A machine with stages three deep and parallel stages in one another (nested_machine_test.cpp).
RouteKind nested_kind();

/// The routes of the house, and the nested one.
inline std::vector<RouteKind> all_kinds() {
    auto kinds = house_routes();
    kinds.push_back(nested_kind());
    return kinds;
}

} // namespace meldroute::inline v0::testing
