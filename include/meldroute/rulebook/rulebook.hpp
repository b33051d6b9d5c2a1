// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A rulebook: facts, decisions, terms, routes, roles and partners of one municipality, laid over
// the layers above it. Immutable; share it between threads.

#pragma once

#include <meldroute/agenda/calendar.hpp>
#include <meldroute/agenda/term.hpp>
#include <meldroute/base/digest.hpp>
#include <meldroute/rulebook/partners.hpp>
#include <meldroute/rulebook/route_rules.hpp>
#include <meldroute/rules/decisions.hpp>

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

class Origins;

class Rulebook {
public:
    /// Loads a folder and the layers that it extends, or the file of a bundle. A layer is found by
    /// its id, as a folder of that name beside this one or in one of `shelves`. Throws RulebookError
    /// with file, line and JSON pointer, or Usage M1003.
    static std::shared_ptr<const Rulebook>
    load(const std::filesystem::path& folder_or_bundle,
         const std::vector<std::filesystem::path>& shelves = {});
    /// The same from a bundle: loading it equals loading the folders.
    static std::shared_ptr<const Rulebook> from_bundle(std::string_view bytes);

    const std::string& id() const { return id_; }
    const std::string& version() const { return version_; }
    const Text& title() const { return title_; }
    /// "concept" or "vastgesteld".
    const std::string& status() const { return status_; }
    /// The latest beginning and the earliest end, of it and of every layer that it stands on.
    const std::optional<Date>& valid_from() const { return valid_from_; }
    const std::optional<Date>& valid_until() const { return valid_until_; }
    /// Whether it, and every layer that it stands on, is valid on this day, the first and the last
    /// included.
    bool in_force(Date date) const;

    /// The resolved rulebook in canonical bytes (RFC 8785), and the SHA-256 of them.
    const std::string& bundle() const { return bundle_; }
    const Digest& digest() const { return digest_; }

    const Vocabulary& vocabulary() const { return vocabulary_; }
    const Decisions& decisions() const { return *decisions_; }
    const Calendars& calendars() const { return *calendars_; }
    const Terms& terms() const { return terms_; }
    const std::vector<Role>& roles() const { return roles_; }
    /// Throws RulebookError M1508 with the nearest name.
    const Role& role(std::string_view id) const;
    const std::vector<Ground>& grounds() const { return grounds_; }
    const std::vector<Partner>& partners() const { return partners_; }
    const std::vector<Alert>& alerts() const { return alerts_; }
    const std::vector<RouteRules>& routes() const { return routes_; }
    /// Null for a route that this rulebook has no words on.
    const RouteRules* route(std::string_view id) const;
    /// What the rulebook says of a step; an empty one where it says nothing.
    const StepRules& step(std::string_view route, std::string_view step) const;
    /// The label of a role, partner, step, event or code; the id itself where there is none.
    std::string label(std::string_view id, Lang lang) const;
    /// The tests beside the rules, of every layer: what holds above holds below. Each file's root.
    const std::vector<JsonNode>& tests() const { return tests_; }
    /// Where this part of the bundle was written: file, line and column; of a bundle the pointer.
    Place place(std::string_view pointer) const;

private:
    friend class RulebookBuilder;
    Rulebook() = default;
    static std::shared_ptr<const Rulebook> read_bundle(const JsonNode& document);

    std::string id_, version_, status_, bundle_;
    Text title_;
    std::optional<Date> valid_from_, valid_until_;
    Digest digest_{};
    Vocabulary vocabulary_;
    std::unique_ptr<Decisions> decisions_;
    std::unique_ptr<Calendars> calendars_;
    Terms terms_;
    std::vector<Role> roles_;
    std::vector<Ground> grounds_;
    std::vector<Partner> partners_;
    std::vector<Alert> alerts_;
    std::vector<RouteRules> routes_;
    std::vector<std::pair<std::string, Text>> labels_; ///< sorted by id
    std::vector<JsonNode> tests_;
    std::shared_ptr<const Origins> origins_;
};

} // namespace meldroute::inline v0
