// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The kinds of drawing by their names.

#pragma once

#include <meldroute/exchange/picture.hpp>

#include <string>
#include <string_view>

namespace meldroute::inline v0 {

struct Drawing {
    std::string_view name, extension;
    std::string (*draw)(const Picture&);
};

/// "svg", "mermaid" or "dot". Throws WrongUse for another name.
const Drawing& drawing_named(std::string_view name);

} // namespace meldroute::inline v0
