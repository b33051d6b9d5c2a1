// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/rule_words.hpp"

#include "rules/cell_words.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

std::string sentence(const Book& book, const Decision& decision, const Row& row, Lang lang) {
    const bool nl = lang == Lang::nl;
    std::vector<std::string> cells;
    for (const Cell& cell : row.cells) cells.push_back(words(book, cell, lang));
    std::string out = cells.empty() ? (nl ? "Altijd" : "Always")
                                    : (nl ? "Als " : "If ") + join(cells, nl ? "en" : "and");
    if (decision.table->take == Take::count) return out + (nl ? ", dan telt dit mee." : ", count.");
    return out + (nl ? ", dan: " : ", then: ") + decision.type.words(row.then, lang) + ".";
}

std::vector<std::string> sentences(const Rulebook& rulebook, const std::string& id, Lang lang) {
    std::vector<std::string> out;
    if (!rulebook.decisions().has(id)) return out;
    const Book& book = rulebook.decisions().book();
    const Decision& decision = rulebook.decisions().at(id);
    if (!decision.table) return out;
    for (const Row& row : decision.table->rows) out.push_back(sentence(book, decision, row, lang));
    if (decision.table->otherwise)
        out.push_back((lang == Lang::nl ? "Anders: " : "Otherwise: ") +
                      decision.type.words(*decision.table->otherwise, lang) + ".");
    return out;
}

} // namespace

std::vector<std::string> changed_rules(const Rulebook& before, const Rulebook& after,
                                       const std::string& decision, Lang lang) {
    const auto old = sentences(before, decision, lang);
    std::vector<std::string> out;
    for (auto& now : sentences(after, decision, lang))
        if (std::find(old.begin(), old.end(), now) == old.end()) out.push_back(std::move(now));
    return out;
}

} // namespace meldroute::inline v0
