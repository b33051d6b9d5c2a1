// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/sheet_rows.hpp"

#include <meldroute/base/json.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// Where the value begins that this pointer names.
std::size_t begin_of(std::string_view text, const std::string& pointer) {
    const auto [line, column] = locate(text, pointer);
    std::size_t at = 0;
    for (int i = 1; i < line; ++i) at = text.find('\n', at) + 1;
    return at + std::size_t(column - 1);
}

/// Just behind the object or array that begins here.
std::size_t end_of(std::string_view text, std::size_t at) {
    bool quoted = false;
    for (int depth = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted && c == '\\')
            ++at;
        else if (c == '"')
            quoted = !quoted;
        else if (!quoted && (c == '{' || c == '['))
            ++depth;
        else if (!quoted && (c == '}' || c == ']') && --depth == 0)
            return at + 1;
    }
    return at;
}

/// As the rules are written by hand: a space behind each colon and comma, and what a row is first.
std::string written(const Json& value) {
    if (value.is_array()) {
        std::string out;
        for (const auto& one : value) out += (out.empty() ? "" : ", ") + written(one);
        return "[" + out + "]";
    }
    if (!value.is_object()) return value.dump();
    std::vector<std::string> keys{"slot", "id", "label", "valid", "when", "then", "because", "see"};
    for (const auto& [key, member] : value.items())
        if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(key);
    std::string out;
    for (const auto& key : keys)
        if (value.contains(key))
            out += (out.empty() ? "" : ", ") + Json(key).dump() + ": " + written(value[key]);
    return "{" + out + "}";
}

struct Written {
    Json row;
    std::size_t begin, end;
};

std::vector<Written> rows_of(const std::string& text, const std::string& pointer) {
    const auto root = Json::parse(text);
    std::vector<Written> out;
    for (const auto& row : root[Json::json_pointer(pointer)]) {
        const auto begin = begin_of(text, pointer + "/" + std::to_string(out.size()));
        out.push_back({row, begin, end_of(text, begin)});
    }
    return out;
}

} // namespace

std::string with_rows(const std::string& text, const std::string& pointer,
                      const std::vector<Json>& rows) {
    const auto old = rows_of(text, pointer);
    const bool same = std::equal(old.begin(), old.end(), rows.begin(), rows.end(),
                                 [](const auto& a, const auto& b) { return a.row == b; });
    if (same) return text;
    const auto begin = begin_of(text, pointer) + 1, end = end_of(text, begin - 1) - 1;
    const auto before = old.empty() ? "" : text.substr(begin, old.front().begin - begin);
    const auto behind = old.empty() ? "" : text.substr(old.back().end, end - old.back().end);
    const bool apart = before.find('\n') != before.npos;
    std::string out = before;
    for (const auto& row : rows) {
        const auto kept =
            std::find_if(old.begin(), old.end(), [&](const auto& each) { return each.row == row; });
        if (&row != &rows.front()) out += apart ? "," + before : ", ";
        out += kept == old.end() ? written(row) : text.substr(kept->begin, kept->end - kept->begin);
    }
    return text.substr(0, begin) + out + behind + text.substr(end);
}

} // namespace meldroute::inline v0
