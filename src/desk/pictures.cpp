// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/desk/pictures.hpp>

#include <meldroute/routes/machines.hpp>

namespace meldroute::inline v0 {

std::vector<Picture> pictures_of(const Case& report, Lang lang) {
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
