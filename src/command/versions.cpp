// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"
#include "command/page.hpp"

#include <meldroute/rulebook/versions.hpp>

#include <nlohmann/json.hpp>

#include <filesystem>
#include <ostream>

namespace meldroute::inline v0 {
namespace {

std::string day(const std::optional<Date>& date) {
    return date ? date->iso() : "…";
}

std::string place_of(const Rulebook& version) {
    const std::filesystem::path file = version.place("/identity").file;
    return (file.filename() == "rulebook.json" ? file.parent_path() : file).generic_string();
}

Json as_json(const Rulebook& version) {
    const auto or_null = [](const std::optional<Date>& date) {
        return date ? Json(date->iso()) : Json();
    };
    return {{"id", version.id()},
            {"version", version.version()},
            {"status", version.status()},
            {"from", or_null(version.valid_from())},
            {"until", or_null(version.valid_until())},
            {"digest", to_hex(bytes_of(version.digest()))},
            {"place", place_of(version)}};
}

void print(const Rulebook& version, const Arguments& args, std::ostream& out) {
    out << padded(version.version(), 10) << " " << padded(version.status(), 12) << " "
        << padded(day(version.valid_from()), 10) << args.say({" t/m ", " to "})
        << padded(day(version.valid_until()), 10) << " " << place_of(version) << "\n";
}

} // namespace

int command_versions(const Arguments& args, std::ostream& out) {
    args.want(2, 2);
    auto versions = load_versions(args[0], args[1]);
    if (args.has("--on")) versions = {version_in_force(versions, Date::parse(args.value("--on")))};
    if (args.has("--json")) {
        Json json = Json::array();
        for (const auto& version : versions) json.push_back(as_json(*version));
        out << json.dump(2) << "\n";
    } else {
        for (const auto& version : versions) print(*version, args, out);
    }
    return 0;
}

} // namespace meldroute::inline v0
