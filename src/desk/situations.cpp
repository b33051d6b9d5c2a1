// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a decision must say in a situation, and whether it does.

#include "desk/stories.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
std::string outcome_of(const Ruling& ruling) {
    switch (ruling.state) {
    case Ruling::State::decided: return show(*ruling.outcome);
    case Ruling::State::none: return "geen-uitkomst";
    case Ruling::State::conflict: return "conflict";
    default: return "onbeslist";
    }
}

namespace {

std::string show_possible(const Ruling& ruling) {
    std::vector<std::string> all;
    for (const JsonBox& outcome : ruling.possible) all.push_back(show(*outcome));
    return show_list(std::move(all));
}

/// The needed facts of a decision that is open must begin with those expected.
void compare_questions(const std::vector<std::string>& expected, const Ruling& ruling,
                       TestResult& result) {
    std::vector<std::string> got;
    for (const Needed& needed : ruling.needed)
        if (got.size() < expected.size()) got.push_back(needed.fact);
    if (got == expected) return;
    const auto in_order = [](const std::vector<std::string>& ids) {
        std::string all;
        for (const std::string& id : ids) all += (all.empty() ? "" : " → ") + id;
        return all;
    };
    result.failures.push_back(
        {"", ruling.decision, in_order(expected), in_order(got), why(ruling)});
}

void compare(const Expected& expected, const Ruling& ruling, TestResult& result) {
    const bool open = ruling.state == Ruling::State::open;
    const std::string wanted = show(*expected.outcome);
    const std::string got = expected.open && open ? show_possible(ruling) : outcome_of(ruling);
    if (got != wanted)
        result.failures.push_back({"", expected.decision,
                                   expected.open && !open ? "onbeslist" : wanted, got,
                                   why(ruling)});
}

/// Whether the bare answer is the one expected.
bool says(const Decisions& decisions, const Expected& expected, const Situation& given) {
    if (expected.open) return false;
    const Decision& decision = decisions.at(expected.decision);
    Ruling bare;
    const Outcome outcome = decisions.decide(decision, given);
    bare.state = outcome.state;
    bare.outcome = decisions.json(decision, outcome);
    return outcome_of(bare) == show(*expected.outcome);
}

} // namespace

TestResult run_situation(const Test& test, const Decisions& decisions) {
    TestResult result{test.name, {}};
    for (const Expected& expected : test.expected) {
        if (says(decisions, expected, *test.given)) continue; // the reasons take far longer
        const Ruling ruling = decisions.rule(expected.decision, *test.given);
        compare(expected, ruling, result);
        if (expected.open && !test.asks.empty()) compare_questions(test.asks, ruling, result);
    }
    return result;
}

TestResult run_test(const Test& test, const std::shared_ptr<const Rulebook>& rulebook) {
    return test.story ? run_story(*test.story, rulebook)
                      : run_situation(test, rulebook->decisions());
}

std::vector<TestResult> run_tests(const std::shared_ptr<const Rulebook>& rulebook,
                                  const JsonNode& file) {
    std::vector<TestResult> results;
    for (const Test& test : read_tests(file, *rulebook))
        results.push_back(run_test(test, rulebook));
    return results;
}

} // namespace meldroute::inline v0
