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

std::string outcome_words(const Json& outcome, Lang lang) {
    const bool nl = lang == Lang::nl;
    if (outcome.is_null()) return nl ? "geen uitkomst" : "no outcome";
    if (outcome.is_boolean())
        return outcome.get<bool>() ? (nl ? "ja" : "yes") : (nl ? "nee" : "no");
    return outcome.is_string() ? outcome.get<std::string>() : outcome.dump();
}

void print(Page& page, const Rulebook& rulebook, const Difference& difference) {
    const Lang lang = page.lang();
    std::vector<std::string> conditions;
    for (const Text& condition : difference.conditions) conditions.push_back(condition.in(lang));
    const auto when =
        conditions.empty()
            ? page.say({"altijd", "always"})
            : page.say({"als ", "if "}) + join(conditions, lang == Lang::nl ? ", en " : ", and ");
    page.item(2, "•",
              when + ": was " + outcome_words(*difference.before, lang) +
                  page.say({", wordt ", ", becomes "}) + outcome_words(*difference.after, lang));
    std::vector<std::string> facts;
    for (const auto& [id, value] : difference.witness->items())
        facts.push_back(
            after_label(fact_label(rulebook, id, lang), fact_words(rulebook, id, value, lang)));
    if (!facts.empty())
        page.text(4, page.say({"bijvoorbeeld: ", "for instance: "}) + join(facts, "; "));
}

void print(Page& page, const Rulebook& rulebook, const DecisionChange& change) {
    page.heading(rulebook.decisions().label(change.decision, page.lang()));
    using Kind = DecisionChange::Kind;
    if (change.kind == Kind::added)
        page.text(0, Text{"Deze beslissing is nieuw.", "This decision is new."});
    if (change.kind == Kind::removed)
        page.text(0, Text{"Deze beslissing is er niet meer.", "This decision is there no longer."});
    for (const Text& words : change.words) page.item(0, "–", page.say(words));
    if (change.kind != Kind::changed) return;
    if (change.differences.empty() && change.complete)
        page.text(0, Text{"In geen enkele situatie komt er iets anders uit.",
                          "In no situation does anything else come out."});
    for (const Difference& difference : change.differences) print(page, rulebook, difference);
    if (!change.complete)
        page.text(0, Text{"Er kan meer anders zijn: dit is niet helemaal uit te zoeken.",
                          "More may be different: this cannot be searched to the end."});
}

void print_only(Page& page, const std::vector<std::string>& facts, const Text& words) {
    if (!facts.empty()) page.text(0, page.say(words) + join(facts));
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
    Page page(out, args.lang());
    if (found.decisions.empty())
        page.text(0, Text{"De beslissingen zijn dezelfde.", "The decisions are the same."});
    for (const DecisionChange& change : found.decisions) print(page, *after, change);
    print_only(page, found.only_before, {"Alleen de oude kent: ", "Only the old one has: "});
    print_only(page, found.only_after, {"Alleen de nieuwe kent: ", "Only the new one has: "});
    return found.decisions.empty() ? 0 : 1;
}

} // namespace meldroute::inline v0
