// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "trials/jury.hpp"

#include "rules/model.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

using Pointer = Json::json_pointer;

CodeLists lists_of(const Json& bundle) {
    CodeLists lists;
    if (bundle.contains("codes"))
        for (const Json& list : bundle["codes"])
            lists["codes/" + list.at("id").get<std::string>()] =
                read_codes(JsonNode::wrap(list.at("values"), "bundle"));
    return lists;
}

/// The condition of a duty, which is written without a table around it.
bool is_condition(const Decision& decision) {
    return !decision.pointer().starts_with("/decisions/");
}

bool same(const std::vector<Needed>& one, const std::vector<Needed>& other) {
    return std::equal(
        one.begin(), one.end(), other.begin(), other.end(),
        [](const Needed& a, const Needed& b) { return a.fact == b.fact && a.items == b.items; });
}

/// What a case can go by while a decision is open.
bool same(const Ruling& one, const Ruling& other) {
    return one.possible == other.possible && same(one.needed, other.needed);
}

} // namespace

Jury::Jury(const std::shared_ptr<const Rulebook>& rulebook, const std::vector<Test>& tests)
    : rulebook_(rulebook), bundle_(Json::parse(rulebook->bundle())), lists_(lists_of(bundle_)) {
    for (const Test& test : tests) hear(test);
}

void Jury::hear(const Test& test) {
    if (!run_test(test, rulebook_).passed()) test.node.fail(Fault::tests_fail_already, {test.name});
    if (test.story) {
        stories_.push_back({&test, seen_by(test, rulebook_)});
        return;
    }
    const Book& book = rulebook_->decisions().book();
    Asked asked{&test, asked_by(test)};
    for (const std::string& id : asked_by(test))
        for (const auto below : rulebook_->decisions().at(id).through)
            asked.decisions.insert(book.decisions[below].id);
    situations_.push_back(std::move(asked));
}

const Type* Jury::type_of(std::string_view id) const {
    const Vocabulary& vocabulary = rulebook_->vocabulary();
    if (const auto slot = vocabulary.find(id)) return &vocabulary[*slot].type;
    return rulebook_->decisions().has(id) ? &rulebook_->decisions().at(id).type : nullptr;
}

std::vector<Slip> Jury::slips() const {
    std::vector<Slip> all;
    std::set<std::string> declared;
    for (const Decision& decision : rulebook_->decisions().book().decisions) {
        // What a declaration gives beside itself is changed with it.
        if (decision.open || !declared.insert(decision.pointer()).second) continue;
        const auto type = [this](std::string_view id) { return type_of(id); };
        for (Slip& slip : slips_of(decision, type, is_condition(decision)))
            all.push_back(std::move(slip));
    }
    return all;
}

Decisions Jury::changed(const Slip& slip) const {
    std::vector<JsonNode> declarations;
    std::set<std::string> declared;
    for (const Decision& decision : rulebook_->decisions().book().decisions)
        if (declared.insert(decision.pointer()).second)
            declarations.push_back(decision.id == slip.decision
                                       ? decision.node().with(*slip.declaration)
                                       : decision.node());
    return Decisions::read(rulebook_->vocabulary(), declarations, lists_);
}

std::shared_ptr<const Rulebook> Jury::changed_rulebook(const Slip& slip) const {
    const Decision& decision = rulebook_->decisions().at(slip.decision);
    Json bundle = bundle_;
    Json& place = bundle[Pointer(decision.pointer())];
    if (is_condition(decision))
        place["when"] = (*slip.declaration)["rows"][0]["when"];
    else
        place = *slip.declaration;
    return Rulebook::from_bundle(bundle.dump());
}

std::optional<Mutant> Jury::judge(const Slip& slip) const {
    const Decision& decision = rulebook_->decisions().at(slip.decision);
    Mutant mutant;
    mutant.decision = slip.decision;
    mutant.row = slip.row;
    mutant.input = slip.input;
    mutant.change = slip.words;
    try {
        const Decisions decisions = changed(slip);
        mutant.place = rulebook_->place(decision.pointer() + slip.pointer);
        mutant.noticed_by = noticed_by(slip, decisions);
        if (mutant.noticed_by.empty())
            suggest(mutant, slip, decisions);
        else
            mutant.fate = Mutant::Fate::noticed;
    } catch (const RulebookError&) {
        return {};
    }
    return mutant;
}

std::string Jury::noticed_by(const Slip& slip, const Decisions& decisions) const {
    for (const auto& [test, asked] : situations_) {
        if (!asked.contains(slip.decision)) continue;
        try {
            if (!run_situation(*test, decisions).passed()) return test->name;
        } catch (const Error&) { // a sum that no longer fits is noticed too
            return test->name;
        }
    }
    std::shared_ptr<const Rulebook> rulebook;
    for (const Told& story : stories_) {
        if (!goes_otherwise(story, slip, decisions)) continue;
        if (!rulebook) rulebook = changed_rulebook(slip);
        if (!run_test(*story.test, rulebook).passed()) return story.test->name;
    }
    return {};
}

bool Jury::goes_otherwise(const Told& story, const Slip& slip, const Decisions& decisions) const {
    try {
        return std::any_of(story.seen.begin(), story.seen.end(), [&](const Seen& seen) {
            return answers_otherwise(slip, decisions, seen.situation) ||
                   stays_open_otherwise(slip, decisions, seen.situation);
        });
    } catch (const Error&) { // what rests on what no layer filled in; or a sum that does not fit
        return true;
    }
}

bool Jury::answers_otherwise(const Slip& slip, const Decisions& decisions,
                             const Situation& at) const {
    const Decision &before = rulebook_->decisions().at(slip.decision),
                   &after = decisions.at(slip.decision);
    const Outcome was = rulebook_->decisions().decide(before, at), is = decisions.decide(after, at);
    return was.state != is.state ||
           !(rulebook_->decisions().json(before, was) == decisions.json(after, is));
}

bool Jury::stays_open_otherwise(const Slip& slip, const Decisions& decisions,
                                const Situation& at) const {
    if (decisions.decide(slip.decision, at).state != Ruling::State::open) return false;
    return !same(rulebook_->decisions().rule(slip.decision, at), decisions.rule(slip.decision, at));
}

} // namespace meldroute::inline v0
