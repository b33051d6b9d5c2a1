// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// When the order of two messages about the same moment says nothing. Both may be told where the case
// stands, and of the one and the other (each way round):
//
//  1. they tell no fact that the other tells, and nothing that changes an answer that the other asks;
//  2. they move no step, nor a stage around it, that the other moves or that waits for the other;
//  3. no step to which they lead waits for the other, by its event or by any entry, and no arrow that
//     the other asks looks (`within`) at a step that they leave or come to;
//  4. no step to which they lead has a duty that the other does, or starts a route that the other
//     moves, starts or is heard by.
//
// Then in both orders the case ends at the same steps, with the same owners and the same duties.

#pragma once

#include "casefile/random_story.hpp"

namespace random_story {

/// What one message does to a case, and all that it depends on.
class Effect {
public:
    using Steps = std::set<std::pair<std::string, std::string>>; ///< route and step

    /// Throws Refused for what may not be told there. The story must outlive this.
    Effect(const Story& story, Message message)
        : story_(story), message_(std::move(message)), bodies_(message_.tell(story)) {
        for (const auto& [route, arrows] : arrows_of(story, bodies_.front())) move(route, arrows);
        for (const auto& [route, standing] : bodies_.back().here)
            for (const auto& leaf : standing.leaves)
                if (!stands_at(story, route, leaf)) come_to(route, leaf);
        for (const auto& taker : takers_of(story.here(), message.event))
            add_leaves(taker.route, taker.step, waiting_);
    }

    const Message& message() const { return message_; }
    const std::vector<Body>& bodies() const { return bodies_; }
    const Steps& left() const { return left_; }
    const Steps& reached() const { return reached_; }

    bool leaves_alone(const Effect& other) const {
        return moves_elsewhere(other) && does_not_look_at(other) && owes_and_starts_apart(other) &&
               leads_elsewhere(other) && tells_other_things(other);
    }

private:
    static bool stands_at(const Story& story, const std::string& route, const std::string& leaf) {
        const auto found = story.here().find(route);
        if (found == story.here().end()) return false;
        const auto& leaves = found->second.leaves;
        return std::find(leaves.begin(), leaves.end(), leaf) != leaves.end();
    }

    /// The leaves at or inside this step where the case stands.
    void add_leaves(const std::string& route, std::string_view step, Steps& to) const {
        const auto& tables = describe(route);
        for (const auto& leaf : story_.here().at(route).leaves)
            for (const auto around : with_stages(tables, leaf))
                if (around == step) to.emplace(route, leaf);
    }

    static std::vector<std::string_view> with_stages(const RouteTables& tables,
                                                     std::string_view leaf) {
        std::vector<std::string_view> all;
        int s = 0;
        while (tables.steps[std::size_t(s)].id != leaf) ++s;
        for (; s >= 0; s = tables.steps[std::size_t(s)].parent)
            all.push_back(tables.steps[std::size_t(s)].id);
        return all;
    }

    void move(const std::string& route, const std::vector<int>& arrows) {
        if (!arrows.empty()) routes_.insert(route);
        for (const int arrow : arrows)
            add_leaves(route, describe(route).arrows[std::size_t(arrow)].from, left_);
    }

    void come_to(const std::string& route, const std::string& leaf) {
        reached_.emplace(route, leaf);
        routes_.insert(route);
    }

    // ── 1 What is told ───────────────────────────────────────────────────────────────────────

    bool tells_other_things(const Effect& other) const {
        const Json &mine = *message_.telling.facts, &theirs = *other.message_.telling.facts;
        for (const auto& [fact, value] : mine.items())
            if (theirs.contains(fact)) return false;
        Situation alone = story_.situation();
        alone.tell(JsonNode::wrap(theirs, "facts"));
        alone.happen(message_.telling.at);
        Situation both = alone;
        both.tell(JsonNode::wrap(mine, "facts"));
        for (const auto& body : other.bodies_)
            for (const auto& ruling : body.rulings) {
                const auto& book = story_.rulebook();
                if (answer_to(book, ruling.decision, alone) !=
                    answer_to(book, ruling.decision, both))
                    return false;
            }
        return true;
    }

    // ── 2, 3 Where it goes ───────────────────────────────────────────────────────────────────

    static bool apart(const Steps& one, const Steps& other) {
        return std::none_of(one.begin(), one.end(),
                            [&](const auto& step) { return other.contains(step); });
    }

    bool moves_elsewhere(const Effect& other) const {
        return apart(left_, other.left_) && apart(left_, other.waiting_) &&
               apart(reached_, other.reached_);
    }

    bool leads_elsewhere(const Effect& other) const {
        for (const auto& [route, leaf] : reached_)
            for (const auto step : with_stages(describe(route), leaf))
                for (const Arrow& arrow : describe(route).arrows) {
                    if (arrow.from != step) continue;
                    if (arrow.event == other.message_.event) return false;
                    if (arrow.event.empty() && step == leaf && may_hold(arrow, other)) return false;
                }
        return true;
    }

    /// Whether any entry might take it, once both are told.
    bool may_hold(const Arrow& arrow, const Effect& other) const {
        Situation both = story_.situation();
        for (const auto* message : {&message_, &other.message_})
            both.tell(JsonNode::wrap(*message->telling.facts, "facts"));
        both.happen(message_.telling.at);
        const auto answer = answer_to(story_.rulebook(), arrow.rule, both);
        return answer == (arrow.kind == ArrowKind::unless ? Answer::no : Answer::yes);
    }

    bool does_not_look_at(const Effect& other) const {
        const auto is_looked_at = [&](const Steps& steps) {
            return std::any_of(steps.begin(), steps.end(), [&](const auto& step) {
                const auto arrows = describe(step.first).arrows;
                return std::any_of(arrows.begin(), arrows.end(), [&](const Arrow& arrow) {
                    return arrow.within == step.second &&
                           (arrow.event.empty() || arrow.event == other.message_.event);
                });
            });
        };
        return !is_looked_at(left_) && !is_looked_at(reached_);
    }

    // ── 4 What is owed, and what begins ──────────────────────────────────────────────────────

    bool owes_and_starts_apart(const Effect& other) const {
        for (const auto& [route, leaf] : reached_) {
            const auto& words = story_.rulebook().step(route, leaf);
            for (const auto& duty : words.duties)
                if (!duty.done.empty() && duty.done == other.message_.event) return false;
            for (const auto& start : words.starts) {
                if (other.routes_.contains(start.route)) return false;
                for (const auto& event : describe(start.route).events)
                    if (event.id == other.message_.event) return false;
            }
        }
        // What it begins on a condition, it begins only while the case stands where that is said.
        for (const auto& [route, leaf] : other.left_)
            for (const auto& start : story_.rulebook().step(route, leaf).starts)
                if (!start.when.empty() && routes_.contains(start.route)) return false;
        return true;
    }

    const Story& story_;
    Message message_;
    std::vector<Body> bodies_;
    Steps left_, reached_, waiting_;
    std::set<std::string> routes_; ///< that it moves or starts
};

inline bool are_independent(const Effect& one, const Effect& other) {
    return one.leaves_alone(other) && other.leaves_alone(one);
}

} // namespace random_story
