// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/step_order.hpp"

#include <algorithm>

namespace meldroute::inline v0 {

StepOrder::StepOrder(const RouteTables& route)
    : route_(route), leads_(route.steps.size(), std::vector<bool>(route.steps.size())) {
    for (const Arrow& arrow : route.arrows)
        if (!arrow.to.empty()) follow(arrow);
    close();
}

std::size_t StepOrder::index_of(std::string_view step) const {
    const auto found = std::find_if(route_.steps.begin(), route_.steps.end(),
                                    [&](const StepInfo& info) { return info.id == step; });
    return std::size_t(found - route_.steps.begin());
}

std::vector<std::size_t> StepOrder::leaves_of(std::string_view step) const {
    std::vector<std::size_t> out;
    const auto around = index_of(step);
    if (around == route_.steps.size()) return out;
    for (std::size_t leaf = 0; leaf < route_.steps.size(); ++leaf)
        if (route_.steps[leaf].leaf && inside(leaf, around)) out.push_back(leaf);
    return out;
}

bool StepOrder::inside(std::size_t step, std::size_t stage) const {
    for (int s = int(step); s >= 0; s = route_.steps[std::size_t(s)].parent)
        if (std::size_t(s) == stage) return true;
    return false;
}

/// In two tracks of the smallest stage that is around both.
bool StepOrder::parallel(std::size_t a, std::size_t b) const {
    while (true) {
        const int parent = route_.steps[a].parent;
        if (parent < 0) break;
        if (inside(b, std::size_t(parent))) {
            while (route_.steps[b].parent != parent && b != std::size_t(parent))
                b = std::size_t(route_.steps[b].parent);
            return b != std::size_t(parent) && route_.steps[a].track != route_.steps[b].track;
        }
        a = std::size_t(parent);
    }
    return false;
}

/// Whoever enters a stage by one of its tracks enters the others too.
void StepOrder::follow(const Arrow& arrow) {
    const auto from = index_of(arrow.from), to = index_of(arrow.to);
    std::size_t entered = to;
    for (int s = int(to); s >= 0 && !inside(from, std::size_t(s));
         s = route_.steps[std::size_t(s)].parent)
        entered = std::size_t(s);
    for (const auto before : leaves_of(arrow.from))
        for (const auto after : leaves_of(route_.steps[entered].id))
            if (inside(after, to) || parallel(after, to)) leads_[before][after] = true;
}

void StepOrder::close() {
    const auto n = leads_.size();
    for (std::size_t by = 0; by < n; ++by)
        for (std::size_t from = 0; from < n; ++from)
            if (leads_[from][by])
                for (std::size_t to = 0; to < n; ++to)
                    if (leads_[by][to]) leads_[from][to] = true;
}

} // namespace meldroute::inline v0
