// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "desk/stories.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

std::string join(const std::vector<std::string>& words, const char* between = ", ") {
    std::string all;
    for (const std::string& word : words) all += (all.empty() ? "" : between) + word;
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

Text why(const Ruling& ruling) {
    std::vector<std::string> nl, en;
    const auto add = [&](const std::string& in_nl, const std::string& in_en) {
        nl.push_back(in_nl);
        en.push_back(in_en);
    };
    for (const RowTrace& row : ruling.rows) {
        if (row.state == RowState::hit)
            add("rij " + row.row + " geldt", "row " + row.row + " holds");
        if (row.state == RowState::open && row.open.empty())
            add("rij " + row.row + " geldt, als geen eerdere geldt",
                "row " + row.row + " holds, if no earlier one does");
        if (row.state == RowState::open && !row.open.empty())
            add("rij " + row.row + " hangt nog af van " + join(row.open),
                "row " + row.row + " still depends on " + join(row.open));
    }
    for (const Needed& needed : ruling.needed)
        add("nog nodig: " + needed.fact, "still needed: " + needed.fact);
    return {join(nl, "; "), join(en, "; ")};
}

std::string Mismatch::words(Lang lang) const {
    const bool nl = lang == Lang::nl;
    std::string line;
    if (!when.empty()) line = (nl ? "na " : "after ") + when + ": ";
    line +=
        what + (nl ? ": verwacht " : ": expected ") + expected + (nl ? ", kreeg " : ", got ") + got;
    if (!why.empty()) line += (nl ? "; want: " : "; because: ") + why.in(lang);
    return line;
}

} // namespace meldroute::inline v0
