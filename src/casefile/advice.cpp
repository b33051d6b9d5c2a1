// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/casefile/advice.hpp>

#include <meldroute/base/error.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

Answer answer_of(const KeptRuling& ruling) {
    if (!ruling.outcome->is_boolean()) return Answer::unknown;
    return ruling.outcome->get<bool>() ? Answer::yes : Answer::no;
}

template <class Rulings>
auto find_ruling(Rulings& rulings, std::string_view decision) {
    return std::find_if(rulings.begin(), rulings.end(),
                        [&](const KeptRuling& ruling) { return ruling.decision == decision; });
}

/// What `rule` says of a decision, or `open` where it is not there or no layer filled it in.
template <class Said, class Rule>
Said unless_open(const Rulebook& rulebook, std::string_view decision, Said open, Rule rule) {
    if (!rulebook.decisions().has(decision)) return open;
    try {
        return rule(rulebook.decisions());
    } catch (const RulebookError& error) {
        if (error.fault() != Fault::decision_open) throw;
        return open;
    }
}

} // namespace

Ruling ruling_of(const Rulebook& rulebook, std::string_view decision, const Situation& situation) {
    Ruling open;
    open.decision = decision;
    return unless_open(rulebook, decision, std::move(open), [&](const Decisions& decisions) {
        return decisions.rule(decision, situation);
    });
}

Answer answer_of(const Ruling& ruling) {
    if (ruling.state != Ruling::State::decided || !ruling.outcome->is_boolean())
        return Answer::unknown;
    return ruling.outcome->get<bool>() ? Answer::yes : Answer::no;
}

Answer answer_of(const Rulebook& rulebook, std::string_view decision, const Situation& situation) {
    return unless_open(rulebook, decision, Answer::unknown, [&](const Decisions& decisions) {
        return decisions.answer(decision, situation);
    });
}

std::vector<std::string> needed_facts(const Ruling& ruling) {
    std::vector<std::string> facts;
    for (const auto& needed : ruling.needed) facts.push_back(needed.fact);
    return facts;
}

KeptRuling keep(const Ruling& ruling) {
    return {ruling.decision, ruling.outcome, needed_facts(ruling)};
}

KeptRuling keep(const Rulebook& rulebook, std::string_view decision, const Situation& situation) {
    const auto decided = [&](const Decisions& decisions) {
        const Decision& one = decisions.at(decision);
        return decisions.json(one, decisions.decide(one, situation));
    };
    JsonBox outcome = unless_open(rulebook, decision, JsonBox{}, decided);
    if (outcome->is_null()) return keep(ruling_of(rulebook, decision, situation));
    return {std::string(decision), std::move(outcome), {}};
}

Advice::Advice(const Rulebook& rulebook, const Situation& situation,
               const std::map<std::string, bool>& past)
    : RouteCounsel(rulebook), situation_(situation), past_(past) {}

Answer Advice::ask(std::string_view decision) {
    const auto known = find_ruling(kept_, decision);
    if (known != kept_.end()) return answer_of(*known);
    KeptRuling ruling = keep(rulebook(), decision, situation_);
    const Answer said = answer(ruling);
    kept_.push_back(std::move(ruling));
    return said;
}

/// Only where the rulebook does not know does a person answer for it.
Answer Advice::answer(KeptRuling& ruling) {
    const Answer said = answer_of(ruling);
    const auto person = past_.find(ruling.decision);
    if (said != Answer::unknown || person == past_.end()) return said;
    ruling.outcome = Json(person->second);
    decided_past_.push_back(ruling.decision);
    return answer_of(ruling);
}

Answer Memory::ask(std::string_view decision) {
    const auto* ruling = find(decision);
    return ruling ? answer_of(*ruling) : Answer::unknown;
}

bool Memory::has(std::string_view decision) {
    return RouteCounsel::has(decision) && find(decision);
}

const KeptRuling* Memory::find(std::string_view decision) const {
    const auto found = find_ruling(rulings_, decision);
    return found == rulings_.end() ? nullptr : &*found;
}

} // namespace meldroute::inline v0
