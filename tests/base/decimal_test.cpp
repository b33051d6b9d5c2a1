// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"

#include <meldroute/base/decimal.hpp>

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
