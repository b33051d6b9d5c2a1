// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/drawn.hpp"

#include "command/arguments.hpp"

#include <array>

namespace meldroute::inline v0 {

const Drawing& drawing_named(std::string_view name) {
    static constexpr std::array all{Drawing{"svg", ".svg", svg},
                                    Drawing{"mermaid", ".mmd", mermaid},
                                    Drawing{"dot", ".dot", dot}};
    for (const Drawing& one : all)
        if (one.name == name) return one;
    throw WrongUse(
        {"achter --as hoort svg, mermaid of dot", "svg, mermaid or dot should stand after --as"});
}

} // namespace meldroute::inline v0
