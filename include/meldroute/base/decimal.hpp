// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Exact decimal numbers: 64 bits of units, and how many of its digits stand behind the point. No
// binary floating point takes part in a decision, so every machine gives the same answer.

#pragma once

#include <meldroute/base/error.hpp>

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>

namespace meldroute::inline v0 {

struct Decimal {
    std::int64_t units = 0;
    int decimals = 0; ///< 0 to 9

    /// Reads "-12.50". Throws RulebookError M1008, or M1009 when it does not fit.
    static Decimal parse(std::string_view text, const Place& place = {});
    /// The decimal that this double was written as: its shortest form that reads back the same.
    static Decimal from_double(double value, const Place& place = {});

    /// The same number with this many decimals; throws M1008 when digits would be lost.
    Decimal exactly(int to_decimals, const Place& place = {}) const;
    /// The nearest number with this many decimals; a half goes to the even neighbour.
    Decimal rounded(int to_decimals) const;
    /// Without superfluous zeros: "2.5", "-3", "0".
    std::string text() const;

    bool operator==(const Decimal& other) const { return (*this <=> other) == 0; }
    std::strong_ordering operator<=>(const Decimal& other) const;
};

// Exact, except `/`, which rounds half-even at nine decimals. Each throws M1009 on overflow;
// dividing by zero is M1015.
Decimal operator+(const Decimal& a, const Decimal& b);
Decimal operator-(const Decimal& a, const Decimal& b);
Decimal operator*(const Decimal& a, const Decimal& b);
Decimal operator/(const Decimal& a, const Decimal& b);

} // namespace meldroute::inline v0
