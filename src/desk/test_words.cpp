// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "desk/stories.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

std::string join(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : ", ") + word;
    return all;
}

} // namespace

std::string show(const Json& value) {
    if (value.is_null()) return "–";
    if (value.is_string()) return value.get<std::string>();
    if (!value.is_array()) return value.dump();
    std::vector<std::string> members;
    for (const Json& member : value) members.push_back(show(member));
    return show_list(std::move(members));
}

std::string show_list(std::vector<std::string> ids) {
    std::sort(ids.begin(), ids.end());
    return "[" + join(ids) + "]";
}

std::vector<std::string> ids_in(const JsonNode& list) {
    std::vector<std::string> ids;
    for (const JsonNode& id : list.items()) ids.push_back(id.string());
    return ids;
}

std::string why(const Ruling& ruling) {
    std::vector<std::string> parts;
    for (const RowTrace& row : ruling.rows) {
        if (row.state == RowState::hit) parts.push_back("+" + row.row);
        if (row.state == RowState::open) parts.push_back("?" + row.row);
    }
    for (const Needed& needed : ruling.needed) parts.push_back("→" + needed.fact);
    return join(parts);
}

std::string Mismatch::words(Lang lang) const {
    const bool nl = lang == Lang::nl;
    std::string line;
    if (!when.empty()) line = (nl ? "na " : "after ") + when + ": ";
    line +=
        what + (nl ? ": verwacht " : ": expected ") + expected + (nl ? ", kreeg " : ", got ") + got;
    if (!why.empty()) line += (nl ? "; want: " : "; because: ") + why;
    return line;
}

} // namespace meldroute::inline v0
