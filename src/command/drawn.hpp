// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The kinds of drawing by their names, and the drawings of a case.

#pragma once

#include <meldroute/desk/desk.hpp>
#include <meldroute/exchange/picture.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

struct Drawing {
    std::string_view name, extension;
    std::string (*draw)(const Picture&);
};

/// "svg", "mermaid" or "dot". Throws WrongUse for another name.
const Drawing& drawing_named(std::string_view name);

/// The way of the case on each of its routes.
std::vector<Picture> ways_of(const Case& report, Lang lang);

} // namespace meldroute::inline v0
