// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What was found, as it can be told.

#include "proofs/realiser.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {

Json Realiser::json(const Facts& facts) const {
    Json out = Json::object();
    for (const auto& [slot, value] : facts.slots) {
        const Fact& fact = (*book_.vocabulary)[slot];
        if (value.known && !fact.list)
            out[fact.id] = fact.type.kind == Kind::list ? records(facts, slot) : json(slot, value);
    }
    return out;
}

Json Realiser::json(std::size_t slot, const Facts::Value& value) const {
    const Type& type = (*book_.vocabulary)[slot].type;
    if (type.kind == Kind::text) return book_.texts[slot].sample(value.scalar);
    return type.to_json(type.many() ? std::int64_t(value.members) : value.scalar);
}

/// Of what the records hold, what no rule reads is not known.
Json Realiser::records(const Facts& facts, std::size_t list) const {
    Json out = Json::array();
    const Vocabulary& vocabulary = *book_.vocabulary;
    for (int record = 0; record < int(facts.slots.at(list).scalar); ++record) {
        out.push_back(Json::object());
        for (const auto& field : vocabulary[list].fields) {
            const auto slot = *vocabulary.field(list, record, field);
            const auto found = facts.slots.find(slot);
            if (found != facts.slots.end() && found->second.known)
                out.back()[field] = json(slot, found->second);
        }
    }
    return out;
}

} // namespace meldroute::inline v0
