// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A cell on a fact of any type: the first byte says which fact, the rest is the cell.

#include "fuzz/book.hpp"

using namespace meldroute;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string fact = fuzz::facts[data[0] % fuzz::facts.size()];
    fuzz::refused_or_done([&] {
        const auto cell = JsonNode::parse(std::string(fuzz::text_of(data + 1, size - 1)), "");
        fuzz::rule(
            {{"id", "proef"},
             {"take", "first"},
             {"outcome", {{"type", "boolean"}}},
             {"rows",
              Json::array({{{"id", "rij"}, {"when", {{fact, cell.json()}}}, {"then", true}}})},
             {"else", false}});
    });
    return 0;
}
