// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/casefile/story.hpp>

#include "casefile/migrated.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/routes/machines.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

bool knows(std::string_view route, std::string_view event) {
    const auto events = describe(route).events;
    return std::any_of(events.begin(), events.end(),
                       [&](const EventInfo& info) { return info.id == event; });
}

} // namespace

Story::Story(std::shared_ptr<const Rulebook> rulebook)
    : rulebook_(std::move(rulebook)), situation_(rulebook_->vocabulary()) {}

void Story::add(const Body& body) {
    for (const auto& [route, standing] : body.here) describe(route);
    situation_.tell(JsonNode::wrap(*body.facts, "facts"));
    situation_.happen(body.occurred);
    ++sequence_;
    recorded_ = body.recorded;
    if (!body.key.empty()) keys_[body.key] = sequence_;
    if (first_route_.empty() && !body.here.empty()) first_route_ = body.here.begin()->first;
    for (const auto& [route, standing] : body.here) {
        const bool happened = begins(route, body) || knows(route, body.event);
        if (happened) happened_.push_back({route + "." + body.event, body.occurred, sequence_});
        enter(route, body);
    }
    here_ = body.here;
}

void Story::move_to(std::shared_ptr<const Rulebook> rulebook, const Body& body) {
    const Moves moves = moves_of(body);
    Story next(std::move(rulebook));
    next.situation_.tell(JsonNode::wrap(told_facts(*this), "facts"));
    next.situation_.happen(body.occurred);
    next.first_route_ = moves.route(first_route_);
    next.sequence_ = sequence_ + 1;
    next.recorded_ = body.recorded;
    next.keys_ = keys_;
    if (!body.key.empty()) next.keys_[body.key] = next.sequence_;
    for (const auto& [event, at, sequence] : happened_) {
        const auto dot = event.find('.');
        next.happened_.push_back(
            {moves.route(event.substr(0, dot)) + event.substr(dot), at, sequence});
    }
    for (const auto& [route, leaves] : entered_)
        for (const auto& [leaf, entered] : leaves)
            next.entered_[moves.route(route)][moves.step(route, leaf)] = entered;
    next.here_ = moves.of(here_);
    for (const auto& [route, standing] : body.here) next.enter(route, body);
    next.here_ = body.here;
    *this = std::move(next);
}

void Story::move_to(std::shared_ptr<const Rulebook> rulebook) {
    Situation situation(rulebook->vocabulary());
    const Json told = told_facts(*this);
    for (const auto& [fact, value] : told.items()) {
        try {
            situation.tell(JsonNode::wrap(Json{{fact, value}}, "facts"));
        } catch (const RulebookError&) {
            continue;
        }
    }
    situation_ = std::move(situation);
    rulebook_ = std::move(rulebook);
}

/// A step is entered when the case did not stand there before; who stays has not come anew.
void Story::enter(const std::string& route, const Body& body) {
    const bool anew = begins(route, body);
    std::map<std::string, Entered, std::less<>> now;
    for (const auto& leaf : body.here.at(route).leaves) {
        const auto before = entered_[route].find(leaf);
        const bool stays = !anew && before != entered_[route].end();
        now[leaf] = stays ? before->second : Entered{body.occurred, sequence_};
        if (!stays) forget_signatures(route, leaf);
    }
    entered_[route] = std::move(now);
}

/// What is told by an event is told anew each time; so is what stands beside it by a note.
void Story::forget_signatures(const std::string& route, const std::string& leaf) {
    for (const auto& decides : rulebook_->step(route, leaf).decides)
        if (decides.by_note)
            situation_.tell(JsonNode::wrap({{decides.fact, {{"unknown", "not-asked"}}}}, "facts"));
}

bool Story::begins(const std::string& route, const Body& body) const {
    const auto before = here_.find(route);
    if (before == here_.end()) return true;
    return body.event == begins_by_route && before->second != body.here.at(route);
}

const Entered& Story::entered(std::string_view route, std::string_view step) const {
    return entered_.find(route)->second.find(step)->second;
}

bool Story::happened_since(std::int64_t sequence, std::string_view event) const {
    const std::string end = "." + std::string(event);
    return std::any_of(happened_.begin(), happened_.end(), [&](const Happened& happened) {
        return happened.sequence > sequence && happened.event.ends_with(end);
    });
}

const Happened* Story::last(std::string_view event) const {
    const auto found = std::find_if(happened_.rbegin(), happened_.rend(),
                                    [&](const Happened& h) { return h.event == event; });
    return found == happened_.rend() ? nullptr : &*found;
}

std::optional<std::int64_t> Story::told_as(const std::string& key) const {
    const auto found = keys_.find(key);
    if (key.empty() || found == keys_.end()) return {};
    return found->second;
}

bool is_done(std::string_view route, const Standing& standing) {
    bool ended = false;
    for (const auto& step : describe(route).steps) {
        const auto& leaves = standing.leaves;
        if (std::find(leaves.begin(), leaves.end(), step.id) == leaves.end()) continue;
        if (!step.final && !step.idle) return false;
        ended = ended || step.final;
    }
    return ended;
}

} // namespace meldroute::inline v0
