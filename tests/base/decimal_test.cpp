// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "dice.hpp"

#include <meldroute/base/decimal.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>

using namespace meldroute;

namespace {
Decimal d(std::string_view text) {
    return Decimal::parse(text);
}
} // namespace

TEST_CASE("a decimal is read and written as people write it", "[base][decimal]") {
    for (const auto* text : {"0", "-3", "2.5", "-0.25", "123456789.123456789"})
        CHECK(d(text).text() == text);
    CHECK(d("2.50").text() == "2.5");
    for (const auto* text : {"", "-", ".5", "5.", "1e3", "1.0000000001", "1,5", " 1"})
        CHECK_THROWS_AS(d(text), RulebookError);
    CHECK_THROWS_AS(d("99999999999999999999"), RulebookError);
}

TEST_CASE("decimals are exact: a tenth three times is three tenths", "[base][decimal]") {
    CHECK(d("0.1") + d("0.1") + d("0.1") == d("0.3"));
    CHECK(Decimal::from_double(0.1) == d("0.1"));
    CHECK(d("1.25") * d("8") == d("10"));
    CHECK(d("1") - d("0.999999999") == d("0.000000001"));
    CHECK((d("10") / d("3")).text() == "3.333333333");
    CHECK((d("-10") / d("3")).text() == "-3.333333333");
    CHECK(d("2.50") > d("2.4"));
}

TEST_CASE("a double is the shortest decimal that reads back as it", "[base][decimal]") {
    Dice dice(7);
    const auto check = [](double value) {
        std::array<char, 400> text{};
        const auto end =
            std::to_chars(text.begin(), text.end(), value, std::chars_format::fixed).ptr;
        const std::string_view shortest(text.data(), std::size_t(end - text.data()));
        INFO(shortest);
        if (shortest.substr(std::min(shortest.find('.'), shortest.size())).size() <= 10)
            CHECK(Decimal::from_double(value).text() == d(shortest).text());
        else
            CHECK_THROWS_AS(Decimal::from_double(value), RulebookError);
    };
    for (const double value : {0.0, -0.0, 0.1, 1e15, 1e15 - 1, 999999999999999.0, 99999999999999.95,
                               0.30000000000000004, 4503599627370496.5, 9e18, -12.5, 5e-324})
        check(value);
    for (int i = 0; i < 200'000; ++i) {
        const auto units = std::int64_t(dice.bits()) >> dice.between(1, 60);
        const double scale = std::pow(10.0, dice.below(10));
        const double written = double(units) / scale;
        check(written);
        check(std::nextafter(written, 1e18));
    }
}

TEST_CASE("a half is rounded to the even neighbour", "[base][decimal]") {
    CHECK(d("0.5").rounded(0).text() == "0");
    CHECK(d("1.5").rounded(0).text() == "2");
    CHECK(d("-2.5").rounded(0).text() == "-2");
    CHECK(d("2.51").rounded(0).text() == "3");
}

TEST_CASE("what does not fit is an error, never another number", "[base][decimal]") {
    const Decimal most{std::numeric_limits<std::int64_t>::max(), 0};
    CHECK_THROWS_AS(most + d("1"), RulebookError);
    CHECK_THROWS_AS(most * most, RulebookError);
    CHECK_THROWS_AS(d("1") / d("0"), RulebookError);
    CHECK_THROWS_AS(d("1.25").exactly(1), RulebookError);
    CHECK(d("1.20").exactly(1).units == 12);
}
