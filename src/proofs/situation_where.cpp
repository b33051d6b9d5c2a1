// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/proofs/proofs.hpp>

#include "proofs/realiser.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

bool is_open(const Book& book, std::size_t decision) {
    const auto& one = book.decisions[decision];
    return one.open || std::any_of(one.through.begin(), one.through.end(),
                                   [&](std::size_t below) { return book.decisions[below].open; });
}

bool confirmed(const Decisions& decisions, const std::vector<Wanted>& wanted, const Json& facts) {
    Situation situation(*decisions.book().vocabulary);
    situation.tell(JsonNode::wrap(facts, ""));
    return std::all_of(wanted.begin(), wanted.end(), [&](const Wanted& one) {
        return decisions.answer(one.decision, situation) == (one.yes ? Answer::yes : Answer::no);
    });
}

} // namespace

Situated situation_where(const Decisions& decisions, const std::vector<Wanted>& wanted) {
    const Book& book = decisions.book();
    std::vector<std::size_t> indexes;
    std::vector<Demand> demands;
    for (const Wanted& one : wanted) {
        const auto index = std::size_t(&decisions.at(one.decision) - book.decisions.data());
        if (is_open(book, index)) return {};
        indexes.push_back(index);
        const std::int64_t value = one.yes ? 1 : 0;
        demands.push_back({{Variable::Of::outcome, index, -1}, {{{value, value}}, false}});
    }
    Realiser realiser(book, indexes);
    const auto found = realiser.find(demands);
    if (!found) return {{}, !realiser.bound()};
    JsonBox facts{realiser.json(*found)};
    if (!confirmed(decisions, wanted, *facts)) return {{}, false};
    return {std::move(facts), true};
}

} // namespace meldroute::inline v0
