// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Everything that can be seen of a case, as one JSON value: two that show the same are the same to
// whoever works with them.

#pragma once

#include <meldroute/casefile/duties.hpp>

#include <nlohmann/json.hpp>

#include <string>

namespace seen {

using namespace meldroute;

inline Json of(const Due& due) {
    constexpr std::array words{"running", "suspended", "not-started", "at-once", "repeating"};
    Json out{{"state", words[std::size_t(due.state)]}};
    if (due.date) out["date"] = due.date->iso();
    if (due.moment) out["moment"] = due.moment->iso();
    for (const auto& reading : due.readings)
        if (due.readings.size() > 1)
            out["readings"].push_back(reading.date ? reading.date->iso() : "");
    return out;
}

inline Json of(const OpenDuty& open) {
    Json out{{"route", open.route},          {"step", open.step},
             {"duty", open.duty->id},        {"role", open.role},
             {"since", open.since.at.iso()}, {"entry", open.since.sequence}};
    if (!open.certain) out["certain"] = false;
    if (open.due) out["due"] = of(*open.due);
    return out;
}

inline Json standing(const Story& story) {
    Json out = Json::object();
    for (const auto& [route, standing] : story.here())
        out[route] = {{"steps", standing.leaves}, {"gate", standing.gate}};
    return out;
}

inline Json owners_of(const Story& story) {
    Json out = Json::array();
    for (const auto& owner : owners(story))
        out.push_back({{"route", owner.route}, {"step", owner.step}, {"role", owner.role}});
    return out;
}

inline Json duties(const Story& story) {
    Json out = Json::array();
    for (const auto& open : open_duties(story)) out.push_back(of(open));
    return out;
}

inline Json of(const Story& story) {
    Json happened = Json::array();
    for (const auto& one : story.happened())
        happened.push_back({{"entry", one.sequence}, {"event", one.event}, {"at", one.at.iso()}});
    return {{"here", standing(story)},
            {"owners", owners_of(story)},
            {"duties", duties(story)},
            {"facts", story.situation().json()},
            {"happened", std::move(happened)},
            {"first-route", story.first_route()},
            {"sequence", story.sequence()},
            {"recorded", story.recorded() ? story.recorded()->iso() : ""}};
}

} // namespace seen
