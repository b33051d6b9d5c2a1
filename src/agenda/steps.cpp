// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "agenda/steps.hpp"

namespace meldroute::inline v0 {
namespace {

std::string fill_in(const std::string& pattern, std::initializer_list<Text> pieces, Lang lang) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        if (pattern[i] != '{') {
            out += pattern[i];
            continue;
        }
        out += (pieces.begin() + (pattern[i + 1] - '0'))->in(lang);
        i += 2;
    }
    return out;
}

} // namespace

Text fill(const Text& pattern, std::initializer_list<Text> pieces) {
    return {fill_in(pattern.nl, pieces, Lang::nl), fill_in(pattern.en, pieces, Lang::en)};
}

} // namespace meldroute::inline v0
