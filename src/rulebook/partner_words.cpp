// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/partner_words.hpp"

#include "rulebook/accepted.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

Contact read_contact(const JsonNode& node, const Names& names) {
    node.allow_only({"number", "when", "for"});
    Contact out{node.at("number").string(), node.text_or_empty("when"), {}};
    if (node.has("for"))
        for (const auto& role : node.at("for").items()) out.roles.push_back(names.role(role));
    return out;
}

/// One number for everybody is just that number.
std::vector<Contact> read_contacts(const JsonNode& node, const Names& names) {
    if (node.is_string()) return {{node.string(), {}, {}}};
    std::vector<Contact> out;
    for (const auto& one : node.items()) out.push_back(read_contact(one, names));
    return out;
}

} // namespace

std::vector<Contact> Partner::seen_by(std::string_view role) const {
    std::vector<Contact> seen;
    for (const auto& contact : contacts)
        if (contact.roles.empty() ||
            std::find(contact.roles.begin(), contact.roles.end(), role) != contact.roles.end())
            seen.push_back(contact);
    return seen;
}

Ground read_ground(const JsonNode& node, const Names& names) {
    node.allow_only({"id", "label", "basis", "task", "consent", "exception", "purpose", "source"});
    Ground out;
    out.id = node.at("id").id();
    out.label = node.at("label").text();
    out.basis = read_sources(node, "basis");
    out.task = read_sources(node, "task");
    out.exception = read_sources(node, "exception");
    if (node.has("consent")) out.consent = names.fact(node.at("consent"));
    out.purpose = node.text_or_empty("purpose");
    out.source = read_sources(node);
    const auto missing = [&](const char* part) {
        node.fail(Fault::ground_incomplete, {out.id, part});
    };
    if (out.basis.empty()) missing("basis");
    if (out.task.empty() && out.consent.empty()) missing("task");
    if (!node.has("exception")) missing("exception");
    if (out.purpose.empty()) missing("purpose");
    return out;
}

Partner read_partner(const JsonNode& node, const Names& names) {
    node.allow_only({"id", "label", "contact", "grounds", "receives", "source", "accepted"});
    Partner out;
    out.id = names.partner(node.at("id"));
    out.label = node.at("label").text();
    if (node.has("contact")) out.contacts = read_contacts(node.at("contact"), names);
    if (node.has("grounds"))
        for (const auto& ground : node.at("grounds").items())
            out.grounds.push_back(names.ground(ground));
    if (node.has("receives")) {
        static_cast<void>(node.at("receives").one_of({"no-personal-data"}));
        out.receives = false;
        if (!out.grounds.empty()) node.at("receives").fail(Fault::partner_never_receives, {out.id});
    }
    out.source = read_sources(node);
    static_cast<void>(read_accepted(node)); // refuses what `check` could not read
    return out;
}

} // namespace meldroute::inline v0
