// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Which leaves of a route can come before which others, by its arrows; guards are not looked at, so
// more is thought possible than is, never less.

#pragma once

#include <meldroute/routes/route.hpp>

#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

class StepOrder {
public:
    explicit StepOrder(const RouteTables& route);

    /// The leaf itself, or those of a stage; none where the route has no such step.
    std::vector<std::size_t> leaves_of(std::string_view step) const;
    /// By one arrow or more.
    bool leads_to(std::size_t from, std::size_t to) const { return leads_[from][to]; }
    /// Whether a case that is at this leaf can have been, or be, at that one as well.
    bool at_or_before(std::size_t that, std::size_t leaf) const {
        return that == leaf || leads_[that][leaf] || parallel(that, leaf);
    }

private:
    bool inside(std::size_t step, std::size_t stage) const;
    bool parallel(std::size_t a, std::size_t b) const;
    std::size_t index_of(std::string_view step) const;
    void follow(const Arrow& arrow);
    void close();

    const RouteTables& route_;
    std::vector<std::vector<bool>> leads_;
};

} // namespace meldroute::inline v0
