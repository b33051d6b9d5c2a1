// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// In place of a cell: a limit one unit off, a value left out or taken for another, the opposite.
// Every domain is discrete, so that one unit off is also < for <=.

#include "trials/slips.hpp"

#include <nlohmann/json.hpp>

#include <array>

namespace meldroute::inline v0 {
namespace {

Instead becomes(const Json& from, Json to) {
    const std::string before = in_text(from), after = in_text(to);
    return {std::move(to), {before + " wordt " + after, before + " becomes " + after}};
}

Instead limit(const Json& from, const Json& to, Json cell) {
    return {std::move(cell), from_to("grens", "limit", from, to)};
}

bool has_order(const Type& type) {
    return type.kind == Kind::integer || type.kind == Kind::number || type.kind == Kind::date ||
           type.kind == Kind::moment || type.kind == Kind::duration;
}

/// A number in a text as a JSON number.
Json value_in(const Type& type, const std::string& text) {
    return type.numeric() ? Json::parse(text, nullptr, false) : Json(text);
}

std::string trimmed(const std::string& text) {
    const auto first = text.find_first_not_of(' ');
    if (first == std::string::npos) return "";
    return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

class CellSlips {
public:
    CellSlips(const Type& type, const Json& cell) : type_(type), cell_(cell) {}

    std::vector<Instead> all() {
        if (cell_.is_array())
            list(cell_, "");
        else if (cell_.is_string())
            text(cell_.get<std::string>());
        else
            value(cell_);
        return std::move(out_);
    }

private:
    void text(const std::string& text) {
        if (text == "unknown") return;
        if (type_.many()) return member(text);
        if (text.starts_with("not ")) return list(parts_of(text.substr(4)), "not ");
        if (!has_order(type_)) return value(text);
        for (const char* sign : {"<=", ">=", "<", ">"})
            if (text.starts_with(sign))
                return compared(sign, trimmed(text.substr(std::string(sign).size())));
        const auto dots = text.find("..");
        if (dots == std::string::npos) return value(value_in(type_, text));
        range(trimmed(text.substr(0, dots)), trimmed(text.substr(dots + 2)));
    }

    void compared(const std::string& sign, const std::string& bound) {
        const Json from = value_in(type_, bound);
        for (const Json& to : neighbours(type_, from))
            out_.push_back(limit(from, to, sign + " " + in_text(to)));
    }

    void range(const std::string& low, const std::string& high) {
        const Json from = value_in(type_, low), until = value_in(type_, high);
        for (const Json& to : neighbours(type_, from))
            out_.push_back(limit(from, to, in_text(to) + ".." + high));
        for (const Json& to : neighbours(type_, until))
            out_.push_back(limit(until, to, low + ".." + in_text(to)));
    }

    void value(const Json& from) {
        for (const Json& to : neighbours(type_, from))
            out_.push_back(has_order(type_) ? limit(from, to, to) : becomes(from, to));
        if (type_.kind == Kind::choice || type_.kind == Kind::text)
            out_.push_back(becomes(from, "not " + in_text(from)));
    }

    /// "has a", "not has a", "seen a", "not-seen a".
    void member(const std::string& text) {
        static const std::array<std::pair<std::string, std::string>, 4> opposites{
            {{"not has ", "has "},
             {"has ", "not has "},
             {"not-seen ", "seen "},
             {"seen ", "not-seen "}}};
        for (const auto& [word, opposite] : opposites) {
            if (!text.starts_with(word)) continue;
            const std::string code = trimmed(text.substr(word.size()));
            out_.push_back(becomes(text, opposite + code));
            for (const Json& to : neighbours(type_, code))
                out_.push_back(becomes(text, word + in_text(to)));
            return;
        }
    }

    Json parts_of(const std::string& text) const {
        Json parts = Json::array();
        for (std::size_t from = 0; from <= text.size();) {
            const auto comma = std::min(text.find(',', from), text.size());
            parts.push_back(value_in(type_, trimmed(text.substr(from, comma - from))));
            from = comma + 1;
        }
        return parts;
    }

    /// A list, or all but a list.
    void list(const Json& values, const std::string& before) {
        if (values.size() > 1)
            for (std::size_t i = 0; i < values.size(); ++i) {
                Json rest = values;
                rest.erase(i);
                const std::string gone = in_text(values[i]);
                out_.push_back({written(rest, before),
                                {gone + " weg uit de lijst", gone + " gone from the list"}});
            }
        if (has_order(type_)) return;
        out_.push_back({written(values, before.empty() ? "not " : ""),
                        {"juist alle andere waarden", "all other values instead"}});
    }

    static Json written(const Json& values, const std::string& before) {
        if (before.empty()) return values;
        std::string all = before;
        for (const Json& value : values) all += (&value == &values[0] ? "" : ", ") + in_text(value);
        return all;
    }

    const Type& type_;
    const Json& cell_;
    std::vector<Instead> out_;
};

} // namespace

std::vector<Instead> slips_in_cell(const Type& type, const Json& cell) {
    return CellSlips(type, cell).all();
}

} // namespace meldroute::inline v0
