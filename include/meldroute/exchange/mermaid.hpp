// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A route as a Mermaid state diagram, drawn from the tables that it runs on, and the way that a
// case went on it. What a colour says, a word says too.

#pragma once

#include <meldroute/base/date.hpp>
#include <meldroute/casefile/body.hpp>
#include <meldroute/routes/route.hpp>
#include <meldroute/rulebook/rulebook.hpp>

#include <functional>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// Where a case went on one route.
struct Way {
    /// Days on which each step was come to, in Amsterdam.
    std::map<std::string, std::vector<Date>, std::less<>> visited;
    std::vector<std::string> now; ///< leaves where it stands; none for a route without a case

    bool operator==(const Way&) const = default;
};

/// The way that these entries tell; one that is erased or tells of other routes is passed over.
Way way_of(std::string_view route, std::span<const Body> entries);

/// What people call a step, an event or a decision.
using Naming = std::function<std::string(std::string_view id)>;

/// The text of a stateDiagram-v2, without a case or with one on it.
std::string mermaid(const RouteTables& route, const Naming& name, Lang lang, const Way& way = {});
std::string mermaid(const RouteTables& route, const Rulebook& rulebook, Lang lang,
                    const Way& way = {});

} // namespace meldroute::inline v0
