// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Least changes as sentences and as data.

#include <meldroute/rules/decisions.hpp>

#include "rules/cell_words.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

std::string sentence(const Alternative& one, Lang lang) {
    const bool nl = lang == Lang::nl;
    std::vector<std::string> changes;
    for (const auto& change : one.changes) changes.push_back(change.words);
    return (nl ? "Als " : "If ") + join(changes, nl ? "en" : "and") +
           (nl ? ", dan was de uitkomst: " : ", the outcome would have been: ") + one.words + ".\n";
}

Json of_change(const Change& change) {
    Json out{
        {"fact", change.fact}, {"from", *change.from}, {"to", *change.to}, {"words", change.words}};
    if (!change.item.empty()) out["item"] = change.item;
    return out;
}

Json of_alternative(const Alternative& one) {
    Json out{{"changes", Json::array()}, {"outcome", *one.outcome}, {"words", one.words}};
    for (const auto& change : one.changes) out["changes"].push_back(of_change(change));
    return out;
}

} // namespace

std::string LeastChange::text(std::size_t shown) const {
    const bool nl = lang == Lang::nl;
    if (withheld)
        return nl ? "Dit hangt ook af van persoonsgegevens, en die ziet alleen wie dat mag zien.\n"
                  : "This depends on personal data too, which are shown only to who may see "
                    "them.\n";
    std::string out;
    for (std::size_t i = 0; i < found.size() && i < shown; ++i) out += sentence(found[i], lang);
    if (found.empty())
        out = nl ? "Geen verandering van hoogstens drie bekende feiten maakt de uitkomst anders.\n"
                 : "No change of at most three known facts makes the outcome another one.\n";
    if (!complete)
        out += nl ? "Er is niet verder gezocht: er kan een kleinere verandering zijn.\n"
                  : "The search stopped here: there may be a smaller change.\n";
    return out;
}

Json LeastChange::json() const {
    Json out{{"found", Json::array()}, {"complete", complete}, {"withheld", withheld}};
    for (const auto& one : found) out["found"].push_back(of_alternative(one));
    return out;
}

} // namespace meldroute::inline v0
