// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rulebook/check_decided.hpp"

#include "rulebook/check_decisions.hpp"
#include "rulebook/reading.hpp"

#include <meldroute/routes/machines.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

class DecidedChecker {
public:
    DecidedChecker(const Rulebook& book, const JsonNode& bundle) : book_(book), bundle_(bundle) {}

    std::vector<Finding> findings() {
        if (!bundle_.has("routes")) return {};
        for (const auto& node : bundle_.at("routes").items())
            for (const auto& [id, step] : node.at("steps").members())
                look(node.at("route").string(), id, step);
        return std::move(found_);
    }

private:
    void look(const std::string& route, const std::string& step, const JsonNode& place) {
        for (const auto& decides : book_.step(route, step).decides) {
            if (decides.by_note || !is_yes_or_no(decides.fact)) continue;
            for (const auto& event : describe(route).events)
                if (decides.event.empty() ? event.deciding : event.id == decides.event)
                    if (!stops(route, step, event.id, decides.fact))
                        find(place, {step, route, std::string(event.id), decides.fact});
        }
    }

    void find(const JsonNode& place, const std::vector<std::string>& words) {
        found_.push_back(finding(Finding::Severity::warning, Fault::found_no_moves_as_yes,
                                 book_.place(place.pointer()), words));
        found_.back().about = {words[1] + "." + words[0], words[3]};
    }

    bool is_yes_or_no(const std::string& fact) const {
        const auto slot = book_.vocabulary().find(fact);
        return slot && book_.vocabulary()[*slot].type.kind == Kind::boolean;
    }

    /// Whether no arrow here goes by this event, or a guard of one of them reads what was decided.
    bool stops(const std::string& route, const std::string& step, std::string_view event,
               const std::string& fact) const {
        bool leaves = false;
        for (const Arrow& arrow : describe(route).arrows) {
            if (arrow.from != step || arrow.event != event) continue;
            leaves = true;
            if (with_all_below(bundle_, {std::string(arrow.rule)}).contains(fact)) return true;
        }
        return !leaves;
    }

    const Rulebook& book_;
    const JsonNode& bundle_;
    std::vector<Finding> found_;
};

} // namespace

std::vector<Finding> check_decided(const Rulebook& rulebook, const JsonNode& bundle) {
    return DecidedChecker(rulebook, bundle).findings();
}

} // namespace meldroute::inline v0
