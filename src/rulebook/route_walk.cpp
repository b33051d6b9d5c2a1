// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/route_walk.hpp"

#include <meldroute/routes/tables.hpp>
#include <meldroute/rulebook/route_counsel.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// What the rules say of a situation.
class Ruled final : public RouteCounsel {
public:
    Ruled(const Rulebook& rulebook, std::string_view route, const Situation& situation)
        : RouteCounsel(rulebook), situation_(situation) {
        stand_on(route);
    }

    Answer ask(std::string_view decision) final {
        return has(decision) ? rulebook().decisions().answer(decision, situation_)
                             : Answer::unknown;
    }

private:
    const Situation& situation_;
};

} // namespace

/// Answers that are supposed.
class RouteWalk::Script final : public RouteCounsel {
public:
    Script(const Rulebook& rulebook, std::string_view route, const std::vector<Wanted>& answers)
        : RouteCounsel(rulebook), answers_(answers) {
        stand_on(route);
    }

    Answer ask(std::string_view decision) final {
        for (const Wanted& one : answers_)
            if (one.decision == decision) return one.yes ? Answer::yes : Answer::no;
        return Answer::unknown;
    }

private:
    const std::vector<Wanted>& answers_;
};

Json WalkedWay::json() const {
    Json all = Json::array();
    for (const WalkedMove& move : moves)
        all.push_back({{"event", move.event}, {"facts", **move.facts}});
    return all;
}

RouteWalk::RouteWalk(const Rulebook& rulebook, std::string_view route)
    : rulebook_(rulebook), tables_(describe(route)), here_(make_route(route)),
      scratch_(make_route(route)) {}

std::vector<WalkedMove> RouteWalk::moves(const Standing& from) {
    std::vector<WalkedMove> out;
    here_->restore(from);
    explore("", from, {}, out);
    for (const EventInfo& event : tables_.events)
        if (is_awaited(event.id, from)) explore(std::string(event.id), from, {}, out);
    return out;
}

bool RouteWalk::is_awaited(std::string_view event, const Standing& from) const {
    const StepList steps = tables_.steps;
    const auto number = [&](std::string_view id) {
        return int(std::find_if(steps.begin(), steps.end(),
                                [&](const StepInfo& step) { return step.id == id; }) -
                   steps.begin());
    };
    return std::any_of(tables_.arrows.begin(), tables_.arrows.end(), [&](const Arrow& arrow) {
        return arrow.event == event &&
               std::any_of(from.leaves.begin(), from.leaves.end(), [&](const auto& leaf) {
                   return leaf == arrow.from ||
                          lies_inside(steps, number(leaf), number(arrow.from));
               });
    });
}

/// A decision that was asked and not supposed yet is supposed both ways.
void RouteWalk::explore(const std::string& event, const Standing& from, std::vector<Wanted> answers,
                        std::vector<WalkedMove>& out) {
    Script script(rulebook_, tables_.id, answers);
    const Plan plan = event.empty() ? here_->overhear(script) : here_->plan(event, script);
    for (const Consulted& asked : plan.consulted) {
        if (asked.answer != Answer::unknown || !script.has(asked.decision)) continue;
        for (const bool yes : {true, false}) {
            auto more = answers;
            more.push_back({std::string(asked.decision), yes});
            explore(event, from, std::move(more), out);
        }
        return;
    }
    if (plan.outcome != Plan::Outcome::moves || (!event.empty() && !plan.awaited)) return;
    std::sort(answers.begin(), answers.end());
    const JsonBox& facts = facts_for(answers);
    if (facts->is_null()) return;
    scratch_->restore(from);
    scratch_->move(plan);
    out.push_back({event, &facts, scratch_->standing()});
}

const JsonBox& RouteWalk::facts_for(const std::vector<Wanted>& answers) {
    const auto known = known_.find(answers);
    if (known != known_.end()) return known->second;
    Situated found{JsonBox(Json::object()), true};
    if (!answers.empty()) found = situation_where(rulebook_.decisions(), answers);
    sure_ = sure_ && found.sure;
    return known_.emplace(answers, std::move(found.facts)).first->second;
}

bool RouteWalk::confirms(const WalkedWay& way) const {
    const auto route = make_route(tables_.id);
    Situation situation(rulebook_.vocabulary());
    for (const WalkedMove& move : way.moves) {
        situation.tell(JsonNode::wrap(**move.facts, ""));
        Ruled ruled(rulebook_, tables_.id, situation);
        const Plan plan =
            move.event.empty() ? route->overhear(ruled) : route->plan(move.event, ruled);
        if (plan.outcome != Plan::Outcome::moves) return false;
        route->move(plan);
    }
    return way.moves.empty() || route->standing() == way.moves.back().to;
}

} // namespace meldroute::inline v0
