// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "desk/views_of.hpp"

#include <meldroute/casefile/advice.hpp>
#include <meldroute/casefile/takers.hpp>
#include <meldroute/routes/machines.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

void add_once(std::vector<std::string>& all, const std::string& one) {
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

/// What is still to be decided here does not follow from what was decided before.
Situation before_deciding(const Story& story) {
    Situation situation = story.situation();
    Json forget = Json::object();
    for (const auto& [route, standing] : story.here())
        for (const auto& leaf : standing.leaves)
            for (const auto& decides : story.rulebook().step(route, leaf).decides)
                if (!decides.by_note) forget[decides.fact] = {{"unknown", "not-asked"}};
    situation.tell(JsonNode::wrap(std::move(forget), "facts"));
    return situation;
}

class Outlook {
public:
    explicit Outlook(const Story& story)
        : story_(story), situation_(before_deciding(story)),
          advice_(story.rulebook(), situation_, nothing_past_) {}

    std::vector<OptionView> views() {
        std::vector<OptionView> all;
        for (const auto& [id, standing] : story_.here()) {
            const auto route = make_route(id);
            route->restore(standing);
            advice_.stand_on(id);
            for (const Option& option : route->options(advice_)) {
                const auto takers = takers_of({{id, standing}}, option.event);
                if (!takers.empty()) all.push_back(view(id, option, takers));
            }
        }
        return all;
    }

private:
    OptionView view(const std::string& route, const Option& option,
                    const std::vector<Taker>& takers) const {
        OptionView out;
        out.route = route;
        out.event = option.event;
        out.deciding = option.deciding;
        out.possible = option.possible;
        if (const auto* decides = decides_at(story_.rulebook(), takers, option.event);
            decides && option.deciding) {
            out.by = decides->by;
            out.needs.push_back(decides->fact);
        }
        for (const auto decision : option.unknown) {
            out.unknown.emplace_back(decision);
            for (const auto& fact :
                 needed_facts(ruling_of(story_.rulebook(), decision, situation_)))
                add_once(out.needs, fact);
        }
        for (const auto& asked : option.consulted)
            if (!asked.overheard) out.rulings.push_back(ruling_on(asked.decision));
        for (const auto& target : option.targets)
            out.leads_to.push_back(without_idle(route, target));
        return out;
    }

    const KeptRuling& ruling_on(std::string_view decision) const {
        return *std::find_if(advice_.kept().begin(), advice_.kept().end(),
                             [&](const KeptRuling& kept) { return kept.decision == decision; });
    }

    const Story& story_;
    Situation situation_;
    std::map<std::string, bool> nothing_past_;
    Advice advice_;
};

} // namespace

std::vector<OptionView> options_of(const Story& story) {
    return Outlook(story).views();
}

} // namespace meldroute::inline v0
