// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/world.hpp"

#include <algorithm>

namespace meldroute::inline v0 {

bool Possible::single() const {
    if (none || conflict) return values.empty() && !set && none != conflict;
    return set ? in == maybe : values.size() == 1;
}

bool Possible::only_none() const {
    return none && !conflict && !set && values.empty();
}

void Possible::add(std::int64_t value) {
    const auto at = std::lower_bound(values.begin(), values.end(), value);
    if (at == values.end() || *at != value) values.insert(at, value);
}

void Possible::add(const Possible& other) {
    none |= other.none;
    conflict |= other.conflict;
    if (other.set) {
        in = set ? in & other.in : other.in;
        maybe |= other.maybe;
        set = true;
    }
    if ((range && !values.empty()) || (other.range && !other.values.empty())) {
        for (const auto value : other.values) add(value);
        values = {values.front(), values.back()};
        if (values.front() == values.back()) values.pop_back();
        range = values.size() > 1;
    } else {
        for (const auto value : other.values) add(value);
    }
}

bool Possible::within(const Possible& other) const {
    if ((none && !other.none) || (conflict && !other.conflict)) return false;
    if (set) return other.set && (other.in & ~in) == 0 && (maybe & ~other.maybe) == 0;
    if (values.empty()) return true;
    if (other.values.empty()) return false;
    if (other.range) return hull().low >= other.hull().low && hull().high <= other.hull().high;
    return !range &&
           std::includes(other.values.begin(), other.values.end(), values.begin(), values.end());
}

bool Possible::apart(const Possible& other) const {
    if ((none && other.none) || (conflict && other.conflict)) return false;
    if (set && other.set) return (in & ~other.maybe) != 0 || (other.in & ~maybe) != 0;
    if (values.empty() || other.values.empty()) return true;
    if (range || other.range)
        return hull().high < other.hull().low || other.hull().high < hull().low;
    return std::none_of(values.begin(), values.end(), [&](std::int64_t value) {
        return std::binary_search(other.values.begin(), other.values.end(), value);
    });
}

} // namespace meldroute::inline v0
