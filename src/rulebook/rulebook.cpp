// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/rulebook/rulebook.hpp>

#include "rulebook/builder.hpp"
#include "rulebook/loading.hpp"
#include "rulebook/resolve.hpp"

#include <meldroute/base/id.hpp>
#include <meldroute/routes/machines.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

template <class Deed>
auto traced(const Origins& origins, Deed deed) try {
    return deed();
} catch (const RulebookError& error) {
    fail(error.fault(), error.words(), origins.trace(error.place()));
}

bool is_route(std::string_view id) {
    const auto ids = route_ids();
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

std::shared_ptr<const Rulebook> Rulebook::load(const std::filesystem::path& folder_or_bundle,
                                               const std::vector<std::filesystem::path>& shelves) {
    if (std::filesystem::is_regular_file(folder_or_bundle))
        return read_bundle(JsonNode::read(folder_or_bundle));
    return build(read_layers(folder_or_bundle, shelves));
}

std::shared_ptr<const Rulebook> build(const std::vector<Layer>& layers) {
    auto resolved = Resolver(layers).resolve();
    const auto origins = std::make_shared<Origins>(std::move(resolved.origins));
    std::vector<JsonNode> tests;
    for (const auto& layer : layers)
        tests.insert(tests.end(), layer.of("tests").begin(), layer.of("tests").end());
    return traced(*origins, [&] {
        return RulebookBuilder(resolved.document, origins).build(std::move(tests));
    });
}

std::shared_ptr<const Rulebook> Rulebook::from_bundle(std::string_view bytes) {
    return read_bundle(JsonNode::parse(std::string(bytes), "bundle"));
}

std::shared_ptr<const Rulebook> Rulebook::read_bundle(const JsonNode& document) {
    if (!document.has("bundle") || document.at("bundle").json() != 1)
        document.fail(Fault::bundle_unreadable);
    document.allow_only({"bundle", "identity", "layers", "codes", "facts", "decisions", "roles",
                         "grounds", "partners", "alerts", "calendars", "equated-days", "terms",
                         "labels", "routes"});
    const auto origins = std::make_shared<Origins>();
    origins->add(resolved_name, "", document);
    return RulebookBuilder(document, origins).build({});
}

bool Rulebook::in_force(Date date) const {
    return (!valid_from_ || *valid_from_ <= date) && (!valid_until_ || date <= *valid_until_);
}

Place Rulebook::place(std::string_view pointer) const {
    return origins_->trace({resolved_name, 0, 0, std::string(pointer), ""});
}

const Role& Rulebook::role(std::string_view id) const {
    std::vector<std::string> known;
    for (const auto& role : roles_) {
        if (role.id == id) return role;
        known.push_back(role.id);
    }
    fail(Fault::role_unknown, {std::string(id), nearest(id, known)});
}

const RouteRules* Rulebook::route(std::string_view id) const {
    const auto found = std::find_if(routes_.begin(), routes_.end(),
                                    [&](const RouteRules& rules) { return rules.route == id; });
    return found == routes_.end() ? nullptr : &*found;
}

const StepRules& Rulebook::step(std::string_view route_id, std::string_view step) const {
    static const StepRules none;
    const auto* rules = route(route_id);
    const auto* found = rules == nullptr ? nullptr : rules->find(step);
    return found == nullptr ? none : *found;
}

/// «route.step» is called as in that route, and without words there as elsewhere: two routes may have
/// a step of one name, and call it otherwise.
std::string Rulebook::label(std::string_view id, Lang lang) const {
    const auto find = [&](std::string_view one) {
        const auto found =
            std::lower_bound(labels_.begin(), labels_.end(), one,
                             [](const auto& entry, auto sought) { return entry.first < sought; });
        return found == labels_.end() || found->first != one ? nullptr : &found->second;
    };
    if (const Text* words = find(id)) return words->in(lang);
    const auto dot = id.find('.');
    const bool in_route = dot != id.npos && is_route(id.substr(0, dot));
    const Text* words = in_route ? find(id.substr(dot + 1)) : nullptr;
    return words ? words->in(lang) : std::string(id);
}

const StepRules* RouteRules::find(std::string_view step) const {
    const auto found = std::find_if(steps.begin(), steps.end(),
                                    [&](const StepRules& rules) { return rules.step == step; });
    return found == steps.end() ? nullptr : &*found;
}

} // namespace meldroute::inline v0
