// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Small rulebooks with tests, made on the spot.

#pragma once

#include <meldroute/trials/coverage.hpp>
#include <meldroute/trials/mutants.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0::example {

using Fate = Mutant::Fate;

struct Tried {
    std::shared_ptr<const Rulebook> rulebook;
    std::vector<Test> tests;

    Coverage coverage() const { return coverage_of(rulebook, tests); }
    Mutants mutants(int threads = 1) const { return mutants_of(rulebook, tests, {threads, {}}); }
};

inline Json facts() {
    return Json::parse(R"([
        {"id": "leeftijd", "type": "integer", "min": 0, "max": 30, "label": "Leeftijd"},
        {"id": "bedrag", "type": "number", "decimals": 1, "min": 0, "max": 9.5, "label": "Bedrag"},
        {"id": "dag", "type": "date", "label": "Dag"},
        {"id": "spoed", "type": "boolean", "label": "Spoed"},
        {"id": "vorm", "type": "enum", "values": ["arbeid", "seksueel", "anders"], "label": "Vorm"},
        {"id": "gezien", "type": "checklist", "items": ["bang", "moe", "geld"], "label": "Gezien"},
        {"id": "wie", "type": "text", "label": "Wie"}])");
}

inline Tried tried(Json decisions, Json tests = Json::array()) {
    const Json bundle{{"bundle", 1},
                      {"identity", {{"id", "proef"}, {"version", "1"}, {"status", "concept"}}},
                      {"layers", Json::array()},
                      {"facts", facts()},
                      {"decisions", std::move(decisions)}};
    Tried out{Rulebook::from_bundle(bundle.dump()), {}};
    const Json file{{"tests", std::move(tests)}};
    out.tests = read_tests(JsonNode::parse(file.dump(), "tests.json"), *out.rulebook);
    return out;
}

/// A decision that takes the first row.
inline Json first(const std::string& id, Json rows, const std::string& otherwise) {
    return {{"id", id},
            {"take", "first"},
            {"outcome", {{"type", "enum"}, {"values", {"laag", "midden", "hoog"}}}},
            {"rows", std::move(rows)},
            {"else", otherwise}};
}

inline Json row(const std::string& id, Json when, Json then) {
    return {{"id", id}, {"when", std::move(when)}, {"then", std::move(then)}};
}

inline Json situation(Json given, Json expect) {
    return {{"name", given.dump()}, {"given", given}, {"expect", std::move(expect)}};
}

/// What was changed, of the mutants with this fate.
inline std::vector<std::string> changes(const Mutants& mutants, Fate fate) {
    std::vector<std::string> out;
    for (const Mutant& mutant : mutants.all)
        if (mutant.fate == fate)
            out.push_back((mutant.row.empty() ? "" : mutant.row + ": ") + mutant.change.nl);
    return out;
}

} // namespace meldroute::inline v0::example
