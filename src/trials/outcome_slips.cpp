// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "trials/slips.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

Instead outcome(const Json& from, const Json& to, Json whole) {
    return {std::move(whole), from_to("uitkomst", "outcome", from, to)};
}

/// Of several outputs: each as another row has it, or otherwise.
std::vector<Instead> of_several(const Json& tuple, const std::vector<Json>& others) {
    std::vector<Instead> out;
    for (const auto& [name, value] : tuple.items()) {
        Json whole = tuple;
        for (const Json& other : others)
            if (other.is_object() && other.contains(name) && other[name] != value) {
                whole[name] = other[name];
                break;
            }
        if (whole[name] == value && value.is_boolean()) whole[name] = !value.get<bool>();
        if (whole[name] != value)
            out.push_back({whole, from_to(("uitkomst " + name).c_str(), ("outcome " + name).c_str(),
                                          value, whole[name])});
    }
    return out;
}

} // namespace

std::vector<Instead> slips_in_outcome(const Type& type, const Json& value,
                                      const std::vector<Json>& others) {
    std::vector<Instead> out;
    if (value.is_object()) return of_several(value, others);
    if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            Json rest = value;
            rest.erase(i);
            out.push_back({rest, from_to("uitkomst", "outcome", value, rest)});
        }
        return out;
    }
    for (const Json& to : neighbours(type, value)) out.push_back(outcome(value, to, to));
    return out;
}

} // namespace meldroute::inline v0
