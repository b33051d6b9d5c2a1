// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "proofs/shown.hpp"

#include "proofs/tested.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

Situation situation_of(const Book& book, const Json& facts) {
    Situation situation(*book.vocabulary);
    situation.tell(JsonNode::wrap(facts, ""));
    return situation;
}

} // namespace

Ruling rule(const Decisions& decisions, const std::string& decision, const Json& facts) {
    return decisions.rule(decision, situation_of(decisions.book(), facts));
}

Json shortened(const Decisions& decisions, Json facts, const std::function<bool(World&)>& still) {
    const Book& book = decisions.book();
    const auto tested = tested_slots(book);
    std::vector<std::string> ids;
    for (const auto& [id, value] : facts.items())
        if (!tested.contains(*book.vocabulary->find(id))) ids.push_back(id);
    for (const auto& id : ids) {
        auto fewer = facts;
        fewer.erase(id);
        const auto situation = situation_of(book, fewer);
        World world(book, situation);
        if (still(world)) facts = std::move(fewer);
    }
    return facts;
}

} // namespace meldroute::inline v0
