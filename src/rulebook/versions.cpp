// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/rulebook/versions.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <limits>
#include <set>

namespace meldroute::inline v0 {
namespace {

namespace fs = std::filesystem;

/// Of the rulebook or bundle that is there; "" for anything else.
std::string id_at(const fs::path& entry) {
    const bool folder = fs::is_regular_file(entry / "rulebook.json");
    if (!folder && (entry.extension() != ".json" || !fs::is_regular_file(entry))) return "";
    const auto node = JsonNode::read(folder ? entry / "rulebook.json" : entry);
    if (folder) return node.at("id").id();
    return node.has("bundle") && node.has("identity") ? node.at("identity").at("id").id() : "";
}

std::string words(const Rulebook& version) {
    const auto day = [](const std::optional<Date>& date) { return date ? date->iso() : "…"; };
    return version.version() + " (" + day(version.valid_from()) + " – " +
           day(version.valid_until()) + ")";
}

/// How many days lie between a day and the nearest on which this version is in force.
int days_off(const Rulebook& version, Date date) {
    if (version.valid_from() && date < *version.valid_from())
        return version.valid_from()->days - date.days;
    return version.valid_until() ? date.days - version.valid_until()->days : 0;
}

[[noreturn]] void fail_for_none(const Versions& versions, Date date) {
    const auto nearer = [&](const auto& a, const auto& b) {
        return days_off(*a, date) < days_off(*b, date);
    };
    const auto nearest = std::min_element(versions.begin(), versions.end(), nearer);
    if (nearest == versions.end()) fail(Fault::rulebook_not_in_force, {"", date.iso(), ""});
    fail(Fault::rulebook_not_in_force, {(*nearest)->id(), date.iso(), words(**nearest)});
}

} // namespace

Versions load_versions(const fs::path& shelf, std::string_view id) {
    if (!fs::is_directory(shelf)) fail(Fault::file_missing, {shelf.generic_string()});
    std::set<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(shelf)) entries.insert(entry.path());
    Versions versions;
    for (const auto& entry : entries)
        if (id_at(entry) == id) versions.push_back(Rulebook::load(entry, {shelf}));
    std::stable_sort(versions.begin(), versions.end(), [](const auto& a, const auto& b) {
        return a->valid_from() < b->valid_from();
    });
    if (versions.empty()) fail(Fault::layer_missing, {std::string(id)});
    return versions;
}

std::shared_ptr<const Rulebook> version_in_force(const Versions& versions, Date date) {
    std::shared_ptr<const Rulebook> best, other;
    for (const auto& version : versions) {
        if (!version->in_force(date)) continue;
        if (!best || version->valid_from() > best->valid_from())
            best = version, other = nullptr;
        else if (version->valid_from() == best->valid_from() && version->digest() != best->digest())
            other = version;
    }
    if (!best) fail_for_none(versions, date);
    if (other) fail(Fault::version_twice_in_force, {best->id(), best->version(), other->version()});
    return best;
}

} // namespace meldroute::inline v0
