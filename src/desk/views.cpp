// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "desk/views_of.hpp"

#include <meldroute/casefile/advice.hpp>
#include <meldroute/casefile/duties.hpp>
#include <meldroute/routes/machines.hpp>

#include <algorithm>

namespace meldroute::inline v0 {

namespace {

/// Whether a term that flags this ran out after the last entry that the case has.
bool ran_out_unseen(const Story& story, const Duty& duty, const Moment& late) {
    const auto* term = story.rulebook().terms().find(duty.term);
    return term->ran_out == Term::RanOut::flag && story.recorded() && late > *story.recorded();
}

} // namespace

std::vector<DutyView> duties_of(const Story& story, const Moment& at) {
    std::vector<DutyView> views;
    for (auto& open : open_duties(story)) {
        DutyView view;
        view.id = open.duty->id;
        view.route = std::move(open.route);
        view.step = std::move(open.step);
        view.role = std::move(open.role);
        view.label = open.duty->label;
        view.certain = open.certain;
        view.since = open.since.at;
        view.source = open.duty->source;
        view.term = open.duty->term;
        const auto late = open.due ? open.due->late_from() : std::nullopt;
        view.late = late && at >= *late;
        view.unseen = view.late && ran_out_unseen(story, *open.duty, *late);
        view.remind = open.remind;
        view.due = std::move(open.due);
        views.push_back(std::move(view));
    }
    return views;
}

std::vector<AlertView> alerts_of(const Story& story) {
    std::vector<AlertView> views;
    for (const auto& alert : story.rulebook().alerts()) {
        const auto answer =
            answer_of(ruling_of(story.rulebook(), alert.decision, story.situation()));
        if (answer == Answer::no) continue;
        const bool certain = answer == Answer::yes;
        const bool asks = !certain && !alert.question.empty();
        views.push_back({alert.id, asks ? alert.question : alert.label, certain});
    }
    return views;
}

std::vector<OwnerView> owners_of(const Story& story) {
    std::vector<OwnerView> views;
    for (auto& owner : owners(story))
        views.push_back({std::move(owner.route), std::move(owner.step), std::move(owner.role)});
    return views;
}

std::vector<std::string> without_idle(std::string_view route,
                                      const std::vector<std::string>& leaves) {
    std::vector<std::string> out;
    const auto steps = describe(route).steps;
    for (const auto& leaf : leaves)
        if (std::none_of(steps.begin(), steps.end(),
                         [&](const StepInfo& step) { return step.idle && step.id == leaf; }))
            out.push_back(leaf);
    return out;
}

} // namespace meldroute::inline v0
