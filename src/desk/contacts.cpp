// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "desk/views_of.hpp"

#include <meldroute/casefile/takers.hpp>

#include <nlohmann/json.hpp>

#include <set>

namespace meldroute::inline v0 {
namespace {

/// The values of a decided fact, of one or of several.
void add_decided(const Situation& situation, const std::string& fact, std::set<std::string>& out) {
    const auto slot = situation.vocabulary().find(fact);
    if (!slot || !situation.known(*slot)) return;
    const Json value = value_of(situation, fact);
    if (value.is_string()) out.insert(value.get<std::string>());
    if (value.is_array())
        for (const auto& one : value)
            if (one.is_string()) out.insert(one.get<std::string>());
}

} // namespace

std::vector<ContactView> contacts_of(const Story& story, std::string_view role) {
    std::set<std::string> decided;
    for (const auto& [id, standing] : story.here())
        if (const auto* route = story.rulebook().route(id))
            for (const auto& step : route->steps)
                for (const auto& decides : step.decides)
                    add_decided(story.situation(), decides.fact, decided);
    std::vector<ContactView> views;
    for (const auto& partner : story.rulebook().partners()) {
        if (!decided.contains(partner.id)) continue;
        for (const auto& contact : partner.seen_by(role))
            views.push_back({partner.id, contact.number, contact.when});
    }
    return views;
}

} // namespace meldroute::inline v0
