// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/routes/walker.hpp>

#include <meldroute/base/error.hpp>
#include <meldroute/base/id.hpp>

#include "planner.hpp"

#include <algorithm>
#include <stdexcept>

namespace meldroute::inline v0 {
namespace {

[[noreturn]] void refuse_unknown_event(const MachineTables& tables, std::string_view event) {
    std::vector<std::string> ids;
    for (const EventInfo& e : tables.events) ids.emplace_back(e.id);
    fail(Fault::event_unknown, {std::string(event), std::string(tables.id), nearest(event, ids)});
}

std::string joined(const std::vector<std::string_view>& ids) {
    std::string out;
    for (const auto id : ids) out += (out.empty() ? "" : ", ") + std::string(id);
    return out;
}

/// The leaves as numbers, when each is a leaf and they stand in declared order.
bool read(StepList steps, const std::vector<std::string>& ids, StepSet& into) {
    int step = -1;
    for (const auto& id : ids) {
        do
            if (++step == int(steps.size())) return false;
        while (!steps[std::size_t(step)].leaf || steps[std::size_t(step)].id != id);
        into.add(step);
    }
    return true;
}

/// Whether one node is active in this track of this stage, and so on all the way in.
bool one_active_in(const MachineTables& tables, const StepSet& leaves, int stage, int track) {
    const int end = stage < 0 ? int(tables.steps.size()) : tables.end[std::size_t(stage)];
    int active = -1;
    for (int leaf = leaves.from(stage + 1); leaf >= 0 && leaf < end; leaf = leaves.from(leaf + 1)) {
        const int node = directly_in(tables.steps, leaf, stage);
        if ((stage >= 0 && tables.steps[std::size_t(node)].track != track) || node == active)
            continue;
        if (active >= 0) return false;
        active = node;
    }
    if (active < 0) return false;
    for (int k = tracks_of(tables.steps, active); k-- > 0;)
        if (!one_active_in(tables, leaves, active, k)) return false;
    return true;
}

} // namespace

bool Walker::knows(std::string_view event) const {
    return event_number(tables_, event) >= 0;
}

Standing Walker::standing() const {
    Standing standing;
    here_.each(
        [&](int leaf) { standing.leaves.emplace_back(tables_.steps[std::size_t(leaf)].id); });
    standing.gate = gate_;
    return standing;
}

std::vector<std::string> Walker::here() const {
    std::vector<std::string> ids;
    here_.each([&](int leaf) {
        if (const auto& step = tables_.steps[std::size_t(leaf)]; !step.idle)
            ids.emplace_back(step.id);
    });
    return ids;
}

void Walker::plan(std::string_view event, Counsel& counsel, Plan& into) const {
    const int number = event_number(tables_, event);
    if (number < 0) refuse_unknown_event(tables_, event);
    Planner(tables_, here_, gate_, counsel, into).hear(number);
}

void Walker::overhear(Counsel& counsel, Plan& into) const {
    Planner(tables_, here_, gate_, counsel, into).overhear();
}

void Walker::move(const Plan& plan) {
    if (plan.outcome != Plan::Outcome::moves) refuse(plan);
    for (const int arrow : plan.arrows)
        if (arrow < 0 || arrow >= int(tables_.jumps.size()) ||
            !is_active(tables_.jumps[std::size_t(arrow)].from))
            fail(Fault::plan_stale, {std::string(tables_.id)});
    for (const int arrow : plan.arrows) {
        gate_ = gate_after(arrow);
        if (tables_.arrows[std::size_t(arrow)].kind != ArrowKind::next_gate) take(arrow);
    }
    look();
}

void Walker::restore(const Standing& standing) {
    StepSet leaves;
    const bool gated = standing.gate > 0;
    const bool fits = read(tables_.steps, standing.leaves, leaves) &&
                      one_active_in(tables_, leaves, -1, 0) && standing.gate >= 0 &&
                      (!gated || (tables_.gated >= 0 && leaves.has(tables_.gated)));
    if (!fits) fail(Fault::standing_unfit, {std::string(tables_.id)});
    stand_at(leaves);
    gate_ = standing.gate;
    look();
    if (here_ != leaves) throw std::logic_error("a route that restores to another place");
}

void Walker::look() {
    here_ = leaves();
}

bool Walker::is_active(int step) const {
    const int leaf = here_.from(step);
    return leaf >= 0 && tables_.within(leaf, step);
}

/// A gate stays open while its step is stood at; whoever comes back finds the first one.
int Walker::gate_after(int arrow) const {
    if (tables_.arrows[std::size_t(arrow)].kind == ArrowKind::next_gate) return gate_ + 1;
    if (gate_ == 0) return 0;
    const Jump& jump = tables_.jumps[std::size_t(arrow)];
    const int left = left_by(tables_.steps, jump.from, jump.to);
    return tables_.within(tables_.gated, left) ? 0 : gate_;
}

Plan Route::plan(std::string_view event, Counsel& counsel) const {
    Plan made;
    plan(event, counsel, made);
    return made;
}

Plan Route::overhear(Counsel& counsel) const {
    Plan made;
    overhear(counsel, made);
    return made;
}

void Route::refuse(const Plan& plan) const {
    const std::string event(plan.event), route(id());
    if (!plan.unknown.empty()) fail(Fault::event_undecided, {event, route, joined(plan.unknown)});
    std::vector<std::string_view> deciders;
    for (const Consulted& c : plan.consulted)
        if (!c.overheard) deciders.push_back(c.decision);
    if (!deciders.empty()) fail(Fault::event_ruled_out, {event, route, joined(deciders)});
    fail(Fault::event_not_awaited, {event, route});
}

} // namespace meldroute::inline v0
