// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "register/roster_entries.hpp"

#include <meldroute/base/json.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace meldroute::inline v0 {
namespace {

constexpr std::array<std::string_view, 3> kinds{"holder", "stand-in", "on-call"};

Json with_said(Json body, const Said& said) {
    body["by"] = {{"person", said.by.person}, {"role", said.by.role}};
    body["recorded"] = said.recorded.iso();
    return body;
}

Said said_in(const JsonNode& body) {
    const auto by = body.at("by");
    by.allow_only({"person", "role"});
    return {{by.at("person").string(), by.at("role").string()},
            Moment::parse(body.at("recorded").string())};
}

Appointment::Kind kind_in(const JsonNode& node) {
    const auto word = node.one_of({kinds.begin(), kinds.end()});
    return Appointment::Kind(std::ranges::find(kinds, word) - kinds.begin());
}

Appointment appointment_in(const JsonNode& node) {
    node.allow_only({"role", "person", "kind", "from", "until", "lender"});
    Appointment out;
    out.role = node.at("role").string();
    out.person = node.at("person").string();
    out.kind = kind_in(node.at("kind"));
    out.from = Moment::parse(node.at("from").string());
    if (const auto until = node.find("until")) out.until = Moment::parse(until->string());
    out.lender = node.string_or("lender", "");
    return out;
}

void add_body(Roster& roster, const JsonNode& body) {
    if (const auto appointed = body.find("appointed")) {
        body.allow_only({"appointed", "by", "recorded"});
        roster.add(appointment_in(*appointed), said_in(body));
    } else {
        body.allow_only({"ended", "at", "by", "recorded"});
        roster.end(body.at("ended").integer(), Moment::parse(body.at("at").string()),
                   said_in(body));
    }
}

} // namespace

std::string_view word_of(Appointment::Kind kind) {
    return kinds.at(std::size_t(kind));
}

std::string body_of(const Appointment& appointment, const Said& said) {
    Json what{{"role", appointment.role},
              {"person", appointment.person},
              {"kind", word_of(appointment.kind)},
              {"from", appointment.from.iso()}};
    if (appointment.until) what["until"] = appointment.until->iso();
    if (!appointment.lender.empty()) what["lender"] = appointment.lender;
    return canonical(with_said({{"appointed", std::move(what)}}, said));
}

std::string body_of_ending(std::int64_t number, const Moment& at, const Said& said) {
    return canonical(with_said({{"ended", number}, {"at", at.iso()}}, said));
}

void add_entry(Roster& roster, const Entry& entry) {
    if (entry.erased()) return roster.skip();
    try {
        add_body(roster, JsonNode::parse(entry.body, "register"));
    } catch (const Error&) { // which may repeat what stands there
        fail(Fault::roster_unreadable, {std::to_string(roster.sequence() + 1)});
    }
}

} // namespace meldroute::inline v0
