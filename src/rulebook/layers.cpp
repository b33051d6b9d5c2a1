// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/layers.hpp"

#include <meldroute/base/id.hpp>

#include <algorithm>
#include <set>

namespace meldroute::inline v0 {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view identity_file = "rulebook.json";

/// In the order of their names, whatever the file system says first.
std::set<fs::path> entries_of(const fs::path& folder) {
    std::error_code none;
    std::set<fs::path> out;
    for (const auto& entry : fs::directory_iterator(folder, none)) out.insert(entry.path());
    return out;
}

std::set<fs::path> json_files_in(const fs::path& folder) {
    std::set<fs::path> out;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file() && entry.path().extension() == ".json")
            out.insert(entry.path());
    return out;
}

bool is_rulebook(const fs::path& folder) {
    return fs::is_regular_file(folder / identity_file);
}

/// A part that nobody reads would be a rule that silently does not hold.
void refuse_unknown(const fs::path& entry, const std::string& name) {
    const bool rules = fs::is_directory(entry)
                           ? name[0] != '.' && !is_rulebook(entry) && !json_files_in(entry).empty()
                           : entry.extension() == ".json" && name != "rulebook";
    if (rules)
        fail(Fault::rulebook_file_unknown, {name, nearest(name, kinds_of_file())},
             {entry.generic_string(), 0, 0, "", ""});
}

Layer read_layer(const fs::path& folder) {
    Layer layer{folder, JsonNode::read(folder / identity_file), {}};
    for (const auto& entry : entries_of(folder)) {
        const auto name = entry.stem().generic_string();
        const auto& kinds = kinds_of_file();
        if (std::find(kinds.begin(), kinds.end(), name) == kinds.end()) {
            refuse_unknown(entry, name);
        } else if (fs::is_directory(entry)) {
            for (const auto& file : json_files_in(entry))
                layer.files[name].push_back(JsonNode::read(file));
        } else if (entry.extension() == ".json") {
            layer.files[name].push_back(JsonNode::read(entry));
        }
    }
    return layer;
}

/// A neighbour that cannot be read is nobody's layer; whoever loads it itself hears why.
bool has_id(const fs::path& folder, const std::string& id) try {
    return is_rulebook(folder) && JsonNode::read(folder / identity_file).at("id").id() == id;
} catch (const Error&) {
    return false;
}

std::vector<fs::path> folders_with_id(const std::string& id, const std::vector<fs::path>& shelves) {
    std::vector<fs::path> out;
    for (const auto& shelf : shelves) {
        if (has_id(shelf / id, id)) out.push_back(shelf / id);
        for (const auto& entry : entries_of(shelf))
            if (entry.filename() != id && has_id(entry, id)) out.push_back(entry);
    }
    return out;
}

/// Several versions may stand side by side; the one that is named counts.
fs::path find_layer(const JsonNode& extends, const std::vector<fs::path>& shelves) {
    extends.allow_only({"id", "version"});
    const auto id = extends.at("id").id();
    const auto version = extends.at("version").string();
    std::string other;
    for (const auto& folder : folders_with_id(id, shelves)) {
        const auto there = JsonNode::read(folder / identity_file).at("version").string();
        if (there == version) return folder;
        if (other.empty()) other = there;
    }
    if (other.empty()) extends.at("id").fail(Fault::layer_missing, {id});
    extends.at("version").fail(Fault::layer_version_differs, {id, version, other});
}

fs::path beside(const fs::path& folder) {
    return (folder / "..").lexically_normal();
}

void refuse_cycle(const std::vector<Layer>& layers, const JsonNode& extends) {
    std::string way;
    const auto id = extends.at("id").id();
    const bool cycle = std::any_of(layers.begin(), layers.end(),
                                   [&](const Layer& layer) { return layer.id() == id; });
    if (!cycle) return;
    for (const auto& layer : layers) way += layer.id() + " → ";
    extends.at("id").fail(Fault::layer_cycle, {way + id});
}

} // namespace

const std::vector<std::string>& kinds_of_file() {
    static const std::vector<std::string> kinds{
        "codes",   "facts",    "decisions", "equated-days", "calendars", "terms", "roles",
        "grounds", "partners", "alerts",    "routes",       "labels",    "tests"};
    return kinds;
}

const std::vector<JsonNode>& Layer::of(std::string_view kind) const {
    static const std::vector<JsonNode> none;
    const auto found = files.find(kind);
    return found == files.end() ? none : found->second;
}

std::vector<Layer> read_layers(const fs::path& folder, const std::vector<fs::path>& shelves) {
    std::vector<Layer> layers{read_layer(folder)};
    std::vector<fs::path> places{beside(folder)};
    places.insert(places.end(), shelves.begin(), shelves.end());
    places.push_back(beside(beside(folder))); // examples stand in a folder of their own
    while (layers.back().identity.has("extends")) {
        const auto extends = layers.back().identity.at("extends");
        refuse_cycle(layers, extends);
        layers.push_back(read_layer(find_layer(extends, places)));
        places.insert(places.begin(), beside(layers.back().folder));
    }
    std::reverse(layers.begin(), layers.end());
    return layers;
}

} // namespace meldroute::inline v0
