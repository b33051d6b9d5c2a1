// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Numbers that look random and are the same on every machine: of all tests that make up their cases,
// and of the benchmarks. And how many cases that is.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

namespace meldroute::inline v0 {

/// splitmix64.
class Dice {
public:
    explicit Dice(std::uint64_t seed) : state_(seed) {}

    /// Any 64 bits.
    std::uint64_t bits() {
        std::uint64_t z = (state_ += 0x9e3779b97f4a7c15U);
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }
    int below(int n) { return int(bits() % std::uint64_t(n)); }
    /// Both included.
    int between(int low, int high) { return low + below(high - low + 1); }
    bool coin() { return below(2) == 1; }

    template <class Items>
    const auto& of(const Items& items) {
        return items[std::size_t(below(int(items.size())))];
    }

private:
    std::uint64_t state_;
};

/// How many cases a property is tried on: MELDROUTE_CASES, or so many.
inline int cases_or(int otherwise) {
    const char* wanted = std::getenv("MELDROUTE_CASES");
    return wanted != nullptr ? std::atoi(wanted) : otherwise;
}

} // namespace meldroute::inline v0
