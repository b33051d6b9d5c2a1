// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// How a route can go under one rulebook, whatever is reported: every answer that its guards can give
// together, each with facts that show it.

#pragma once

#include <meldroute/proofs/proofs.hpp>
#include <meldroute/routes/machines.hpp>
#include <meldroute/rulebook/rulebook.hpp>

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// One entry that moves a route.
struct WalkedMove {
    std::string event;      ///< "" for an entry without one
    const JsonBox* facts{}; ///< that make the guards answer so; they live as long as the walk
    Standing to;
};

/// Entries after each other, from where the route begins.
struct WalkedWay {
    std::vector<WalkedMove> moves;

    /// As a witness: what was told, in order.
    Json json() const;
};

class RouteWalk {
public:
    RouteWalk(const Rulebook& rulebook, std::string_view route);

    const RouteTables& tables() const { return tables_; }
    Standing begin() const { return make_route(tables_.id)->standing(); }

    /// Every move from here that some report makes, by event as declared. An event that nobody
    /// waits for moves no more than an entry without one.
    std::vector<WalkedMove> moves(const Standing& from);
    /// Whether a report that tells this, entry by entry, really comes there.
    bool confirms(const WalkedWay& way) const;
    /// False once a search for facts came to its bound: more may be possible than was found.
    bool sure() const { return sure_; }

private:
    class Script;

    bool is_awaited(std::string_view event, const Standing& from) const;
    void explore(const std::string& event, const Standing& from, std::vector<Wanted> answers,
                 std::vector<WalkedMove>& out);
    /// Null when no report can make these decisions say so.
    const JsonBox& facts_for(const std::vector<Wanted>& answers);

    const Rulebook& rulebook_;
    const RouteTables& tables_;
    std::unique_ptr<Route> here_, scratch_;
    std::map<std::vector<Wanted>, JsonBox> known_;
    bool sure_ = true;
};

} // namespace meldroute::inline v0
