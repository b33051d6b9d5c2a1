// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A report in text: read, or refused with a number. Read straight it is what it is by way of a tree.

#include "fuzz/book.hpp"

#include <cstdlib>

using namespace meldroute;

namespace {

/// By way of a tree; null for a report that is refused.
Json by_tree(std::string_view text) {
    try {
        Situation situation(fuzz::vocabulary());
        situation.tell(JsonNode::parse(std::string(text), ""));
        return situation.json();
    } catch (const Error&) {
        return nullptr;
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto text = fuzz::text_of(data, size);
    fuzz::refused_or_done([&] {
        Situation straight(fuzz::vocabulary());
        if (straight.tell_plain(text) && straight.json() != by_tree(text)) std::abort();
    });
    fuzz::refused_or_done([&] {
        Situation situation(fuzz::vocabulary());
        situation.tell(text, "");
    });
    return 0;
}
