// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/model.hpp"

namespace meldroute::inline v0 {
namespace {

/// Of a list that is known, the question is about one record.
const Fact& asked_of(const Vocabulary& vocabulary, std::size_t slot, const Needed& needed,
                     const Situation& situation) {
    const Fact& fact = vocabulary[slot];
    if (fact.type.kind != Kind::list || !situation[slot].known || needed.items.empty()) return fact;
    const auto& item = needed.items.front();
    const auto dot = item.find('.');
    const int record = std::stoi(item.substr(0, dot));
    return vocabulary[*vocabulary.field(slot, record, item.substr(dot + 1))];
}

} // namespace

std::vector<Decisions::Question> Decisions::ask(const Ruling& ruling, const Situation& situation,
                                                Lang lang) const {
    std::vector<Question> out;
    for (const auto& needed : ruling.needed) {
        const std::size_t slot = *book_->vocabulary->find(needed.fact);
        if (situation[slot].why != Unknown::not_asked) continue; // nothing is asked twice
        const Fact& fact = asked_of(*book_->vocabulary, slot, needed, situation);
        const Text& words = fact.question.empty() ? fact.label : fact.question;
        out.push_back({needed.fact, words.empty() ? needed.fact : words.in(lang), fact.who});
    }
    return out;
}

} // namespace meldroute::inline v0
