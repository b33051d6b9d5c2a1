// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/otherwise.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

Situation told(const Rulebook& rulebook, const Json& facts) {
    Situation situation(rulebook.vocabulary());
    for (const auto& [id, value] : facts.items()) {
        try {
            situation.tell(JsonNode::wrap({{id, value}}, "feiten"));
        } catch (const RulebookError&) {
            continue; // unknown there, as it would be had nobody told it
        }
    }
    return situation;
}

Text words(const Json& outcome) {
    if (outcome.is_boolean()) return outcome.get<bool>() ? Text{"ja", "yes"} : Text{"nee", "no"};
    const auto text = outcome.is_string() ? outcome.get<std::string>() : outcome.dump();
    return {text, text};
}

Text said(const Rulebook& rulebook, const std::string& decision, const Situation& situation) {
    const auto& decisions = rulebook.decisions();
    const auto outcome = decisions.decide(decision, situation);
    switch (outcome.state) {
    case Ruling::State::decided: return words(*decisions.json(decisions.at(decision), outcome));
    case Ruling::State::none: return {"geen uitkomst", "no outcome"};
    case Ruling::State::conflict: return {"tegenspraak", "contradiction"};
    default: return {"onbeslist", "undecided"};
    }
}

} // namespace

std::vector<Otherwise> ruled_otherwise(const Rulebook& before, const Rulebook& after,
                                       const Json& facts) {
    std::vector<Otherwise> out;
    const auto then = told(before, facts), now = told(after, facts);
    for (const auto& id : after.decisions().ids()) {
        if (!before.decisions().has(id)) continue;
        try {
            Otherwise one{id, said(before, id, then), said(after, id, now)};
            if (one.before.nl != one.after.nl) out.push_back(std::move(one));
        } catch (const RulebookError&) {
            continue; // still open in one of the two: it rules nothing
        }
    }
    return out;
}

} // namespace meldroute::inline v0
