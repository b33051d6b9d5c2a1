// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What an entry should do, from the definition and nothing else: slow, over ids and sets. It
// shares no code with the library, only the tables of arrows and steps.

#pragma once

#include "support.hpp"

#include <algorithm>
#include <optional>

namespace meldroute::inline v0::testing {

class Oracle {
public:
    using Ids = std::set<std::string_view>;

    struct Place {
        Ids leaves;
        int gate = 0;
    };
    struct Outcome {
        Plan::Outcome outcome = Plan::Outcome::stays;
        bool awaited = false;
        Place place;
    };

    explicit Oracle(const RouteTables& tables) : tables_(tables) {}

    Place read(const Standing& standing) const {
        Place place{{}, standing.gate};
        for (const auto& leaf : standing.leaves) place.leaves.insert(step(leaf).id);
        return place;
    }

    Standing write(const Place& place) const {
        Standing standing{{}, place.gate};
        for (const StepInfo& s : tables_.steps)
            if (place.leaves.contains(s.id)) standing.leaves.emplace_back(s.id);
        return standing;
    }

    /// An empty event: any other entry.
    Outcome tell(const Place& place, std::string_view event, const Says& says) const {
        std::vector<Arrow> taken;
        if (!event.empty()) {
            const auto heard = offer(place, "", event, says);
            if (!heard) return {Plan::Outcome::unknown, false, place};
            taken = *heard;
        }
        Outcome out{Plan::Outcome::stays, !taken.empty(), place};
        for (const auto leaf : in_order(place.leaves)) {
            const bool goes = std::any_of(taken.begin(), taken.end(), [&](const Arrow& a) {
                return a.from == leaf || inside(leaf, a.from);
            });
            if (goes) continue;
            if (const auto arrow = choose(place, leaf, "", says); arrow && *arrow)
                taken.push_back(**arrow);
        }
        for (const Arrow& arrow : taken) follow(arrow, out.place);
        if (!taken.empty()) out.outcome = Plan::Outcome::moves;
        return out;
    }

private:
    using Choice = std::optional<Arrow>;

    const StepInfo& step(std::string_view id) const {
        return *std::find_if(tables_.steps.begin(), tables_.steps.end(),
                             [&](const StepInfo& s) { return s.id == id; });
    }
    std::string_view around(std::string_view id) const {
        const int parent = step(id).parent;
        return parent < 0 ? std::string_view{} : tables_.steps[std::size_t(parent)].id;
    }
    bool inside(std::string_view id, std::string_view stage) const {
        if (stage.empty()) return true;
        for (id = around(id); !id.empty(); id = around(id))
            if (id == stage) return true;
        return false;
    }
    std::vector<std::string_view> in_order(const Ids& ids) const {
        std::vector<std::string_view> all;
        for (const StepInfo& s : tables_.steps)
            if (ids.contains(s.id)) all.push_back(s.id);
        return all;
    }
    /// What lies directly in a stage, or in the machine ("").
    std::vector<StepInfo> children(std::string_view stage) const {
        std::vector<StepInfo> all;
        for (const StepInfo& s : tables_.steps)
            if (around(s.id) == stage) all.push_back(s);
        std::stable_sort(all.begin(), all.end(),
                         [](const auto& a, const auto& b) { return a.track < b.track; });
        return all;
    }
    bool active(const Place& place, std::string_view id) const {
        return std::any_of(place.leaves.begin(), place.leaves.end(),
                           [&](auto leaf) { return leaf == id || inside(leaf, id); });
    }

    /// The arrows taken in a node and all that is in it; nothing when a decision is unknown.
    std::optional<std::vector<Arrow>> offer(const Place& place, std::string_view node,
                                            std::string_view event, const Says& says) const {
        std::vector<Arrow> taken;
        bool known = true;
        for (const StepInfo& child : children(node)) {
            if (!active(place, child.id)) continue;
            const auto moved = offer(place, child.id, event, says);
            known = known && moved.has_value();
            if (moved) taken.insert(taken.end(), moved->begin(), moved->end());
        }
        if (!known) return std::nullopt;
        if (!taken.empty() || node.empty()) return taken;
        const auto own = choose(place, node, event, says);
        if (!own) return std::nullopt;
        if (*own) taken.push_back(**own);
        return taken;
    }

    /// The first arrow that holds, if any; nothing when a decision on the way is unknown.
    std::optional<Choice> choose(const Place& place, std::string_view node, std::string_view event,
                                 const Says& says) const {
        for (const Arrow& arrow : tables_.arrows) {
            if (arrow.from != node || arrow.event != event) continue;
            if (!arrow.within.empty() && !place.leaves.contains(arrow.within)) continue;
            const Answer answer = holds(arrow, place, says);
            if (answer == unknown) return std::nullopt;
            if (answer == yes) return Choice(arrow);
        }
        return Choice();
    }

    Answer holds(const Arrow& arrow, const Place& place, const Says& says) const {
        const std::string rule(arrow.rule);
        const bool given = !says.absent.contains(rule);
        const auto found = says.answers.find(rule);
        Answer said = found == says.answers.end() ? unknown : found->second;
        if (!given && arrow.event.empty()) said = unknown;
        switch (arrow.kind) {
        case ArrowKind::always: return yes;
        case ArrowKind::when: return said;
        case ArrowKind::unless: return said == unknown ? unknown : said == yes ? no : yes;
        case ArrowKind::optional: return given ? said : no;
        case ArrowKind::next_gate: return place.gate + 1 < says.gate_count ? yes : no;
        }
        return unknown;
    }

    void follow(const Arrow& arrow, Place& place) const {
        if (arrow.kind == ArrowKind::next_gate) {
            ++place.gate;
            return;
        }
        std::string_view both = around(arrow.from);
        while (!inside(arrow.to, both)) both = around(both);
        const auto left = child_holding(both, arrow.from);
        Ids stay;
        for (const auto leaf : place.leaves) {
            const bool leaves = leaf == left || inside(leaf, left);
            if (!leaves)
                stay.insert(leaf);
            else if (has_gates(leaf))
                place.gate = 0;
        }
        place.leaves = stay;
        enter(child_holding(both, arrow.to), arrow.to, place.leaves);
    }

    std::string_view child_holding(std::string_view stage, std::string_view id) const {
        while (around(id) != stage) id = around(id);
        return id;
    }
    bool has_gates(std::string_view leaf) const {
        return std::any_of(tables_.arrows.begin(), tables_.arrows.end(), [&](const Arrow& a) {
            return a.from == leaf && a.kind == ArrowKind::next_gate;
        });
    }

    /// Enters a node on the way to a target; each track beside the way begins at its first step.
    void enter(std::string_view node, std::string_view target, Ids& leaves) const {
        if (step(node).leaf) leaves.insert(node);
        std::map<int, std::string_view> into;
        for (const StepInfo& child : children(node)) {
            const bool on_the_way = child.id == target || inside(target, child.id);
            if (on_the_way)
                into[child.track] = child.id;
            else
                into.try_emplace(child.track, child.id);
        }
        for (const auto& [track, child] : into) enter(child, target, leaves);
    }

    const RouteTables& tables_;
};

} // namespace meldroute::inline v0::testing
