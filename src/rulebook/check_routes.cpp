// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/check_routes.hpp"

#include "rulebook/check_decisions.hpp"
#include "rulebook/route_reach.hpp"

#include <meldroute/routes/tables.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

namespace meldroute::inline v0 {
namespace {

using enum Finding::Severity;

class RouteChecker {
public:
    RouteChecker(const Rulebook& book, JsonNode node)
        : book_(book), node_(std::move(node)), walk_(book, node_.at("route").string()),
          reach_(book, walk_) {}

    std::vector<Finding> findings() {
        steps();
        branches();
        nobody();
        if (!walk_.sure()) undecided();
        return std::move(found_);
    }

private:
    std::string id() const { return std::string(walk_.tables().id); }

    JsonNode place(std::string_view step) const {
        const auto steps = node_.at("steps");
        return steps.has(step) ? steps.at(step) : node_;
    }

    Finding& find(Finding::Severity severity, Fault fault, const JsonNode& at,
                  const std::vector<std::string>& words) {
        found_.push_back(finding(severity, fault, book_.place(at.pointer()), words));
        return found_.back();
    }

    // ── Reached and left ─────────────────────────────────────────────────────────────────────

    void steps() {
        for (const StepInfo& step : walk_.tables().steps) {
            if (!step.leaf) continue;
            const std::string leaf(step.id);
            if (!reach_.reached(leaf)) {
                if (walk_.sure() && !is_switched_off(leaf))
                    find(note, Fault::found_step_not_reached, place(leaf), {leaf, id()});
            } else if (!step.idle && !step.final && !reach_.left(leaf) && walk_.sure()) {
                find(error, Fault::found_step_not_left, place(leaf), {leaf, id()}).witness =
                    reach_.way_to(leaf).json();
            }
            if (step.final && !book_.step(id(), leaf).duties.empty())
                find(warning, Fault::found_duty_at_end, place(leaf), {leaf, id()});
        }
    }

    /// Whether every way in is an optional one that this rulebook does not have, or comes from such
    /// a step.
    bool is_switched_off(const std::string& leaf) const {
        const auto& arrows = walk_.tables().arrows;
        return std::all_of(arrows.begin(), arrows.end(), [&](const Arrow& arrow) {
            if (arrow.to != leaf || arrow.from == leaf) return true;
            const bool off =
                arrow.kind == ArrowKind::optional && !book_.decisions().has(arrow.rule);
            return off || (is_leaf(arrow.from) && !reach_.reached(std::string(arrow.from)));
        });
    }

    bool is_leaf(std::string_view id) const {
        const auto& steps = walk_.tables().steps;
        return std::any_of(steps.begin(), steps.end(),
                           [&](const StepInfo& step) { return step.id == id && step.leaf; });
    }

    // ── Two branches ─────────────────────────────────────────────────────────────────────────

    bool counts(const Arrow& arrow) const {
        const bool guarded = arrow.kind == ArrowKind::when || arrow.kind == ArrowKind::unless ||
                             arrow.kind == ArrowKind::optional;
        return guarded && book_.decisions().has(arrow.rule);
    }

    /// The first goes first, and then the other is passed over in silence.
    void branches() {
        const auto& arrows = walk_.tables().arrows;
        for (std::size_t j = 0; j < arrows.size(); ++j)
            for (std::size_t i = 0; i < j; ++i)
                if (arrows[i].from == arrows[j].from && arrows[i].event == arrows[j].event &&
                    arrows[i].to != arrows[j].to && arrows[i].within == arrows[j].within &&
                    counts(arrows[i]) && counts(arrows[j]))
                    both(arrows[i], arrows[j]);
    }

    void both(const Arrow& first, const Arrow& other) {
        const auto wanted = [](const Arrow& arrow) {
            return Wanted{std::string(arrow.rule), arrow.kind != ArrowKind::unless};
        };
        if (wanted(first).decision == wanted(other).decision) return;
        const auto found = situation_where(book_.decisions(), {wanted(first), wanted(other)});
        if (found.facts->is_null()) {
            if (!found.sure) undecided();
            return;
        }
        auto& finding =
            find(warning, Fault::found_two_branches, place(first.from),
                 {std::string(first.from), id(), std::string(first.rule), std::string(other.rule)});
        finding.decision = std::string(other.rule);
        finding.about = {std::string(first.rule), std::string(first.from)};
        finding.witness = found.facts;
    }

    void undecided() {
        if (!std::exchange(said_undecided_, true))
            find(note, Fault::found_route_not_decided, node_, {id()});
    }

    // ── Nobody's turn ────────────────────────────────────────────────────────────────────────

    void nobody() {
        if (reach_.closed()) return;
        const auto way = reach_.to_nobody();
        if (!way) return undecided();
        std::string leaves;
        for (const auto& leaf : way->moves.back().to.leaves)
            leaves += (leaves.empty() ? "" : ", ") + leaf;
        find(warning, Fault::found_nobody_acts, node_, {id(), leaves}).witness = way->json();
    }

    const Rulebook& book_;
    JsonNode node_;
    RouteWalk walk_;
    RouteReach reach_;
    bool said_undecided_ = false;
    std::vector<Finding> found_;
};

} // namespace

std::vector<Finding> check_routes(const Rulebook& rulebook, const JsonNode& bundle) {
    std::vector<Finding> all;
    if (!bundle.has("routes")) return all;
    for (const JsonNode& route : bundle.at("routes").items()) {
        auto found = RouteChecker(rulebook, route).findings();
        std::move(found.begin(), found.end(), std::back_inserter(all));
    }
    return all;
}

} // namespace meldroute::inline v0
