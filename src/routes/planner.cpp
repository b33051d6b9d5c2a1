// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "planner.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

constexpr int any_entry = -1;

Answer opposite(Answer answer) {
    if (answer == Answer::unknown) return answer;
    return answer == Answer::yes ? Answer::no : Answer::yes;
}

} // namespace

Planner::Planner(const MachineTables& tables, const StepSet& here, int gate, Counsel& counsel,
                 Plan& plan)
    : tables_(tables), here_(here), gate_(gate), counsel_(counsel), plan_(plan) {
    plan_.event = {};
    plan_.outcome = Plan::Outcome::stays;
    plan_.awaited = false;
    plan_.arrows.clear();
    plan_.consulted.clear();
    plan_.unknown.clear();
}

void Planner::hear(int event) {
    plan_.event = tables_.events[std::size_t(event)].id;
    offer(event);
    if (plan_.unknown.empty()) {
        plan_.awaited = !plan_.arrows.empty();
        overhear();
    } else {
        plan_.arrows.clear();
        plan_.outcome = Plan::Outcome::unknown;
    }
}

void Planner::overhear() {
    overhearing_ = true;
    (here_ & tables_.takers.back()).each([&](int leaf) {
        if (!has_moved_or_is_left(leaf)) choose(leaf, any_entry);
    });
    if (!plan_.arrows.empty()) plan_.outcome = Plan::Outcome::moves;
}

/// From each leaf outwards, until a stage that still has a leaf to come: that one asks it.
void Planner::offer(int event) {
    const StepSet& takers = tables_.takers[std::size_t(event)];
    for (int leaf = here_.from(0), next; leaf >= 0; leaf = next) {
        next = here_.from(leaf + 1);
        for (int s = leaf; s >= 0; s = tables_.steps[std::size_t(s)].parent) {
            if (next >= 0 && tables_.within(next, s)) break;
            if (!takers.has(s) || settled_.has(s) || choose(s, event) == Answer::no) continue;
            for (int q = tables_.steps[std::size_t(s)].parent; q >= 0;
                 q = tables_.steps[std::size_t(q)].parent)
                settled_.add(q);
        }
    }
}

Answer Planner::choose(int step, int event) {
    const auto s = std::size_t(step);
    for (int a = tables_.first[s]; a < tables_.first[s + 1]; ++a) {
        const Jump& jump = tables_.jumps[std::size_t(a)];
        if (jump.event != event || (jump.within >= 0 && !here_.has(jump.within))) continue;
        const Answer answer = holds(a);
        if (answer == Answer::no) continue;
        if (answer == Answer::yes) {
            plan_.arrows.push_back(a);
            moved_.add(step);
        }
        return answer;
    }
    return Answer::no;
}

Answer Planner::holds(int arrow) {
    const Arrow& a = tables_.arrows[std::size_t(arrow)];
    const auto yes_or_no = [](bool yes) { return yes ? Answer::yes : Answer::no; };
    switch (a.kind) {
    case ArrowKind::always: return Answer::yes;
    case ArrowKind::next_gate: return yes_or_no(counsel_.gates(a.from) > gate_ + 1);
    case ArrowKind::optional: return counsel_.has(a.rule) ? ask(a.rule) : Answer::no;
    case ArrowKind::when: return ask(a.rule);
    case ArrowKind::unless: return opposite(ask(a.rule));
    }
    return Answer::unknown;
}

/// Each decision is asked once in a plan, whoever asks. One id is one object, whoever names it.
Answer Planner::ask(std::string_view decision) {
    auto& all = plan_.consulted;
    auto found = std::find_if(all.begin(), all.end(), [&](const Consulted& c) {
        return c.decision.data() == decision.data();
    });
    if (found == all.end()) {
        // What no entry can wait for need not be in the rulebook.
        const bool given = !overhearing_ || counsel_.has(decision);
        const Answer answer = given ? counsel_.ask(decision) : Answer::unknown;
        found = all.insert(all.end(), {decision, answer, overhearing_});
    }
    if (found->answer != Answer::unknown || overhearing_) return found->answer;
    if (std::find(plan_.unknown.begin(), plan_.unknown.end(), decision) == plan_.unknown.end())
        plan_.unknown.push_back(decision);
    return Answer::unknown;
}

bool Planner::has_moved_or_is_left(int leaf) const {
    for (int s = leaf; s >= 0; s = tables_.steps[std::size_t(s)].parent)
        if (moved_.has(s)) return true;
    return false;
}

} // namespace meldroute::inline v0
