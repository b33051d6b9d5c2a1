// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Where a route can come, and whether it can come where nobody has to act. Places are not counted
// out (six tracks have too many): every pair of steps that can be stood at together is tried once,
// which reaches every step and every condition on another track.

#pragma once

#include "rulebook/route_walk.hpp"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

class RouteReach {
public:
    RouteReach(const Rulebook& rulebook, RouteWalk& walk);

    bool reached(const std::string& leaf) const { return reached_.contains(leaf); }
    /// Whether some report makes a case that stands there go on.
    bool left(const std::string& leaf) const { return left_.contains(leaf); }
    WalkedWay way_to(const std::string& leaf) const { return way_to(places_, reached_.at(leaf)); }

    /// Whether it is certain that wherever the route stands and is not done, somebody acts: in each
    /// parallel stage, or in none, some track always has somebody.
    bool closed() const;
    /// Some way to a place where nobody does; nothing when none was found.
    std::optional<WalkedWay> to_nobody();

private:
    using Pairs = std::set<std::pair<std::string, std::string>>;

    /// Where a move led, and from which place.
    struct Place {
        WalkedMove came_by;
        std::size_t from = 0; ///< itself for the first
    };
    using Places = std::vector<Place>;

    static WalkedWay way_to(const Places& places, std::size_t place);
    static bool brings_a_new_pair(const Standing& standing, Pairs& seen);
    void look_around();
    bool somebody_acts(const std::string& leaf) const;
    std::size_t idle_tracks(const Standing& standing) const;
    /// Appends places until one is quieter than the last; nothing when there is none.
    std::optional<std::size_t> quieter(Places& places, std::size_t from);

    const Rulebook& rulebook_;
    RouteWalk& walk_;
    Places places_;
    std::map<std::string, std::size_t> reached_; ///< by leaf, the first place that stands at it
    std::set<std::string> left_;
};

} // namespace meldroute::inline v0
