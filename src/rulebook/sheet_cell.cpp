// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/sheet_cell.hpp"

#include <meldroute/base/decimal.hpp>
#include <meldroute/base/json.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

constexpr std::string_view as_json = "json: ", between = " | ";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_numeric(std::string_view type) {
    return type == "integer" || type == "number";
}

bool has_dates(std::string_view type) {
    return type == "date" || type == "moment";
}

/// A decimal point or comma: a digit stands on both sides.
std::size_t find_mark(std::string_view text, char mark) {
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, at + 1))
        if (at > 0 && at + 1 < text.size() && is_digit(text[at - 1]) && is_digit(text[at + 1]))
            return at;
    return text.npos;
}

std::string with_marks(std::string text, char from, char to) {
    for (auto at = find_mark(text, from); at != text.npos; at = find_mark(text, from))
        text[at] = to;
    return text;
}

std::string padded(std::string_view digits) {
    return (digits.size() == 1 ? "0" : "") + std::string(digits);
}

/// Each run of digits and dashes that is a date, written the other way round.
template <class Turn>
std::string with_dates(std::string_view text, Turn turn) {
    std::string out;
    while (!text.empty()) {
        const auto begin = std::min(text.find_first_of("0123456789"), text.size());
        out += text.substr(0, begin);
        text.remove_prefix(begin);
        const auto end = std::min(text.find_first_not_of("0123456789-"), text.size());
        out += turn(text.substr(0, end));
        text.remove_prefix(end);
    }
    return out;
}

/// "2026-03-01" to "01-03-2026"; anything else stays.
std::string turned_to_dutch(std::string_view run) {
    if (run.size() != 10 || run[4] != '-' || run[7] != '-') return std::string(run);
    return std::string(run.substr(8)) + "-" + std::string(run.substr(5, 2)) + "-" +
           std::string(run.substr(0, 4));
}

/// "1-3-2026", as Excel may have made of it, to "2026-03-01".
std::string turned_to_iso(std::string_view run) {
    const auto first = run.find('-'), second = run.find('-', first + 1);
    if (first == run.npos || second == run.npos || first > 2 || second - first > 3 ||
        second - first < 2 || run.size() - second != 5)
        return std::string(run);
    return std::string(run.substr(second + 1)) + "-" +
           padded(run.substr(first + 1, second - first - 1)) + "-" + padded(run.substr(0, first));
}

bool is_number(std::string_view text) {
    if (text.starts_with('-')) text.remove_prefix(1);
    if (text.empty() || text.size() > 18) return false;
    const auto point = std::min(text.find('.'), text.size());
    const auto digits = [](std::string_view part) {
        return !part.empty() && std::all_of(part.begin(), part.end(), is_digit);
    };
    return digits(text.substr(0, point)) &&
           (point == text.size() || digits(text.substr(point + 1)));
}

std::string plain_text(const Json& value, std::string_view type) {
    if (value.is_boolean()) return value.get<bool>() ? "ja" : "nee";
    if (value.is_number_float())
        return with_marks(Decimal::from_double(value.get<double>()).text(), '.', ',');
    if (value.is_number()) return value.dump();
    if (value.is_array()) {
        std::string out;
        for (const auto& one : value)
            out += (out.empty() ? "" : std::string(between)) + plain_text(one, type);
        return out;
    }
    if (!value.is_string()) return "";
    const auto text = value.get<std::string>();
    if (is_numeric(type)) return with_marks(text, '.', ',');
    return has_dates(type) ? with_dates(text, turned_to_dutch) : text;
}

Json one_value(const std::string& text, std::string_view type, const Place& place) {
    if (type == "boolean" && (text == "ja" || text == "nee")) return text == "ja";
    if (has_dates(type)) return with_dates(text, turned_to_iso);
    if (!is_numeric(type)) return text;
    // "1.000" may be a thousand to whoever typed it.
    if (find_mark(text, '.') != text.npos) fail(Fault::number_malformed, {"9"}, place);
    auto pointed = with_marks(text, ',', '.');
    return is_number(pointed) ? Json::parse(pointed) : Json(std::move(pointed));
}

/// Excel would take it for a formula.
bool looks_like_formula(std::string_view text) {
    return text.find_first_of("=+@\t") == 0 ||
           (text.size() > 1 && text[0] == '-' && !is_digit(text[1]));
}

bool survives(const std::string& text, const Json& value, std::string_view type) try {
    return !text.empty() && !looks_like_formula(text) && text.front() != ' ' &&
           text.back() != ' ' && sheet_value(text, type, {}) == value;
} catch (const RulebookError&) {
    return false;
} catch (const Json::exception&) {
    return false;
}

} // namespace

std::string sheet_text(const Json& value, std::string_view type) {
    auto text = plain_text(value, type);
    return survives(text, value, type) ? text : std::string(as_json) + value.dump();
}

Json sheet_value(const std::string& text, std::string_view type, const Place& place) {
    if (text.starts_with(as_json)) {
        try {
            return JsonNode::parse(text.substr(as_json.size()), place.file).json();
        } catch (const RulebookError& error) {
            fail(error.fault(), error.words(), place);
        }
    }
    if (text.find(between) == text.npos) {
        auto one = one_value(text, type, place);
        return type == "texts" ? Json::array({std::move(one)}) : one;
    }
    Json list = Json::array();
    std::string_view left = text;
    while (true) {
        const auto end = std::min(left.find(between), left.size());
        list.push_back(one_value(std::string(left.substr(0, end)), type, place));
        if (end == left.size()) return list;
        left.remove_prefix(end + between.size());
    }
}

} // namespace meldroute::inline v0
