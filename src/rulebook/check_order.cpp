// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/check_order.hpp"

#include "rulebook/check_decisions.hpp"
#include "rulebook/reading.hpp"
#include "rulebook/step_order.hpp"

#include <meldroute/routes/machines.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace meldroute::inline v0 {
namespace {

struct Leaf {
    std::string route;
    std::size_t step = 0;

    auto operator<=>(const Leaf&) const = default;
};

/// A guard, or the condition of a duty.
struct Reading {
    std::string route, step, what;
    std::string decision; ///< where it can be accepted, or ""
    Ids facts;            ///< below it
};

class OrderChecker {
public:
    OrderChecker(const Rulebook& book, const JsonNode& bundle) : book_(book), bundle_(bundle) {
        for (const auto& route : book.routes())
            orders_.emplace(route.route, StepOrder(describe(route.route)));
        for (const auto& route : book.routes())
            for (const auto& step : route.steps) note_step(route.route, step);
        note_known_tests();
        for (const auto& alert : book.alerts()) forgiven_.merge(below({alert.decision}));
    }

    std::vector<Finding> findings() {
        for (const auto& route : book_.routes()) {
            read_guards(route.route);
            for (const auto& step : route.steps) read_duties(route.route, step);
        }
        return std::move(found_);
    }

private:
    Ids below(Ids ids) const { return with_all_below(bundle_, std::move(ids)); }

    std::vector<Leaf> leaves(const std::string& route, std::string_view step) const {
        std::vector<Leaf> out;
        for (const auto leaf : orders_.at(route).leaves_of(step)) out.push_back({route, leaf});
        return out;
    }

    /// What the desk asks here: the facts of the step, whatever would settle what is shown to the
    /// one who decides, and whether a route begins.
    void note_step(const std::string& route, const StepRules& step) {
        Ids told(step.asks.begin(), step.asks.end());
        for (const auto& decides : step.decides) {
            told.insert({decides.fact, decides.advice});
            told.insert(decides.beside.begin(), decides.beside.end());
        }
        for (const auto& start : list(place(route, step.step), "starts"))
            if (start.is_object())
                for (const auto& [input, cell] : start.at("when").members()) told.insert(input);
        for (const auto& leaf : leaves(route, step.step)) {
            for (const auto& id : below(told)) asked_[id].push_back(leaf);
            for (const auto& start : step.starts) starters_[start.route].push_back(leaf);
        }
    }

    void note_known_tests() {
        const auto note_cells = [&](const JsonNode& owner) {
            if (!owner.has("when")) return;
            for (const auto& [input, cell] : owner.at("when").members())
                if (cell.json().dump().find("unknown") != std::string::npos)
                    forgiven_.insert(input);
        };
        for (const auto& decision : list(bundle_, "decisions")) {
            for (const auto& row : list(decision, "rows")) note_cells(row);
            if (decision.has("value") &&
                decision.at("value").json().dump().find("\"known\"") != std::string::npos)
                forgiven_.merge(inputs_of_declaration(decision));
        }
        for (const auto& route : list(bundle_, "routes"))
            for (const auto& [id, step] : route.at("steps").members())
                for (const auto& duty : list(step, "duties")) note_cells(duty);
    }

    static std::vector<JsonNode> list(const JsonNode& node, std::string_view key) {
        return node.has(key) ? node.at(key).items() : std::vector<JsonNode>{};
    }

    /// An arrow without an event waits until its guard is known, and so reads nothing too early.
    void read_guards(const std::string& route) {
        for (const Arrow& arrow : describe(route).arrows) {
            const std::string rule(arrow.rule);
            if (arrow.event.empty() || !book_.decisions().has(rule)) continue;
            judge({route, std::string(arrow.from), rule, rule, below({rule})});
        }
    }

    void read_duties(const std::string& route, const StepRules& step) {
        const auto at = place(route, step.step);
        for (const auto& duty : list(at, "duties")) {
            if (!duty.has("when")) continue;
            for (const auto& [input, cell] : duty.at("when").members()) {
                const bool decision = book_.decisions().has(input);
                judge({route, step.step, duty.at("id").string(), decision ? input : "",
                       below({input})});
            }
        }
    }

    JsonNode place(const std::string& route, const std::string& step) const {
        for (const auto& node : list(bundle_, "routes"))
            if (node.at("route").string() == route)
                return node.at("steps").has(step) ? node.at("steps").at(step) : node;
        return bundle_;
    }

    void judge(const Reading& reading) {
        const auto here = leaves(reading.route, reading.step);
        for (const auto& fact : reading.facts) {
            const auto asked = asked_.find(fact);
            if (asked == asked_.end() || !book_.vocabulary().find(fact) ||
                forgiven_.contains(fact) || !comes_later(asked->second, here))
                continue;
            if (!said_.insert(reading.route + " " + reading.step + " " + reading.what + " " + fact)
                     .second)
                continue;
            found_.push_back(finding(
                Finding::Severity::warning, Fault::found_read_before_known,
                book_.place(place(reading.route, reading.step).pointer()),
                {fact, reading.what, reading.route + "." + reading.step, names(asked->second)}));
            found_.back().decision = reading.decision;
            found_.back().about = {fact, reading.route + "." + reading.step};
        }
    }

    bool comes_later(const std::vector<Leaf>& asked, const std::vector<Leaf>& here) const {
        bool later = false;
        for (const auto& from : here)
            for (const auto& leaf : asked) {
                Ids seen;
                if (at_or_before(leaf, from, seen)) return false;
                seen.clear();
                later = later || after(leaf, from, seen);
            }
        return later;
    }

    /// Of another route: a case is on it from where it is started, and without that from the start.
    bool at_or_before(const Leaf& that, const Leaf& here, Ids& seen) const {
        if (that.route == here.route)
            return orders_.at(that.route).at_or_before(that.step, here.step);
        if (!seen.insert(that.route).second) return false;
        const auto starters = starters_.find(that.route);
        return starters == starters_.end() ||
               std::any_of(starters->second.begin(), starters->second.end(),
                           [&](const Leaf& leaf) { return at_or_before(leaf, here, seen); });
    }

    bool after(const Leaf& that, const Leaf& here, Ids& seen) const {
        if (that.route == here.route) return orders_.at(that.route).leads_to(here.step, that.step);
        if (!seen.insert(that.route).second) return false;
        const auto starters = starters_.find(that.route);
        return starters != starters_.end() &&
               std::any_of(starters->second.begin(), starters->second.end(),
                           [&](const Leaf& leaf) { return after(leaf, here, seen); });
    }

    static std::string names(const std::vector<Leaf>& leaves) {
        Ids ids;
        for (const auto& leaf : leaves)
            ids.insert(leaf.route + "." + std::string(describe(leaf.route).steps[leaf.step].id));
        std::string out;
        for (const auto& id : ids) out += (out.empty() ? "" : ", ") + id;
        return out;
    }

    const Rulebook& book_;
    const JsonNode& bundle_;
    std::map<std::string, StepOrder> orders_;
    std::map<std::string, std::vector<Leaf>> asked_;    ///< by fact
    std::map<std::string, std::vector<Leaf>> starters_; ///< by route
    Ids forgiven_, said_;
    std::vector<Finding> found_;
};

} // namespace

std::vector<Finding> check_order(const Rulebook& rulebook, const JsonNode& bundle) {
    return OrderChecker(rulebook, bundle).findings();
}

} // namespace meldroute::inline v0
