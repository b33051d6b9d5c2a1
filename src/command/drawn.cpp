// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/drawn.hpp"

#include "command/arguments.hpp"

#include <meldroute/routes/machines.hpp>

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

std::vector<Picture> ways_of(const Case& report, Lang lang) {
    std::vector<Body> bodies;
    for (const EntryView& entry : report.entries())
        if (entry.body) bodies.push_back(*entry.body);
    std::vector<Picture> pictures;
    for (const auto& [route, standing] : report.standing())
        pictures.push_back(
            picture_of(describe(route), report.rulebook(), lang, way_of(route, bodies)));
    return pictures;
}

} // namespace meldroute::inline v0
