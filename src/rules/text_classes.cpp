// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Which texts the rules tell apart. A text matches a test only by its longest beginning, its longest
// ending and the parts within, so samples made of one of each show every way to match.

#include "rules/model.hpp"

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

using Test = TextClasses::Test;

/// A sign that stands in none of these texts, so that nothing matches across it.
char fresh(const std::vector<std::string>& named, const std::vector<Test>& tests) {
    for (const char sign : {'-', '_', '~', '#', '|'}) {
        const auto has = [&](const std::string& text) {
            return text.find(sign) != std::string::npos;
        };
        if (std::none_of(named.begin(), named.end(), has) &&
            std::none_of(tests.begin(), tests.end(), [&](const Test& t) { return has(t.part); }))
            return sign;
    }
    return '\x01';
}

std::vector<std::string> parts(const std::vector<Test>& tests, TextClasses::Kind kind) {
    std::vector<std::string> out;
    for (const auto& test : tests)
        if (test.kind == kind) out.push_back(test.part);
    return out;
}

/// One text for each choice of a beginning, an ending and any of the parts within.
std::vector<std::string> samples(const std::vector<Test>& tests, char between) {
    auto starts = parts(tests, TextClasses::Kind::starts),
         ends = parts(tests, TextClasses::Kind::ends);
    const auto within = parts(tests, TextClasses::Kind::contains);
    starts.insert(starts.begin(), "");
    ends.insert(ends.begin(), "");
    std::vector<std::string> out;
    for (std::size_t choice = 0; choice < std::size_t{1} << within.size(); ++choice)
        for (const auto& start : starts)
            for (const auto& end : ends) {
                std::string text = start + between;
                for (std::size_t i = 0; i < within.size(); ++i)
                    if ((choice >> i & 1) != 0) text += within[i] + between;
                out.push_back(text + end);
            }
    return out;
}

} // namespace

bool TextClasses::Test::holds(std::string_view text) const {
    switch (kind) {
    case Kind::starts: return text.starts_with(part);
    case Kind::ends: return text.ends_with(part);
    case Kind::contains: return text.find(part) != std::string_view::npos;
    }
    return false;
}

std::vector<bool> TextClasses::signature(std::string_view text) const {
    std::vector<bool> out;
    for (const auto& test : tests) out.push_back(test.holds(text));
    return out;
}

std::int64_t TextClasses::class_of(std::string_view text) const {
    const auto by_name = std::find(named.begin(), named.end(), text);
    if (by_name != named.end()) return by_name - named.begin();
    const auto wanted = signature(text);
    const auto other = std::find_if(others.begin(), others.end(), [&](const std::string& sample) {
        return signature(sample) == wanted;
    });
    return std::int64_t(named.size()) + (other - others.begin());
}

const std::string& TextClasses::sample(std::int64_t index) const {
    const auto at = std::size_t(index);
    return at < named.size() ? named[at] : others[at - named.size()];
}

void TextClasses::settle() {
    others.clear();
    if (tests.empty()) {
        std::string other = "…";
        while (std::find(named.begin(), named.end(), other) != named.end()) other += "…";
        others.push_back(std::move(other));
        return;
    }
    std::vector<std::vector<bool>> seen;
    for (auto& text : samples(tests, fresh(named, tests))) {
        auto ways = signature(text);
        if (std::find(seen.begin(), seen.end(), ways) != seen.end()) continue;
        seen.push_back(std::move(ways));
        others.push_back(std::move(text));
    }
}

} // namespace meldroute::inline v0
