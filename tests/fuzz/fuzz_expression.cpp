// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// An expression, as a truth and as a number.

#include "fuzz/book.hpp"

using namespace meldroute;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(fuzz::text_of(data, size));
    for (const Json& type : {Json{{"type", "boolean"}}, Json{{"type", "number"}, {"decimals", 2}}})
        fuzz::refused_or_done([&] {
            const auto value = JsonNode::parse(text, "");
            fuzz::rule({{"id", "proef"}, {"outcome", type}, {"value", value.json()}});
        });
    return 0;
}
