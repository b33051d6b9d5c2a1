// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A small rulebook, and cases that move by it without a register.

#pragma once

#include "casefile/examples.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/casefile/duties.hpp>
#include <meldroute/casefile/move.hpp>

#include <nlohmann/json.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace klein {

using namespace meldroute;

inline const std::string rulebook_folder = MELDROUTE_SOURCE_DIR "/tests/rulebooks/klein";

inline std::shared_ptr<const Rulebook> book() {
    static const auto loaded = Rulebook::load(rulebook_folder);
    return loaded;
}

/// So many minutes after Tuesday 2 June 2026, 10.20 in Amsterdam.
inline Moment minute(int count) {
    return {1780388400000000 + count * 60000000LL, 120};
}

inline Telling by(std::string role, Json facts = Json::object(), std::string because = {}) {
    Telling telling;
    telling.facts = std::move(facts);
    telling.by = {role.empty() ? "" : "a.jansen", std::move(role)};
    telling.at = minute(0);
    telling.because = std::move(because);
    return telling;
}

inline Telling officer(Json facts = Json::object(), std::string because = {}) {
    return by("aandachtsfunctionaris", std::move(facts), std::move(because));
}

/// The small rulebook with other words on one step.
inline std::shared_ptr<const Rulebook> book_with(const std::string& step, const Json& words) {
    Json bundle = Json::parse(book()->bundle());
    for (auto& route : bundle["routes"])
        if (route["steps"].contains(step)) route["steps"][step].update(words);
    return Rulebook::from_bundle(canonical(bundle));
}

/// The small rulebook with one fact and one decision more.
inline std::shared_ptr<const Rulebook> book_declaring(const Json& fact, const Json& decision) {
    Json bundle = Json::parse(book()->bundle());
    bundle["facts"].push_back(fact);
    bundle["decisions"].push_back(decision);
    return Rulebook::from_bundle(canonical(bundle));
}

/// A case in memory: its story, and the bodies that a register would keep.
struct Told {
    Story story;
    std::vector<std::optional<Body>> bodies;
    int minutes = 0;

    explicit Told(Json facts = Json::object(), std::shared_ptr<const Rulebook> by_book = book(),
                  std::string_view route = "meldroute-intern")
        : story(by_book) {
        keep(open_case(by_book, route, by("medewerker", std::move(facts))));
    }

    void keep(const std::vector<Body>& more) {
        for (const auto& body : more) {
            bodies.push_back(Body::parse(body.bytes()));
            story.add(body);
        }
    }
    void tell(std::string_view event, Telling telling = officer()) {
        telling.at = minute(++minutes);
        keep(tell_event(story, event, telling));
    }
    void note(Telling telling) {
        telling.at = minute(++minutes);
        keep(tell_note(story, telling));
    }
    bool at(const std::string& step) const {
        for (const auto& [route, standing] : story.here())
            for (const auto& leaf : standing.leaves)
                if (leaf == step) return true;
        return false;
    }
    const Body& last() const { return *bodies.back(); }
    std::vector<std::string> duties() const {
        std::vector<std::string> ids;
        for (const auto& open : open_duties(story)) ids.push_back(open.duty->id);
        return ids;
    }
};

/// A case whose report was talked over, and now has to be weighed.
inline Told at_weighing(Json facts = Json::object(),
                        std::shared_ptr<const Rulebook> by_book = book()) {
    Told told(std::move(facts), std::move(by_book));
    told.tell("besproken");
    return told;
}

/// Everything that can be seen of two stories is the same.
inline bool same(const Story& one, const Story& other) {
    const auto due = [](const Story& story) {
        std::string out;
        for (const auto& open : open_duties(story)) {
            out += open.route + "." + open.step + "." + open.duty->id + open.role;
            out += open.certain ? "!" : "?";
            out += std::to_string(open.since.sequence) + open.since.at.iso();
            if (open.due && open.due->date) out += open.due->date->iso();
        }
        return out;
    };
    return one.here() == other.here() && one.situation().json() == other.situation().json() &&
           one.sequence() == other.sequence() && one.recorded() == other.recorded() &&
           one.happened().size() == other.happened().size() && due(one) == due(other);
}

/// The code of the error that this throws, or "".
template <class Run>
std::string code_of(Run run) {
    try {
        run();
    } catch (const Error& error) {
        return error.code();
    }
    return {};
}

inline const Json to_police{{"besluit.bestemming", {"politie"}}};
inline const Json minor{{"slachtoffer.leeftijd", 16}};

} // namespace klein
