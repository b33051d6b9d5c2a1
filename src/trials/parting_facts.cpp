// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The ranges that were chosen, as facts that a test can tell.

#include "trials/parting.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {

Json Parting::facts() const {
    std::set<std::size_t> told(asked_.begin(), asked_.end());
    for (const Part& part : parts_)
        if (part.chosen) told.insert(part.atom.slot);
    Json out = Json::object();
    for (const auto slot : told) {
        const Fact& fact = (*book_.vocabulary)[slot];
        if (unknown_.contains(slot) && !fact.type.many()) continue;
        Json one = fact.type.many() ? members(slot) : value(slot);
        if (!one.empty() || one.is_array()) out[fact.id] = std::move(one);
    }
    return out;
}

/// The whole set where every member that rules look at is chosen.
Json Parting::members(std::size_t slot) const {
    const Type& type = (*book_.vocabulary)[slot].type;
    Json seen = Json::array(), not_seen = Json::array();
    bool whole = true;
    for (const Part& part : parts_) {
        if (part.atom.slot != slot) continue;
        whole = whole && part.chosen;
        if (!part.chosen) continue;
        const bool in = part.atom.classes[*part.chosen].low == 1;
        (in ? seen : not_seen).push_back(type.codes[std::size_t(part.atom.member)].id);
    }
    const bool must = std::find(asked_.begin(), asked_.end(), slot) != asked_.end();
    if (!unknown_.contains(slot) && (whole || must)) return seen;
    Json out = Json::object();
    if (!seen.empty()) out["seen"] = seen;
    if (!not_seen.empty()) out["not-seen"] = not_seen;
    return out;
}

/// The end of the chosen range that lies inside the domain: there rules turn.
Json Parting::value(std::size_t slot) const {
    const Type& type = (*book_.vocabulary)[slot].type;
    if (type.many()) return Json::array();
    const Interval all = book_.domain({false, slot});
    std::int64_t units = all.low;
    for (const Part& part : parts_)
        if (part.atom.slot == slot && part.chosen) {
            const Interval& range = part.atom.classes[*part.chosen];
            units = range.low == all.low && range.high != all.high ? range.high : range.low;
        }
    if (type.kind != Kind::text) return type.to_json(units);
    return book_.texts[slot].sample(units);
}

} // namespace meldroute::inline v0
