// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A case as pictures: its way on each of its routes, with the days.

#pragma once

#include <meldroute/desk/desk.hpp>
#include <meldroute/exchange/picture.hpp>

#include <vector>

namespace meldroute::inline v0 {

/// One for each route of the case, by route id. Days and steps only, no fact.
std::vector<Picture> pictures_of(const Case& report, Lang lang);

} // namespace meldroute::inline v0
