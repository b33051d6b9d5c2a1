// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The test that would have noticed.

#include "trials/jury.hpp"
#include "trials/parting.hpp"

namespace meldroute::inline v0 {
namespace {

Json outcome_in_test(const Ruling& ruling) {
    return ruling.state == Ruling::State::decided ? *ruling.outcome : Json(outcome_of(ruling));
}

} // namespace

void Jury::suggest(Mutant& mutant, const Slip& slip, const Decisions& decisions) const {
    const auto index = rulebook_->decisions().book().index.find(slip.decision)->second;
    Parting parting(rulebook_->decisions(), decisions, index, slip.row);
    auto facts = parting.find();
    if (!facts && parting.proved_alike()) {
        mutant.fate = Mutant::Fate::alike;
        return;
    }
    if (!facts) facts = already_told(slip, decisions);
    if (!facts) return;
    mutant.fate = Mutant::Fate::missed;
    mutant.suggested = test_on(slip, **facts);
}

/// A message of a story at which the decision goes otherwise, though nothing in the story says so.
std::optional<JsonBox> Jury::already_told(const Slip& slip, const Decisions& decisions) const {
    for (const Told& story : stories_)
        for (const Seen& seen : story.seen)
            if (answers_otherwise(slip, decisions, seen.situation))
                return JsonBox(seen.situation.json());
    return {};
}

Json Jury::test_on(const Slip& slip, const Json& facts) const {
    Situation situation(rulebook_->vocabulary());
    situation.tell(JsonNode::wrap(facts, ""));
    const Ruling ruling = rulebook_->decisions().rule(slip.decision, situation);
    std::string name = slip.decision;
    if (!slip.row.empty()) name += ", rij " + slip.row;
    if (!slip.input.empty()) name += ", " + slip.input;
    Json test{{"name", name + ": niet " + slip.words.nl}, {"given", facts}};
    if (ruling.state == Ruling::State::open) {
        Json possible = Json::array();
        for (const JsonBox& one : ruling.possible) possible.push_back(*one);
        test["undecided"] = {{slip.decision, std::move(possible)}};
    } else {
        test["expect"] = {{slip.decision, outcome_in_test(ruling)}};
    }
    return test;
}

} // namespace meldroute::inline v0
