// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Cases that go at random, by every route and under a whole rulebook, and that look for where no
// story of the suite has been yet.

#pragma once

#include "casefile/coverage.hpp"
#include "casefile/random_facts.hpp"
#include "casefile/walk.hpp"

#include <meldroute/casefile/move.hpp>
#include <meldroute/casefile/takers.hpp>
#include <meldroute/routes/machines.hpp>

#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace random_story {

inline std::shared_ptr<const Rulebook> ijsselstreek() {
    static const auto book = Rulebook::load(MELDROUTE_SOURCE_DIR "/rules/ijsselstreek");
    return book;
}

/// A message, before it is told. Without an event: a note.
struct Message {
    std::vector<Telling> notes; ///< told before it: what others decide
    std::string event;
    Telling telling;
    std::string route; ///< whose arrow it is meant to take
    int arrow = -1;

    std::vector<Body> tell(const Story& story) const {
        return event.empty() ? tell_note(story, telling) : tell_event(story, event, telling);
    }
};

/// What an entry moved: indexes of arrows, by route.
inline std::map<std::string, std::vector<int>> arrows_of(const Story& before, const Body& body) {
    Memory memory(before.rulebook(), body.rulings);
    auto walks = stand(before.here());
    const bool happened = body.kind == EntryKind::told || body.kind == EntryKind::time;
    plan(walks, happened ? std::string_view(body.event) : "", memory);
    std::map<std::string, std::vector<int>> out;
    for (const auto& walk : walks) out[walk.id] = walk.plan.arrows;
    return out;
}

/// What a guard says, without reasons; unknown for one that is not there.
inline Answer answer_to(const Rulebook& rulebook, std::string_view rule,
                        const Situation& situation) {
    const auto& decisions = rulebook.decisions();
    if (!decisions.has(rule)) return Answer::unknown;
    const auto& decision = decisions.at(rule);
    const bool answers = !decision.open && decision.type.kind == Kind::boolean;
    return answers ? decisions.answer(rule, situation) : Answer::unknown;
}

class Teller {
public:
    /// All three must outlive the teller.
    Teller(std::shared_ptr<const Rulebook> rulebook, Coverage& coverage, Dice& dice)
        : rulebook_(std::move(rulebook)), coverage_(coverage), dice_(dice),
          facts_(*rulebook_, dice), deciders_(deciders_of(*rulebook_)) {}

    /// Mostly with what the advice of later steps reads: then advice is often decided, and can be
    /// deviated from.
    Message report(const std::string& route) {
        Json facts = Json::object();
        if (const auto* words = rulebook_->route(route); words && dice_.below(4) > 0)
            for (const auto& step : words->steps)
                for (const auto& decides : step.decides) {
                    facts_.tell_what_is_read(decides.advice, facts);
                    for (const auto& beside : decides.beside)
                        facts_.tell_what_is_read(beside, facts);
                }
        // What a person decides is told by that person.
        for (const auto& words : rulebook_->routes())
            for (const auto& step : words.steps)
                for (const auto& decides : step.decides) facts.erase(decides.fact);
        Message first;
        first.telling = speak(by_owner(route, make_route(route)->here().front()), 0);
        first.telling.facts = std::move(facts);
        return first;
    }

    /// One that might well be told now, by who may tell it.
    Message likely(const Story& story) {
        Message message = aim(story);
        const Arrow& aimed = arrow_of(message);
        message.event = aimed.event;
        const auto* decides =
            decides_at(*rulebook_, takers_of(story.here(), message.event), message.event);
        Actor by = by_owner(message.route, aimed.from);
        if (decides && !decides->by.empty()) by.role = decides->by;
        message.telling = speak(std::move(by), minute(story));
        Json facts;
        for (int tries = 30; tries > 0; --tries) {
            facts = some_facts(message, decides);
            if (would_be_taken(story, facts, message)) break;
        }
        if (!aimed.rule.empty() && dice_.below(8) == 0)
            message.telling.past[std::string(aimed.rule)] = dice_.below(2) == 0;
        leave_to_others(message, facts);
        message.telling.facts = std::move(facts);
        return message;
    }

    /// One in which something is wrong, or may be.
    Message unlikely(const Story& story) {
        Message message = likely(story);
        switch (dice_.below(7)) {
        case 0: message.telling.by.person.clear(); break;
        case 1: message.telling.by.role = dice_.of(rulebook_->roles()).id; break;
        case 2: message.telling.because.clear(); break;
        case 3: message.telling.facts = Json::object(); break;
        case 4: message.event = some_event(); break;
        case 5: message.telling.facts = Json{{"geen.gegeven", true}}; break;
        default: message.event = "geen-gebeurtenis";
        }
        return message;
    }

    /// Tries so many, until one goes where it was aimed; else what the last one did that might be
    /// told. Nothing when none might.
    std::vector<Body> next(const Story& story, int tries) {
        std::vector<Body> bodies;
        for (bool there = false; tries > 0 && !there; --tries) {
            const Message message = likely(story);
            try {
                Story before = story;
                std::vector<Body> told;
                for (const auto& note : message.notes)
                    for (auto& body : tell_note(before, note)) {
                        before.add(body);
                        told.push_back(std::move(body));
                    }
                auto moved = message.tell(before);
                const auto taken = arrows_of(before, moved.front());
                const auto& arrows = taken.at(message.route);
                there = std::find(arrows.begin(), arrows.end(), message.arrow) != arrows.end();
                std::move(moved.begin(), moved.end(), std::back_inserter(told));
                bodies = std::move(told);
            } catch (const Refused&) {} // another then
        }
        return bodies;
    }

