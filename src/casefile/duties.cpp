// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/casefile/duties.hpp>

#include <meldroute/casefile/advice.hpp>
#include <meldroute/casefile/takers.hpp>
#include <meldroute/routes/machines.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>

namespace meldroute::inline v0 {
namespace {

/// Calls back for each leaf where the case stands, route by route, in declared order.
template <class Visit>
void each_leaf(const Story& story, Visit visit) {
    for (const auto& [route, standing] : story.here())
        for (const auto& leaf : standing.leaves)
            for (const auto& step : describe(route).steps)
                if (step.id == leaf) visit(route, step);
}

/// The first owner that the rulebook names for the steps where a route begins.
std::string first_owner(const Rulebook& rulebook, std::string_view route) {
    for (const auto& leaf : make_route(route)->here())
        if (const auto& owner = rulebook.step(route, leaf).owner; !owner.empty()) return owner;
    return {};
}

/// When the event came, when the step where the case stands was entered, or the day or moment that
/// somebody told.
std::optional<When> start_of(const Story& story, const std::string& from) {
    if (const auto* start = story.last(from)) return start->at;
    for (const auto& [route, standing] : story.here())
        for (const auto& leaf : standing.leaves)
            if (from == route + "." + leaf) return story.entered(route, leaf).at;
    const Situation& situation = story.situation();
    const auto slot = situation.vocabulary().find(from);
    if (!slot || !situation.known(*slot)) return {};
    const std::int64_t value = situation[*slot].value;
    switch (situation.vocabulary()[*slot].type.kind) {
    case Kind::date: return Date{std::int32_t(value)};
    case Kind::moment: return Moment{value, std::int16_t(amsterdam_offset(value))};
    default: return {};
    }
}

Due due_of(const Story& story, const Term& term) {
    Occurrences occurrences;
    occurrences.start = start_of(story, term.from);
    for (const auto& happened : story.happened())
        occurrences.since.push_back({happened.event, happened.at});
    if (!term.told.empty())
        if (const Json day = value_of(story.situation(), term.told); day.is_string())
            occurrences.told = Date::parse(day.get_ref<const std::string&>());
    return compute(term, occurrences, story.rulebook().calendars());
}

std::optional<Date> reminder_of(const OpenDuty& open) {
    if (open.duty->remind == 0 || !open.due || !open.due->date) return {};
    return open.due->date->plus_days(-open.duty->remind);
}

/// At once, then by moment, then what has no date.
std::tuple<int, std::int64_t> urgency(const OpenDuty& open) {
    if (!open.due) return {2, 0};
    if (open.due->state == Due::State::at_once) return {0, 0};
    const auto late = open.due->late_from();
    return late ? std::tuple{1, late->micros} : std::tuple{2, std::int64_t{0}};
}

Answer opens(const Story& story, const Duty& duty) {
    if (duty.when.empty()) return Answer::yes;
    return answer_of(story.rulebook(), duty.when, story.situation());
}

/// Done since the step was entered; or done before, where nobody can do it again. What repeats is
/// never done: it has a next time.
bool is_fulfilled(const Story& story, const Duty& duty, const Entered& since) {
    if (duty.done.empty()) return false;
    const auto* term = story.rulebook().terms().find(duty.term);
    if (term != nullptr && term->repeats) return false;
    if (story.happened_since(since.sequence, duty.done)) return true;
    return story.happened_since(0, duty.done) && takers_of(story.here(), duty.done).empty();
}

} // namespace

std::string owner_of(const Story& story, std::string_view route, std::string_view step) {
    const Rulebook& rulebook = story.rulebook();
    if (const auto& owner = rulebook.step(route, step).owner; !owner.empty()) return owner;
    if (auto owner = first_owner(rulebook, route); !owner.empty()) return owner;
    return story.first_route().empty() ? std::string() : first_owner(rulebook, story.first_route());
}

std::vector<Ownership> owners(const Story& story) {
    std::vector<Ownership> out;
    each_leaf(story, [&](const std::string& route, const StepInfo& step) {
        const bool watched = !story.rulebook().step(route, step.id).owner.empty();
        if (!step.final && (!step.idle || watched))
            out.push_back({route, std::string(step.id), owner_of(story, route, step.id)});
    });
    return out;
}

namespace {

/// Of a route that would begin here if its condition said yes, and nobody knows.
void add_undecided_starts(const Story& story, const std::string& route, const StepInfo& step,
                          std::vector<OpenDuty>& open) {
    for (const auto& start : story.rulebook().step(route, step.id).starts) {
        if (start.when.empty() || story.here().contains(start.route)) continue;
        if (answer_of(ruling_of(story.rulebook(), start.when, story.situation())) !=
            Answer::unknown)
            continue;
        OpenDuty one;
        one.route = route;
        one.step = step.id;
        one.role =
            start.find_out.role.empty() ? owner_of(story, route, step.id) : start.find_out.role;
        one.duty = &start.find_out;
        one.certain = false;
        one.since = story.entered(route, step.id);
        open.push_back(std::move(one));
    }
}

} // namespace

std::vector<OpenDuty> open_duties(const Story& story) {
    std::vector<OpenDuty> open;
    each_leaf(story, [&](const std::string& route, const StepInfo& step) {
        const Entered& since = story.entered(route, step.id);
        for (const auto& duty : story.rulebook().step(route, step.id).duties) {
            if (is_fulfilled(story, duty, since)) continue;
            const Answer answer = opens(story, duty);
            if (answer == Answer::no) continue;
            OpenDuty one{
                route, std::string(step.id), duty.role, &duty, answer == Answer::yes, {}, {},
                since};
            if (one.role.empty()) one.role = owner_of(story, route, step.id);
            if (const auto* term = story.rulebook().terms().find(duty.term))
                one.due = due_of(story, *term);
            one.remind = reminder_of(one);
            open.push_back(std::move(one));
        }
        add_undecided_starts(story, route, step, open);
    });
    std::stable_sort(open.begin(), open.end(),
                     [](const OpenDuty& a, const OpenDuty& b) { return urgency(a) < urgency(b); });
    return open;
}

} // namespace meldroute::inline v0
