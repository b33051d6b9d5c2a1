// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/base/decimal.hpp>
#include <meldroute/base/json.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {

std::string canonical(const Json& value) {
    switch (value.type()) {
    case Json::value_t::object: {
        std::string out =
            "{"; // nlohmann keeps keys in order of bytes: for ASCII that is RFC 8785's
        for (const auto& [key, member] : value.items()) {
            if (out.size() > 1) out += ",";
            out += Json(key).dump() + ":" + canonical(member);
        }
        return out + "}";
    }
    case Json::value_t::array: {
        std::string out = "[";
        for (const auto& element : value) {
            if (out.size() > 1) out += ",";
            out += canonical(element);
        }
        return out + "]";
    }
    case Json::value_t::number_float:
        return "\"" + Decimal::from_double(value.get<double>()).text() + "\"";
    default: return value.dump();
    }
}

} // namespace meldroute::inline v0
