// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/test_page.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

using Fate = Mutant::Fate;

std::string place_of(const Page& page, const Mutant& mutant) {
    std::string words = mutant.decision;
    if (!mutant.row.empty()) words += page.say({", rij ", ", row "}) + mutant.row;
    if (!mutant.input.empty()) words += ", " + mutant.input;
    const Place& place = mutant.place;
    if (place.line > 0)
        words += " (" + place.file + ":" + std::to_string(place.line) + ":" +
                 std::to_string(place.column) + ")";
    return words;
}

void print(Page& page, const Mutants& mutants, Fate fate, const Text& heading) {
    if (mutants.count(fate) == 0) return;
    page.heading(heading);
    for (const Mutant& mutant : mutants.all) {
        if (mutant.fate != fate) continue;
        page.item(2, "•", place_of(page, mutant));
        page.text(4, mutant.change);
        if (!mutant.suggested->is_null())
            page.whole(4, page.say({"voorstel: ", "suggestion: "}) + mutant.suggested->dump());
    }
}

const char* word(Fate fate) {
    switch (fate) {
    case Fate::noticed: return "noticed";
    case Fate::missed: return "missed";
    case Fate::alike: return "alike";
    case Fate::unclear: return "unclear";
    }
    return "";
}

Json as_json(const Mutant& mutant) {
    Json out{{"decision", mutant.decision},
             {"row", mutant.row},
             {"input", mutant.input},
             {"change", {{"nl", mutant.change.nl}, {"en", mutant.change.en}}},
             {"file", mutant.place.file},
             {"line", mutant.place.line},
             {"column", mutant.place.column},
             {"fate", word(mutant.fate)}};
    if (mutant.fate == Fate::noticed) out["noticed-by"] = mutant.noticed_by;
    if (!mutant.suggested->is_null()) out["suggested"] = *mutant.suggested;
    return out;
}

} // namespace

void print_mutants(Page& page, const Mutants& mutants) {
    print(page, mutants, Fate::missed, {"Dit merkt geen enkele test", "No test notices this"});
    print(page, mutants, Fate::unclear,
          {"Geen test merkt het, en geen verschil gevonden",
           "No test notices, and no difference was found"});
    print(page, mutants, Fate::alike,
          {"Dit maakt in geen enkele situatie verschil",
           "This makes no difference in any situation"});
    page.blank();
    const auto count = [&](Fate fate) { return std::to_string(mutants.count(fate)); };
    page.text(
        0, std::to_string(mutants.all.size()) + page.say({" veranderingen: ", " changes: "}) +
               count(Fate::noticed) + page.say({" gemerkt, ", " noticed, "}) + count(Fate::missed) +
               page.say({" door geen enkele test gemerkt, ", " noticed by no test, "}) +
               count(Fate::unclear) + page.say({" onduidelijk, ", " unclear, "}) +
               count(Fate::alike) +
               page.say({" zonder verschil. Nog ", " without a difference. Another "}) +
               std::to_string(mutants.refused) +
               page.say({" kan een regelboek niet eens hebben.", " no rulebook can even have."}));
}

Json as_json(const Mutants& mutants) {
    Json all = Json::array();
    for (const Mutant& mutant : mutants.all) all.push_back(as_json(mutant));
    return {{"mutants", std::move(all)}, {"refused", mutants.refused}};
}

} // namespace meldroute::inline v0
