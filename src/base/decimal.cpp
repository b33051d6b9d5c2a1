// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/base/decimal.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>

namespace meldroute::inline v0 {
namespace {

__extension__ using Wide = __int128;

constexpr int most_decimals = 9;
constexpr std::array<std::int64_t, 19> powers = [] {
    std::array<std::int64_t, 19> p{1};
    for (std::size_t i = 1; i < p.size(); ++i) p[i] = p[i - 1] * 10;
    return p;
}();

std::int64_t power(int exponent) {
    return powers[std::size_t(exponent)];
}

std::int64_t narrow(Wide value, const Place& place = {}) {
    if (value > std::numeric_limits<std::int64_t>::max() ||
        value < std::numeric_limits<std::int64_t>::min())
        fail(Fault::number_overflow, {}, place);
    return std::int64_t(value);
}

/// Division to the nearest; a half goes to the even neighbour.
Wide divide_half_even(Wide a, Wide b) {
    Wide quotient = a / b;
    const Wide rest = a % b < 0 ? -(a % b) : a % b;
    const Wide size = b < 0 ? -b : b;
    const bool up = rest * 2 > size || (rest * 2 == size && quotient % 2 != 0);
    if (up) quotient += (a < 0) == (b < 0) ? 1 : -1;
    return quotient;
}

/// As few decimals as hold the number, so that scales do not grow along a computation.
Decimal trimmed(Wide units, int decimals) {
    while (decimals > most_decimals) {
        units = divide_half_even(units, 10);
        --decimals;
    }
    while (decimals > 0 && units % 10 == 0) {
        units /= 10;
        --decimals;
    }
    return {narrow(units), decimals};
}

/// Most doubles were written with few digits. A decimal of less than sixteen digits has a double of
/// its own, so whichever gives this one back is what was written.
std::optional<Decimal> as_written(double value) {
    constexpr double sixteen_digits = 1e15;
    double scale = 1;
    for (int decimals = 0; decimals <= 4; ++decimals, scale *= 10) {
        const double units = std::nearbyint(value * scale);
        if (!(std::fabs(units) < sixteen_digits)) return {};
        if (units / scale == value) return Decimal{std::int64_t(units), decimals};
    }
    return {};
}

Wide units_at(const Decimal& d, int decimals) {
    return Wide(d.units) * power(decimals - d.decimals);
}

} // namespace

Decimal Decimal::parse(std::string_view text, const Place& place) {
    const bool negative = text.starts_with('-');
    const std::string_view digits = negative ? text.substr(1) : text;
    const auto point = std::min(digits.find('.'), digits.size());
    const auto malformed = [&] {
        fail(Fault::number_malformed, {std::to_string(most_decimals)}, place);
    };
    if (point == 0 || point + 1 == digits.size()) malformed();
    Wide units = 0;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i == point) continue;
        if (digits[i] < '0' || digits[i] > '9') malformed();
        units = units * 10 + (digits[i] - '0');
        if (units > std::numeric_limits<std::int64_t>::max())
            fail(Fault::number_overflow, {}, place);
    }
    const auto decimals = point == digits.size() ? 0 : int(digits.size() - point - 1);
    if (decimals > most_decimals) malformed();
    return trimmed(negative ? -units : units, decimals);
}

Decimal Decimal::from_double(double value, const Place& place) {
    if (const auto written = as_written(value)) return *written;
    if (!std::isfinite(value))
        fail(Fault::number_malformed, {std::to_string(most_decimals)}, place);
    std::array<char, 400> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed);
    return parse({buffer.data(), std::size_t(end.ptr - buffer.data())}, place);
}

Decimal Decimal::exactly(int to_decimals, const Place& place) const {
    if (to_decimals >= decimals) return {narrow(units_at(*this, to_decimals), place), to_decimals};
    const std::int64_t step = power(decimals - to_decimals);
    if (units % step != 0) fail(Fault::number_malformed, {std::to_string(to_decimals)}, place);
    return {units / step, to_decimals};
}

Decimal Decimal::rounded(int to_decimals) const {
    if (to_decimals >= decimals) return exactly(to_decimals);
    return {narrow(divide_half_even(units, power(decimals - to_decimals))), to_decimals};
}

std::string Decimal::text() const {
    const Decimal least = trimmed(units, decimals);
    const Wide size = least.units < 0 ? -Wide(least.units) : Wide(least.units);
    std::string digits = std::to_string(std::uint64_t(size));
    const auto behind = std::size_t(least.decimals);
    if (behind > 0) {
        if (digits.size() <= behind) digits.insert(0, behind + 1 - digits.size(), '0');
        digits.insert(digits.size() - behind, ".");
    }
    return least.units < 0 ? "-" + digits : digits;
}

std::strong_ordering Decimal::operator<=>(const Decimal& other) const {
    const int scale = std::max(decimals, other.decimals);
    const Wide a = units_at(*this, scale), b = units_at(other, scale);
    return a < b   ? std::strong_ordering::less
           : a > b ? std::strong_ordering::greater
                   : std::strong_ordering::equal;
}

Decimal operator+(const Decimal& a, const Decimal& b) {
    const int scale = std::max(a.decimals, b.decimals);
    return trimmed(units_at(a, scale) + units_at(b, scale), scale);
}

Decimal operator-(const Decimal& a, const Decimal& b) {
    const int scale = std::max(a.decimals, b.decimals);
    return trimmed(units_at(a, scale) - units_at(b, scale), scale);
}

Decimal operator*(const Decimal& a, const Decimal& b) {
    return trimmed(Wide(a.units) * b.units, a.decimals + b.decimals);
}

Decimal operator/(const Decimal& a, const Decimal& b) {
    if (b.units == 0) fail(Fault::division_by_zero);
    // 128 bits hold a numerator of 18 more digits: nine decimals of the quotient stay exact.
    return trimmed(divide_half_even(Wide(a.units) * power(most_decimals) * power(b.decimals),
                                    Wide(b.units) * power(a.decimals)),
                   most_decimals);
}

} // namespace meldroute::inline v0
