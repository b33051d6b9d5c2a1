// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"
#include "command/kept.hpp"
#include "command/otherwise.hpp"
#include "command/pages.hpp"
#include "command/words.hpp"

#include <meldroute/desk/desk.hpp>

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

/// A case of the register that the new rules would rule otherwise: ids, no facts.
struct Touched {
    std::string id;
    std::vector<std::string> decisions;
};

/// By the facts as they stand now, whichever rules the case is pinned to. Cases that were erased
/// cannot be ruled.
std::vector<Touched> touched(const std::string& file, const Rulebook& before,
                             const Rulebook& after) {
    const auto pinned = any_rulebook(*open_existing(file));
    if (!pinned) return {};
    Desk desk(file, pinned);
    std::vector<Touched> out;
    for (const Case& report : desk.cases()) {
        Touched one{report.id().hex(), {}};
        for (const Otherwise& ruled : ruled_otherwise(before, after, report.facts().json()))
            one.decisions.push_back(ruled.decision);
        if (!one.decisions.empty()) out.push_back(std::move(one));
    }
    return out;
}

Json as_json(const std::vector<Touched>& cases) {
    Json out = Json::array();
    for (const Touched& one : cases)
        out.push_back({{"case", one.id}, {"decisions", one.decisions}});
    return out;
}

void print(Page& page, const std::vector<Touched>& cases) {
    page.heading(Text{"Zaken die anders zouden uitvallen", "Cases that would be ruled otherwise"});
    if (cases.empty())
        page.text(0, Text{"Geen enkele zaak in het register.", "No case in the register."});
    for (const Touched& one : cases) page.item(0, one.id + ":", join(one.decisions));
}

void print_only(Page& page, const std::vector<std::string>& facts, const Text& words) {
    if (!facts.empty()) page.text(0, page.say(words) + join(facts));
}

} // namespace

void print_change(Page& page, const Rulebook& rulebook, const DecisionChange& change) {
    page.heading(rulebook.decisions().label(change.decision, page.lang()));
    if (change.kind == DecisionChange::Kind::added)
        page.text(0, Text{"Deze beslissing is nieuw.", "This decision is new."});
    if (change.kind == DecisionChange::Kind::removed)
        page.text(0, Text{"Deze beslissing is er niet meer.", "This decision is there no longer."});
    for (const Text& words : change.words) page.item(0, "–", page.say(words));
    if (change.kind != DecisionChange::Kind::changed) return;
    if (change.differences.empty() && change.complete)
        page.text(0, Text{"In geen enkele situatie komt er iets anders uit.",
                          "In no situation does anything else come out."});
    for (const Difference& difference : change.differences) print(page, rulebook, difference);
    if (!change.complete)
        page.text(0, Text{"Er kan meer anders zijn: dit is niet helemaal uit te zoeken.",
                          "More may be different: this cannot be searched to the end."});
}

int command_diff(const Arguments& args, std::ostream& out) {
    args.want(2, 2);
    const auto before = Rulebook::load(args[0]), after = Rulebook::load(args[1]);
    const auto found = compare(Json::parse(before->bundle()), Json::parse(after->bundle()));
    const bool kept = args.has("--register");
    const auto cases =
        kept ? touched(args.value("--register"), *before, *after) : std::vector<Touched>{};
    const int status = found.decisions.empty() && cases.empty() ? 0 : 1;
    if (args.has("--json")) {
        Json json{{"decisions", Json::array()},
                  {"only-before", found.only_before},
                  {"only-after", found.only_after}};
        for (const DecisionChange& change : found.decisions)
            json["decisions"].push_back(as_json(change));
        if (kept) json["cases"] = as_json(cases);
        out << json.dump(2) << "\n";
        return status;
    }
    Page page(out, args.lang());
    if (found.decisions.empty())
        page.text(0, Text{"De beslissingen zijn dezelfde.", "The decisions are the same."});
    for (const DecisionChange& change : found.decisions) print_change(page, *after, change);
    print_only(page, found.only_before, {"Alleen de oude kent: ", "Only the old one has: "});
    print_only(page, found.only_after, {"Alleen de nieuwe kent: ", "Only the new one has: "});
    if (kept) print(page, cases);
    return status;
}

} // namespace meldroute::inline v0
