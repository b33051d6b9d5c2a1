// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What the tests of facts share.

#pragma once

#include <meldroute/base/json.hpp>

#include <string>
#include <vector>

namespace meldroute {

using Words = std::vector<std::string>;

inline JsonNode node(const std::string& text) {
    return JsonNode::parse(text, "melding.json");
}

/// The number of the fault, or "" where nothing is wrong.
std::string code_of(auto act) {
    try {
        act();
    } catch (const Error& error) {
        return error.code();
    }
    return "";
}

/// The words of the fault.
Words words_of(auto act) {
    try {
        act();
    } catch (const Error& error) {
        return error.words();
    }
    return {"nothing is wrong"};
}

} // namespace meldroute
