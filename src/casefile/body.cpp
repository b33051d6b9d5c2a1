// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/casefile/body.hpp>

#include "base/plain_json.hpp"

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

// Straight into the bytes, without a tree: so each object gives its keys in the order of RFC 8785.

/// One object on its way into the bytes.
class Object {
public:
    explicit Object(std::string& out) : out_(out) { out_ += '{'; }

    /// By a key that is ours: nothing in it asks for an escape.
    std::string& key(std::string_view key) {
        out_ += std::exchange(comma_, ",");
        out_.append(key.size() + 3, '"').back() = ':';
        std::copy(key.begin(), key.end(), out_.end() - std::ptrdiff_t(key.size()) - 2);
        return out_;
    }
    std::string& any_key(std::string_view key) {
        append_canonical_text(out_ += std::exchange(comma_, ","), key);
        return out_ += ':';
    }
    Object& text(std::string_view key, std::string_view text) {
        append_canonical_text(this->key(key), text);
        return *this;
    }
    Object& json(std::string_view key, const Json& json) {
        append_canonical(this->key(key), json);
        return *this;
    }
    void end() { out_ += '}'; }

private:
    std::string& out_;
    const char* comma_ = "";
};

template <class Items, class Write>
void write_array(std::string& out, const Items& items, Write write) {
    const char* comma = "";
    out += '[';
    for (const auto& item : items) {
        out += std::exchange(comma, ",");
        write(out, item);
    }
    out += ']';
}

void write_texts(std::string& out, const std::vector<std::string>& texts) {
    write_array(out, texts, append_canonical_text);
}

void write(std::string& out, const KeptRuling& ruling) {
    Object object(out);
    object.text("decision", ruling.decision).json("outcome", *ruling.outcome);
    write_texts(object.key("unknown"), ruling.unknown);
    object.end();
}

void write(std::string& out, const KeptDecision& decision) {
    Object object(out);
    object.json("advice", *decision.advice).text("because", decision.because);
    object.json("decided", *decision.decided).key("deviates");
    out += decision.deviates ? "true" : "false";
    object.text("fact", decision.fact);
    write_texts(object.key("unknown"), decision.unknown);
    object.end();
}

void write(std::string& out, const std::map<std::string, Standing>& here) {
    Object routes(out);
    for (const auto& [route, standing] : here) {
        Object object(routes.any_key(route));
        object.key("gate") += std::to_string(standing.gate);
        write_texts(object.key("leaves"), standing.leaves);
        object.end();
    }
    routes.end();
}

void write_by(std::string& out, const Body& body) {
    Object object(out);
    object.text("person", body.person).text("role", body.role).end();
}

// ── Reading ──────────────────────────────────────────────────────────────────────────────────

/// These bytes are not a body. Says no more: what it would quote is personal.
struct NotABody {};

/// Takes an object apart; every key has to be asked for, once.
class Members {
public:
    explicit Members(Json& object) : object_(object) {
        if (!object.is_object()) throw NotABody{};
    }

    Json* find(const char* key) {
        const auto found = object_.find(key);
        if (found == object_.end()) return nullptr;
        ++asked_;
        return &*found;
    }

    Json& at(const char* key) {
        Json* found = find(key);
        if (!found) throw NotABody{};
        return *found;
    }

    void done() const {
        if (asked_ != object_.size()) throw NotABody{};
    }

private:
    Json& object_;
    std::size_t asked_ = 0;
};

/// Takes it out of the tree.
std::string string(Json& json) {
    if (!json.is_string()) throw NotABody{};
    return std::move(json.get_ref<std::string&>());
}

template <class Integer>
Integer integer(const Json& json) {
    if (!json.is_number_integer()) throw NotABody{};
    return json.get<Integer>();
}

template <class Read>
auto list(Json& json, Read read) {
    if (!json.is_array()) throw NotABody{};
    std::vector<decltype(read(json))> out;
    out.reserve(json.size());
    for (auto& item : json) out.push_back(read(item));
    return out;
}

EntryKind kind(Json& json) {
    const auto word = string(json);
    for (const auto& [value, name] : kinds)
        if (word == name) return value;
    throw NotABody{};
}

KeptRuling ruling(Json& json) {
    Members members(json);
    KeptRuling out{string(members.at("decision")), std::move(members.at("outcome")),
                   list(members.at("unknown"), string)};
    members.done();
    return out;
}

KeptDecision decision(Json& json) {
    Members members(json);
    const Json& deviates = members.at("deviates");
    if (!deviates.is_boolean()) throw NotABody{};
    KeptDecision out{string(members.at("fact")),          std::move(members.at("advice")),
                     std::move(members.at("decided")),    deviates.get<bool>(),
                     list(members.at("unknown"), string), string(members.at("because"))};
    members.done();
    return out;
}

Standing standing(Json& json) {
    Members members(json);
    Standing out{list(members.at("leaves"), string), integer<int>(members.at("gate"))};
    members.done();
    return out;
}

std::map<std::string, Standing> standings(Json& json) {
    if (!json.is_object()) throw NotABody{};
    std::map<std::string, Standing> out;
    for (auto& [route, where] : json.get_ref<Json::object_t&>())
        out.emplace(route, standing(where));
    return out;
}

JsonBox object(Json& json) {
    if (!json.is_object()) throw NotABody{};
    return std::move(json);
}

void read_what_may_be_absent(Members& members, Body& body) {
    if (auto* event = members.find("event")) body.event = string(*event);
    if (auto* key = members.find("key")) body.key = string(*key);
    if (auto* decided = members.find("decision")) body.decision = decision(*decided);
    if (auto* cause = members.find("cause")) body.cause = integer<std::int64_t>(*cause);
    if (auto* by = members.find("by")) {
        Members who(*by);
        body.person = string(who.at("person"));
        body.role = string(who.at("role"));
        who.done();
    }
}

Body body_of(Json& json) {
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
    std::string out;
    out.reserve(1024);
    Object object(out);
    if (!person.empty() || !role.empty()) write_by(object.key("by"), *this);
    if (cause) object.key("cause") += std::to_string(*cause);
    if (decision) write(object.key("decision"), *decision);
    object.text("engine", engine);
    if (!event.empty()) object.text("event", event);
    if (facts->is_null())
        object.key("facts") += "{}";
    else
        object.json("facts", *facts);
    write(object.key("here"), here);
    if (!key.empty()) object.text("key", key);
    object.text("kind", word_of(kind));
    object.text("occurred", occurred.iso()).text("recorded", recorded.iso());
    object.text("rulebook", rulebook);
    write_array(object.key("rulings"), rulings,
                [](std::string& to, const KeptRuling& one) { write(to, one); });
    object.end();
    return out;
}

std::optional<Body> Body::parse(std::string_view bytes) {
    auto plain = plain_json(bytes);
    Json json = plain ? std::move(*plain) : Json::parse(bytes, nullptr, false);
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