    void remember(const Story& before, const Body& body) {
        coverage_.stood_at(body.here);
        if (body.event == begins_by_report || body.event == begins_by_route) return;
        for (const auto& [route, arrows] : arrows_of(before, body))
            for (const int arrow : arrows) ++coverage_.arrow(route, arrow).taken;
    }

private:
    static const Arrow& arrow_of(const Message& message) {
        return describe(message.route).arrows[std::size_t(message.arrow)];
    }

    Json some_facts(const Message& message, const Decides* decides) {
        const Arrow& aimed = arrow_of(message);
        Json facts = Json::object();
        for (const auto& arrow : describe(message.route).arrows)
            if (arrow.from == aimed.from && arrow.event == aimed.event)
                facts_.tell_what_is_read(arrow.rule, facts);
        if (dice_.below(4) == 0) facts_.tell_any(facts);
        if (dice_.below(4) == 0) // what another track listens to
            facts_.tell_what_is_read(dice_.of(describe(message.route).arrows).rule, facts);
        if (decides && (!facts.contains(decides->fact) || facts[decides->fact].is_object()))
            facts[decides->fact] = facts_.whole(decides->fact);
        return facts;
    }

    /// What only others decide is told by them.
    void leave_to_others(Message& message, Json& facts) const {
        for (const auto& [fact, roles] : deciders_) {
            const auto told = facts.find(fact);
            if (told == facts.end() || roles.contains("")) continue;
            if (roles.contains(message.telling.by.role)) continue;
            Telling note = message.telling;
            note.by = {"b.smit", *roles.begin()};
            note.past = {};
            note.facts = Json{{fact, *told}};
            facts.erase(told);
            message.notes.push_back(std::move(note));
        }
    }

    static std::map<std::string, std::set<std::string>> deciders_of(const Rulebook& rulebook) {
        std::map<std::string, std::set<std::string>> out;
        for (const auto& route : rulebook.routes())
            for (const auto& step : route.steps)
                for (const auto& decides : step.decides) out[decides.fact].insert(decides.by);
        return out;
    }

    /// Whether the aimed branch is the first that holds with these facts; a look ahead, to waste few
    /// tellings. What is told decides.
    bool would_be_taken(const Story& story, const Json& facts, const Message& message) const {
        Situation situation = story.situation();
        situation.tell(JsonNode::wrap(facts, "facts"));
        const auto& arrows = describe(message.route).arrows;
        const Arrow& aimed = arrow_of(message);
        for (const Arrow& arrow : arrows) {
            if (arrow.from != aimed.from || arrow.event != aimed.event) continue;
            const Answer answer =
                arrow.rule.empty() ? Answer::yes : answer_to(*rulebook_, arrow.rule, situation);
            const Answer wanted = arrow.kind == ArrowKind::unless ? Answer::no : Answer::yes;
            if (&arrow == &aimed) return answer == wanted;
            const bool passes = answer == wanted || answer == Answer::unknown;
            if (passes && arrow.within.empty() && arrow.kind != ArrowKind::next_gate) return false;
        }
        return false;
    }

    /// An arrow that leaves where the case stands, rather one behind which little was tried; of each
    /// route of the case, rather of the one that it began with.
    Message aim(const Story& story) {
        Message message;
        message.route = story.first_route();
        if (dice_.below(3) == 0)
            message.route =
                std::next(story.here().begin(), dice_.below(int(story.here().size())))->first;
        const auto all = coverage_.leaving(message.route, story.here().at(message.route));
        message.arrow = dice_.of(all);
        if (dice_.below(5) > 0) message.arrow = coverage_.least_tried(message.route, all);
        ++coverage_.arrow(message.route, message.arrow).tried;
        return message;
    }

    std::string some_event() {
        const auto events = describe(dice_.of(route_ids())).events;
        return std::string(dice_.of(events).id);
    }

    Actor by_owner(std::string_view route, std::string_view step) const {
        const auto& owner = rulebook_->step(route, step).owner;
        return {"a.jansen", owner.empty() ? rulebook_->roles().front().id : owner};
    }

    static std::int64_t minute(const Story& story) {
        return story.recorded() ? (story.recorded()->micros - begin) / 60000000 : 0;
    }

    /// Within three days of the last, and now and then about something of before it.
    Telling speak(Actor by, std::int64_t minutes) {
        Telling telling;
        telling.by = std::move(by);
        minutes += dice_.below(10) == 0 ? -dice_.below(3000) : dice_.below(4320);
        telling.at = {begin + minutes * 60000000, 120};
        telling.because = "Daarom.";
        return telling;
    }

    static constexpr std::int64_t begin = 1780388400000000; // 2 June 2026, 10:20

    std::shared_ptr<const Rulebook> rulebook_;
    Coverage& coverage_;
    Dice& dice_;
    RandomFacts facts_;
    std::map<std::string, std::set<std::string>> deciders_; ///< by fact
};

} // namespace random_story
