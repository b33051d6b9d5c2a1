// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The reasons as data: the same as the sentences say, with ids.

#include <meldroute/rules/reasons.hpp>

#include "rules/state_words.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

template <class T, class Convert>
Json list(const std::vector<T>& all, Convert convert) {
    Json out = Json::array();
    for (const auto& one : all) out.push_back(convert(one));
    return out;
}

Json of_source(const Source& source) {
    return {{source.law ? "law" : "policy", source.title},
            {"article", source.article},
            {"confidence", word(source.confidence)}};
}

Json of_cell(const CellReason& cell) {
    return {{"input", cell.input}, {"words", cell.words}, {"read", cell.read}};
}

Json of_row(const RowReason& row) {
    return {{"row", row.row},
            {"state", row.state ? Json(word(*row.state)) : Json()},
            {"cells", list(row.cells, of_cell)},
            {"then", row.then},
            {"because", row.because},
            {"see", row.see},
            {"source", list(row.source, of_source)}};
}

Json of_part(const PartReason& part) {
    return {{"words", part.words}, {"value", part.value}};
}

Json of_decision(const DecisionReason& one) {
    if (one.withheld) return {{"decision", one.decision}, {"label", one.label}, {"withheld", true}};
    return {{"decision", one.decision},
            {"label", one.label},
            {"withheld", false},
            {"state", word(one.state)},
            {"outcome", *one.outcome},
            {"possible", list(one.possible, [](const JsonBox& box) { return *box; })},
            {"words", one.words},
            {"rows", list(one.rows, of_row)},
            {"parts", list(one.parts, of_part)},
            {"source", list(one.source, of_source)}};
}

Json of_fact(const FactReason& fact) {
    return {{"fact", fact.fact},         {"label", fact.label},
            {"known", fact.known},       {"unknown", fact.known ? Json() : Json(word(fact.why))},
            {"withheld", fact.withheld}, {"value", *fact.value},
            {"words", fact.words}};
}

Json of_needed(const NeededReason& needed) {
    return {{"fact", needed.fact}, {"label", needed.label}, {"items", needed.items}};
}

} // namespace

Json Reasons::json() const {
    Json out = of_decision(asked);
    out["lang"] = lang == Lang::nl ? "nl" : "en";
    out["below"] = list(below, of_decision);
    out["facts"] = list(facts, of_fact);
    out["needed"] = list(needed, of_needed);
    out["withholds"] = withholds();
    return out;
}

} // namespace meldroute::inline v0
