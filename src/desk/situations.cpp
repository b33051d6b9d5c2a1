// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

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

/// The needed facts of the decision that the test is about must begin with those expected.
void compare_questions(const JsonNode& ask, const Ruling& ruling, TestResult& result) {
    const std::vector<std::string> expected = ids_in(ask);
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

} // namespace

TestResult run_situation(const Rulebook& rulebook, const JsonNode& node) {
    node.allow_only({"id", "name", "title", "given", "expect", "undecided", "ask", "source"});
    TestResult result{node.at("name").text().nl, {}};
    Situation situation(rulebook.vocabulary());
    if (node.has("given")) situation.tell(node.at("given"));
    if (node.has("expect"))
        for (const auto& [decision, outcome] : node.at("expect").members()) {
            const Ruling ruling = rulebook.decisions().rule(decision, situation);
            if (outcome_of(ruling) != show(outcome.json()))
                result.failures.push_back(
                    {"", decision, show(outcome.json()), outcome_of(ruling), why(ruling)});
        }
    if (node.has("undecided"))
        for (const auto& [decision, possible] : node.at("undecided").members()) {
            const Ruling ruling = rulebook.decisions().rule(decision, situation);
            if (ruling.state != Ruling::State::open)
                result.failures.push_back(
                    {"", decision, "onbeslist", outcome_of(ruling), why(ruling)});
            else if (show_possible(ruling) != show(possible.json()))
                result.failures.push_back(
                    {"", decision, show(possible.json()), show_possible(ruling), why(ruling)});
            if (node.has("ask")) compare_questions(node.at("ask"), ruling, result);
        }
    return result;
}

} // namespace meldroute::inline v0
