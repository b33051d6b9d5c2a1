// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Plain JSON is read without nlohmann: the same value comes out, or nothing.

#include "base/plain_json.hpp"
#include "catch.hpp"
#include "dice.hpp"

#include <meldroute/base/json.hpp>

using namespace meldroute;

namespace {

bool same(const Json& a, const Json& b) {
    if (a.type() != b.type() || a.size() != b.size()) return false;
    if (a.is_object())
        return std::equal(a.items().begin(), a.items().end(), b.items().begin(),
                          [](const auto& x, const auto& y) {
                              return x.key() == y.key() && same(x.value(), y.value());
                          });
    return a.is_array() ? std::equal(a.begin(), a.end(), b.begin(), same) : a == b;
}

/// What nlohmann makes of it; nothing where it refuses.
std::optional<Json> by_nlohmann(const std::string& text) {
    try {
        return Json::parse(text);
    } catch (const Json::exception&) {
        return {};
    }
}

} // namespace

TEST_CASE("plain JSON has the value that nlohmann gives it", "[base][json]") {
    const auto text =
        GENERATE(as<std::string>(), "null", " true ", "\n[false, 0, -1, 1.5, 2e3, -2.5E-3, 1e+2]\t",
                 R"({"b": [], "a": {}, "c": [[{"d": ""}]]})", R"("\"\\\/\b\f\n\r\t")",
                 "123456789012345678", "-123456789012345678", "\"café … 😀 \x7f\"",
                 R"({"lang genoeg om meer dan acht te zijn": 1})", "0.1", "12345678901234567890.5");
    CAPTURE(text);
    const auto value = plain_json(text);
    REQUIRE(value);
    CHECK(same(*value, Json::parse(text)));
}

TEST_CASE("what is not plain JSON is declined", "[base][json]") {
    const auto text =
        GENERATE(as<std::string>(), "", "{", "[1,]", "{\"a\":1,}", "01", "-", "1.", ".5", "1e",
                 "+1", "nul", "nulll", "true false", "\"\x01\"", "\"a", "\"\\u00e9\"", "\"\\x\"",
                 "\"\xc0\xaf\"", "\"\xed\xa0\x80\"", "\"\xf4\x90\x80\x80\"", "\"\xe0\x80\x80\"",
                 "\"\xc3", "1e999", R"({"a": 1, "a": 2})", R"({"b": 1, "a": 2, "b": 3})", "{1: 2}",
                 "'a'", "\xEF\xBB\xBF{}", "12345678901234567890");
    CAPTURE(text);
    CHECK_FALSE(plain_json(text));
    CHECK_FALSE(plain_json(std::string(5000, '[') + std::string(5000, ']')));
    CHECK_FALSE(plain_json(std::string("1\0", 2)));
}

TEST_CASE("a damaged text is declined, or has the value that nlohmann gives it", "[base][json]") {
    const std::string whole = R"({"id": "weging.klasse", "rows": [{"id": "a", "when": {"x": "< 18",
        "y": [true, false, null]}, "then": -1.5e2}, {"é": "\"\\\n…"}], "n": [0, 12, 3.25]})";
    static const std::string signs = "{}[]:,\"\\ 0123456789.-+eE\n\tnultrfas/u\x01\x7f\xc3\xa9\xe2";
    Dice dice(7);
    const auto below = [&](std::size_t most) { return std::size_t(dice.below(int(most))); };
    for (int i = 0; i < cases_or(20000); ++i) {
        std::string text = whole;
        for (auto times = 1 + below(3); times > 0 && !text.empty(); --times) {
            const auto at = below(text.size());
            const char sign = dice.of(signs);
            if (const auto what = below(4); what == 0)
                text.erase(at, 1 + below(2));
            else if (what == 1)
                text[at] = sign;
            else if (what == 2)
                text.insert(at, 1, sign);
            else
                text.insert(at, text.substr(at, below(20)));
        }
        CAPTURE(i, text);
        const auto value = plain_json(text);
        if (!value) continue;
        const auto expected = by_nlohmann(text);
        REQUIRE(expected);
        REQUIRE(same(*value, *expected));
    }
}
