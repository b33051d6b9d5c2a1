// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/base/decimal.hpp>
#include <meldroute/base/json.hpp>

#include "base/plain_text.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <utility>

namespace meldroute::inline v0 {

void append_canonical_text(std::string& out, std::string_view text) {
    const bool plain = PlainText(text).letters().size() == text.size();
    if (!plain) {
        out += Json(text).dump();
        return;
    }
    out.append(text.size() + 2, '"');
    std::copy(text.begin(), text.end(), out.end() - std::ptrdiff_t(text.size()) - 1);
}

void append_canonical(std::string& out, const Json& value) {
    const char* comma = "";
    switch (value.type()) {
    case Json::value_t::object:
        out += '{'; // nlohmann keeps keys in order of bytes: for ASCII that is RFC 8785's
        for (const auto& [key, member] : value.get_ref<const Json::object_t&>()) {
            out += std::exchange(comma, ",");
            append_canonical_text(out, key);
            out += ':';
            append_canonical(out, member);
        }
        out += '}';
        return;
    case Json::value_t::array:
        out += '[';
        for (const auto& element : value) {
            out += std::exchange(comma, ",");
            append_canonical(out, element);
        }
        out += ']';
        return;
    case Json::value_t::number_float:
        append_canonical_text(out, Decimal::from_double(value.get<double>()).text());
        return;
    case Json::value_t::string:
        append_canonical_text(out, value.get_ref<const std::string&>());
        return;
    case Json::value_t::boolean: out += value.get<bool>() ? "true" : "false"; return;
    case Json::value_t::null: out += "null"; return;
    default: out += value.dump();
    }
}

std::string canonical(const Json& value) {
    std::string out;
    append_canonical(out, value);
    return out;
}

} // namespace meldroute::inline v0
