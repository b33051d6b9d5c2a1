// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A layer is a folder of JSON files. What it extends it names by id and version, never by a path,
// and is looked for beside it and on the shelves.

#pragma once

#include <meldroute/base/json.hpp>

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

struct Layer {
    std::filesystem::path folder;
    JsonNode identity;                                               ///< rulebook.json
    std::map<std::string, std::vector<JsonNode>, std::less<>> files; ///< roots, by what they hold

    std::string id() const { return identity.at("id").id(); }
    std::string version() const { return identity.at("version").string(); }
    /// Files that hold this: facts.json and facts/*.json, in order of path.
    const std::vector<JsonNode>& of(std::string_view kind) const;
};

/// What a rulebook holds besides rulebook.json, in the order in which it is compiled.
const std::vector<std::string>& kinds_of_file();

/// The layer in this folder under all that it extends: the highest first. Throws Usage M1003, and
/// RulebookError M1501 to M1503 and M1516.
std::vector<Layer> read_layers(const std::filesystem::path& folder,
                               const std::vector<std::filesystem::path>& shelves);

} // namespace meldroute::inline v0
