// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "trials/seen.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

/// What a step brings with it: the conditions of its duties and of what
/// begins there, and the advice on what it decides.
void add_step(const Rulebook& rulebook, const std::string& route, const std::string& leaf,
              std::set<std::string>& asked) {
    const StepRules& step = rulebook.step(route, leaf);
    for (const Duty& duty : step.duties)
        if (!duty.when.empty()) asked.insert(duty.when);
    for (const Start& start : step.starts)
        if (!start.when.empty()) asked.insert(start.when);
    for (const Decides& decides : step.decides) {
        asked.insert(decides.advice);
        asked.insert(decides.beside.begin(), decides.beside.end());
    }
    asked.insert(step.asks.begin(), step.asks.end());
}

std::set<std::string> asked_at(const Case& report, const Turn& turn, const Rulebook& rulebook) {
    std::set<std::string> asked;
    const auto entries = report.entries();
    if (!entries.empty() && entries.back().body)
        for (const KeptRuling& kept : entries.back().body->rulings) asked.insert(kept.decision);
    if (turn.expected.has("rulings"))
        for (const auto& [decision, outcome] : turn.expected.at("rulings").members())
            asked.insert(decision);
    for (const Alert& alert : rulebook.alerts()) asked.insert(alert.decision);
    for (const auto& [route, standing] : report.standing())
        for (const std::string& leaf : standing.leaves) add_step(rulebook, route, leaf, asked);
    std::erase_if(asked, [&](const std::string& id) { return !rulebook.decisions().has(id); });
    return asked;
}

/// The case may hold a rulebook of its own, which does not outlive it.
Situation known_to(const Case& report, const Rulebook& rulebook) {
    Situation known(rulebook.vocabulary());
    known.tell(JsonNode::wrap(report.facts().json(), "zaak"));
    return known;
}

std::vector<Seen> seen_in_story(const Scenario& story,
                                const std::shared_ptr<const Rulebook>& rulebook) {
    Desk desk(":memory:", rulebook);
    std::vector<Seen> seen;
    Case report = desk.report(story.turns.front().telling, story.route);
    const auto look = [&](const Turn& turn) {
        seen.push_back({known_to(report, *rulebook), asked_at(report, turn, *rulebook)});
    };
    look(story.turns.front());
    for (std::size_t i = 1; i < story.turns.size(); ++i) {
        const Turn& turn = story.turns[i];
        try {
            tell(report, turn);
        } catch (const Error&) {
            Situation merged = known_to(report, *rulebook);
            if (turn.telling.facts->is_object())
                merged.tell(JsonNode::wrap(*turn.telling.facts, "zaak"));
            seen.push_back({std::move(merged), {}});
        }
        look(turn);
    }
    return seen;
}

} // namespace

std::set<std::string> asked_by(const Test& test) {
    std::set<std::string> asked;
    for (const Expected& expected : test.expected) asked.insert(expected.decision);
    return asked;
}

std::vector<Seen> seen_by(const Test& test, const std::shared_ptr<const Rulebook>& rulebook) {
    if (test.story) return seen_in_story(*test.story, rulebook);
    return {{*test.given, asked_by(test)}};
}

} // namespace meldroute::inline v0
