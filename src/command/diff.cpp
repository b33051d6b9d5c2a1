// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"
#include "command/page.hpp"
#include "command/words.hpp"

#include <meldroute/desk/desk.hpp>
#include <meldroute/proofs/comparison.hpp>

#include <nlohmann/json.hpp>

#include <ostream>

namespace meldroute::inline v0 {
namespace {

Json as_json(const Text& text) {
    return {{"nl", text.nl}, {"en", text.in(Lang::en)}};
}

Json as_json(const std::vector<Text>& texts) {
    Json out = Json::array();
    for (const Text& text : texts) out.push_back(as_json(text));
    return out;
}

Json as_json(const DecisionChange& change) {
    constexpr const char* kinds[] = {"added", "removed", "changed"};
    Json differences = Json::array();
    for (const Difference& difference : change.differences)
        differences.push_back({{"conditions", as_json(difference.conditions)},
                               {"witness", *difference.witness},
                               {"before", *difference.before},
                               {"after", *difference.after}});
    return {{"decision", change.decision},
            {"kind", kinds[int(change.kind)]},
            {"words", as_json(change.words)},
            {"differences", std::move(differences)},
            {"complete", change.complete}};
}

std::string outcome_words(const Json& outcome) {
    if (outcome.is_null()) return "geen uitkomst";
    if (outcome.is_boolean()) return outcome.get<bool>() ? "ja" : "nee";
    return outcome.is_string() ? outcome.get<std::string>() : outcome.dump();
}

void print(Page& page, const Rulebook& rulebook, const Difference& difference) {
    std::vector<std::string> conditions;
    for (const Text& condition : difference.conditions) conditions.push_back(condition.nl);
    page.item(2, "•",
              (conditions.empty() ? "altijd" : "als " + join(conditions, ", en ")) + ": was " +
                  outcome_words(*difference.before) + ", wordt " +
                  outcome_words(*difference.after));
    std::vector<std::string> facts;
    for (const auto& [id, value] : difference.witness->items())
        facts.push_back(after_label(fact_label(rulebook, id), fact_words(rulebook, id, value)));
    if (!facts.empty()) page.text(4, "bijvoorbeeld: " + join(facts, "; "));
}

void print(Page& page, const Rulebook& rulebook, const DecisionChange& change) {
    page.heading(label(rulebook, change.decision));
    using Kind = DecisionChange::Kind;
    if (change.kind == Kind::added) page.text(0, "Deze beslissing is nieuw.");
    if (change.kind == Kind::removed) page.text(0, "Deze beslissing is er niet meer.");
    for (const Text& words : change.words) page.item(0, "–", words.nl);
    if (change.kind != Kind::changed) return;
    if (change.differences.empty() && change.complete)
        page.text(0, "In geen enkele situatie komt er iets anders uit.");
    for (const Difference& difference : change.differences) print(page, rulebook, difference);
    if (!change.complete)
        page.text(0, "Er kan meer anders zijn: dit is niet helemaal uit te zoeken.");
}

void print_only(Page& page, const std::vector<std::string>& facts, const char* words) {
    if (!facts.empty()) page.text(0, words + join(facts));
}

} // namespace

int command_diff(const Arguments& args, std::ostream& out) {
    args.want(2, 2);
    const auto before = Rulebook::load(args[0]), after = Rulebook::load(args[1]);
    const auto found = compare(Json::parse(before->bundle()), Json::parse(after->bundle()));
    if (args.has("--json")) {
        Json decisions = Json::array();
        for (const DecisionChange& change : found.decisions) decisions.push_back(as_json(change));
        out << Json{{"decisions", std::move(decisions)},
                    {"only-before", found.only_before},
                    {"only-after", found.only_after}}
                   .dump(2)
            << "\n";
        return found.decisions.empty() ? 0 : 1;
    }
    Page page(out);
    if (found.decisions.empty()) page.text(0, "De beslissingen zijn dezelfde.");
    for (const DecisionChange& change : found.decisions) print(page, *after, change);
    print_only(page, found.only_before, "Alleen de oude kent: ");
    print_only(page, found.only_after, "Alleen de nieuwe kent: ");
    return found.decisions.empty() ? 0 : 1;
}

} // namespace meldroute::inline v0
