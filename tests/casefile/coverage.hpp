// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Which steps and arrows the stories of a suite came by, and where they should go next.

#pragma once

#include <meldroute/routes/machines.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace random_story {

using namespace meldroute;

class Coverage {
public:
    struct Count {
        int taken = 0, tried = 0;
    };

    Coverage() {
        for (const auto& id : route_ids()) routes_.emplace(id, describe(id));
    }

    Count& arrow(const std::string& route, int index) {
        return routes_.at(route).counts.at(std::size_t(index));
    }
    void stood_at(const std::map<std::string, Standing>& here) {
        for (const auto& [route, standing] : here)
            routes_.at(route).stood.insert(standing.leaves.begin(), standing.leaves.end());
    }

    /// The arrows out of these leaves and out of the stages around them.
    std::vector<int> leaving(const std::string& route, const Standing& standing) const {
        const Of& of = routes_.at(route);
        std::set<int> all;
        for (const auto& leaf : standing.leaves)
            for (int s = of.step(leaf); s >= 0; s = of.tables.steps[std::size_t(s)].parent)
                all.insert(of.out[std::size_t(s)].begin(), of.out[std::size_t(s)].end());
        return {all.begin(), all.end()};
    }
    /// Of these arrows the one behind which, near by, something was tried least.
    int least_tried(const std::string& route, const std::vector<int>& arrows) const {
        const auto tried = routes_.at(route).least_tried_ahead();
        return *std::min_element(arrows.begin(), arrows.end(), [&](int a, int b) {
            return tried[std::size_t(a)] < tried[std::size_t(b)];
        });
    }

    /// Steps where no story stood, as "route.step".
    std::vector<std::string> steps_left() const {
        std::vector<std::string> left;
        for (const auto& [route, of] : routes_)
            for (const auto& step : of.tables.steps)
                if (step.leaf && !of.stood.contains(step.id))
                    left.push_back(route + "." + std::string(step.id));
        return left;
    }
    /// Arrows that no story took, as "route: from --event [decision] [within step]--> to".
    std::vector<std::string> arrows_left() const {
        std::vector<std::string> left;
        for (const auto& [route, of] : routes_)
            for (std::size_t a = 0; a < of.counts.size(); ++a)
                if (of.counts[a].taken == 0)
                    left.push_back(route + ": " + words(of.tables.arrows[a]));
        return left;
    }
    /// How many steps, or arrows, all routes have.
    std::size_t all_steps() const {
        std::size_t all = 0;
        for (const auto& [route, of] : routes_)
            for (const auto& step : of.tables.steps) all += step.leaf ? 1 : 0;
        return all;
    }
    std::size_t all_arrows() const {
        std::size_t all = 0;
        for (const auto& [route, of] : routes_) all += of.counts.size();
        return all;
    }

private:
    struct Of {
        explicit Of(const RouteTables& of)
            : tables(of), counts(of.arrows.size()), out(of.steps.size()) {
            for (std::size_t a = 0; a < of.arrows.size(); ++a)
                out[std::size_t(step(of.arrows[a].from))].push_back(int(a));
            for (const Arrow& arrow : of.arrows) ahead.push_back(ahead_of(step(arrow.to)));
        }

        int step(std::string_view id) const {
            int s = 0;
            while (tables.steps[std::size_t(s)].id != id) ++s;
            return s;
        }
        bool lies_inside(int step, int stage) const {
            while (step >= 0 && step != stage) step = tables.steps[std::size_t(step)].parent;
            return step == stage;
        }
        /// What may be taken once somebody stands there.
        std::vector<int> ahead_of(int to) const {
            std::vector<int> all;
            for (int s = 0; s < int(tables.steps.size()); ++s)
                if (lies_inside(s, to) || lies_inside(to, s))
                    all.insert(all.end(), out[std::size_t(s)].begin(), out[std::size_t(s)].end());
            return all;
        }
        std::vector<int> least_tried_ahead() const {
            std::vector<int> least;
            for (const Count& count : counts) least.push_back(count.tried + count.taken);
            for (bool changed = true; changed;) {
                changed = false;
                for (std::size_t a = 0; a < ahead.size(); ++a)
                    for (const int next : ahead[a])
                        if (least[std::size_t(next)] + 1 < least[a]) {
                            least[a] = least[std::size_t(next)] + 1;
                            changed = true;
                        }
            }
            return least;
        }

        const RouteTables& tables;
        std::vector<Count> counts;
        std::vector<std::vector<int>> out, ahead;
        std::set<std::string, std::less<>> stood;
    };

    static std::string words(const Arrow& arrow) {
        std::string out = std::string(arrow.from) + " --" + std::string(arrow.event);
        if (!arrow.rule.empty()) out += " [" + std::string(arrow.rule) + "]";
        if (!arrow.within.empty()) out += " [within " + std::string(arrow.within) + "]";
        if (arrow.kind == ArrowKind::next_gate) out += " [next gate]";
        return out + "--> " + std::string(arrow.to);
    }

    std::map<std::string, Of> routes_;
};

} // namespace random_story
