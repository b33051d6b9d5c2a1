// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/casefile/body.hpp>

#include <meldroute/base/json.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace meldroute::inline v0 {
namespace {

constexpr std::array kinds{
    std::pair{EntryKind::told, "told"},           std::pair{EntryKind::noted, "noted"},
    std::pair{EntryKind::corrected, "corrected"}, std::pair{EntryKind::time, "time"},
    std::pair{EntryKind::migrated, "migrated"},
};

const char* word_of(EntryKind kind) {
    return std::ranges::find(kinds, kind, &std::pair<EntryKind, const char*>::first)->second;
}

// ── Writing ──────────────────────────────────────────────────────────────────────────────────

Json json_of(const KeptRuling& ruling) {
    return {
        {"decision", ruling.decision}, {"outcome", *ruling.outcome}, {"unknown", ruling.unknown}};
}

Json json_of(const KeptDecision& decision) {
    return {{"fact", decision.fact},        {"advice", *decision.advice},
            {"decided", *decision.decided}, {"deviates", decision.deviates},
            {"unknown", decision.unknown},  {"because", decision.because}};
}

Json json_of(const Standing& standing) {
    return {{"leaves", standing.leaves}, {"gate", standing.gate}};
}

template <class Items>
Json array_of(const Items& items) {
    Json out = Json::array();
    for (const auto& item : items) out.push_back(json_of(item));
    return out;
}

Json json_of(const std::map<std::string, Standing>& here) {
    Json out = Json::object();
    for (const auto& [route, standing] : here) out[route] = json_of(standing);
    return out;
}

// ── Reading ──────────────────────────────────────────────────────────────────────────────────

/// These bytes are not a body. Says no more: what it would quote is personal.
struct NotABody {};

/// Takes an object apart; every key has to be asked for, once.
class Members {
public:
    explicit Members(const Json& object) : object_(object) {
        if (!object.is_object()) throw NotABody{};
    }

    const Json* find(const char* key) {
        const auto found = object_.find(key);
        if (found == object_.end()) return nullptr;
        ++asked_;
        return &*found;
    }

    const Json& at(const char* key) {
        const Json* found = find(key);
        if (!found) throw NotABody{};
        return *found;
    }

    void done() const {
        if (asked_ != object_.size()) throw NotABody{};
    }

private:
    const Json& object_;
    std::size_t asked_ = 0;
};

std::string string(const Json& json) {
    if (!json.is_string()) throw NotABody{};
    return json.get<std::string>();
}

template <class Integer>
Integer integer(const Json& json) {
    if (!json.is_number_integer()) throw NotABody{};
    return json.get<Integer>();
}

template <class Read>
auto list(const Json& json, Read read) {
    if (!json.is_array()) throw NotABody{};
    std::vector<decltype(read(json))> out;
    out.reserve(json.size());
    for (const auto& item : json) out.push_back(read(item));
    return out;
}

EntryKind kind(const Json& json) {
    const auto word = string(json);
    for (const auto& [value, name] : kinds)
        if (word == name) return value;
    throw NotABody{};
}

KeptRuling ruling(const Json& json) {
    Members members(json);
    KeptRuling out{string(members.at("decision")), members.at("outcome"),
                   list(members.at("unknown"), string)};
    members.done();
    return out;
}

KeptDecision decision(const Json& json) {
    Members members(json);
    const Json& deviates = members.at("deviates");
    if (!deviates.is_boolean()) throw NotABody{};
    KeptDecision out{string(members.at("fact")),
                     members.at("advice"),
                     members.at("decided"),
                     deviates.get<bool>(),
                     list(members.at("unknown"), string),
                     string(members.at("because"))};
    members.done();
    return out;
}

Standing standing(const Json& json) {
    Members members(json);
    Standing out{list(members.at("leaves"), string), integer<int>(members.at("gate"))};
    members.done();
    return out;
}

std::map<std::string, Standing> standings(const Json& json) {
    if (!json.is_object()) throw NotABody{};
    std::map<std::string, Standing> out;
    for (const auto& [route, where] : json.items()) out.emplace(route, standing(where));
    return out;
}

JsonBox object(const Json& json) {
    if (!json.is_object()) throw NotABody{};
    return json;
}

void read_what_may_be_absent(Members& members, Body& body) {
    if (const auto* event = members.find("event")) body.event = string(*event);
    if (const auto* key = members.find("key")) body.key = string(*key);
    if (const auto* decided = members.find("decision")) body.decision = decision(*decided);
    if (const auto* cause = members.find("cause")) body.cause = integer<std::int64_t>(*cause);
    if (const auto* by = members.find("by")) {
        Members who(*by);
        body.person = string(who.at("person"));
        body.role = string(who.at("role"));
        who.done();
    }
}

Body body_of(const Json& json) {
    Members members(json);
    Body body;
    body.kind = kind(members.at("kind"));
    body.recorded = Moment::parse(string(members.at("recorded")));
    body.occurred = Moment::parse(string(members.at("occurred")));
    body.facts = object(members.at("facts"));
    body.rulings = list(members.at("rulings"), ruling);
    body.here = standings(members.at("here"));
    body.rulebook = string(members.at("rulebook"));
    body.engine = string(members.at("engine"));
    read_what_may_be_absent(members, body);
    members.done();
    return body;
}

} // namespace

std::string Body::bytes() const {
    Json out{{"kind", word_of(kind)},        {"recorded", recorded.iso()},
             {"occurred", occurred.iso()},   {"facts", facts->is_null() ? Json::object() : *facts},
             {"rulings", array_of(rulings)}, {"here", json_of(here)},
             {"rulebook", rulebook},         {"engine", engine}};
    if (!event.empty()) out["event"] = event;
    if (!person.empty() || !role.empty()) out["by"] = {{"person", person}, {"role", role}};
    if (!key.empty()) out["key"] = key;
    if (decision) out["decision"] = json_of(*decision);
    if (cause) out["cause"] = *cause;
    return canonical(out);
}

std::optional<Body> Body::parse(std::string_view bytes) {
    const Json json = Json::parse(bytes, nullptr, false);
    if (json.is_discarded()) return {};
    try {
        return body_of(json);
    } catch (const NotABody&) {
        return {};
    } catch (const Error&) {
        return {};
    }
}

} // namespace meldroute::inline v0
