// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "casefile/judge.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/base/id.hpp>
#include <meldroute/casefile/takers.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <map>

namespace meldroute::inline v0 {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : ", ") + word;
    return out;
}

void add_once(std::vector<std::string>& all, const std::vector<std::string>& more) {
    for (const auto& one : more)
        if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(one);
}

std::map<std::string, Standing> standings(const std::vector<Walk>& walks) {
    std::map<std::string, Standing> here;
    for (const auto& walk : walks) here[walk.id] = walk.route->standing();
    return here;
}

bool opens_next_gate(const std::vector<Walk>& walks) {
    return std::any_of(walks.begin(), walks.end(), [](const Walk& walk) {
        const auto& taken = walk.plan.arrows;
        return std::any_of(taken.begin(), taken.end(), [&](int arrow) {
            return walk.route->arrows()[std::size_t(arrow)].kind == ArrowKind::next_gate;
        });
    });
}

/// Of two sets the order says nothing.
bool same_value(Json one, Json other) {
    if (one.is_array()) std::sort(one.begin(), one.end());
    if (other.is_array()) std::sort(other.begin(), other.end());
    return one == other;
}

class Judge {
public:
    explicit Judge(const Judged& judged)
        : judged_(judged), event_(judged.event),
          takers_(takers_of(standings(judged.walks), event_)),
          deciding_(!takers_.empty() && takers_.front().deciding), decides_(decides()) {}

    Judgement judge() {
        if (!event_.empty()) check_turn();
        check_actor();
        check_besides();
        if (decides_) check_fact();
        if (!event_.empty()) check_plan();
        Judgement out;
        out.decision = decision(out.shown);
        return out;
    }

private:
    // ── Which decision is it? ────────────────────────────────────────────────────────────────

    const Decides* decides() const {
        if (deciding_)
            if (const auto* found = decides_at(judged_.rulebook, takers_, event_)) return found;
        return told_decides();
    }

    /// A decided fact that is told here, by whichever step decides it; rather for this role.
    const Decides* told_decides() const {
        const Decides* found = nullptr;
        for_each_told([&](const Decides& decides) {
            if (!found || decides.by == judged_.telling.by.role) found = &decides;
        });
        return found;
    }

    void for_each_told(const auto& visit) const {
        for (const auto& route : judged_.rulebook.routes())
            for (const auto& step : route.steps)
                for (const auto& decides : step.decides)
                    if (tells(decides.fact)) visit(decides);
    }

    bool tells(const std::string& fact) const {
        const Json& facts = *judged_.telling.facts;
        return facts.is_object() && facts.contains(fact) && !facts.at(fact).is_null();
    }

    // ── May it be told? ──────────────────────────────────────────────────────────────────────

    void check_turn() const {
        if (!takers_.empty()) return;
        std::vector<std::string> events;
        const Walk* knows = nullptr;
        for (const auto& walk : judged_.walks) {
            if (!knows && walk.route->knows(event_)) knows = &walk;
            for (const auto& info : walk.route->events()) events.emplace_back(info.id);
        }
        if (knows) fail(Fault::event_not_awaited, {event_, knows->id});
        fail(Fault::event_not_of_case, {event_, nearest(event_, events)});
    }

    void check_actor() const {
        const bool needs_name = deciding_ || decides_ || !judged_.advice.decided_past().empty();
        if (!needs_name) return;
        if (!judged_.telling.by.named()) fail(Fault::person_missing, {subject()});
        if (!decides_ || decides_->by.empty() || decides_->by == judged_.telling.by.role) return;
        fail(Fault::role_unfit, {subject(), decides_->by});
    }

    /// Nobody tells in passing what another has to decide.
    void check_besides() const {
        if (!decides_) return;
        const bool alone = judged_.telling.facts->size() == 1 && tells(decides_->fact);
        if (alone) return; // as most are
        std::map<std::string, const Decides*> others;
        for_each_told([&](const Decides& decides) {
            const auto& by = judged_.telling.by.role;
            auto& other = others.try_emplace(decides.fact, &decides).first->second;
            if (decides.by.empty() || decides.by == by) other = nullptr;
        });
        for (const auto& [fact, decides] : others)
            if (decides) fail(Fault::role_unfit, {fact, decides->by});
    }

    /// Between two gates nothing is decided yet but that the next gate opens.
    void check_fact() const {
        if (told_wholly(decides_->fact) || opens_next_gate(judged_.walks)) return;
        fail(Fault::decided_fact_missing, {subject(), decides_->fact});
    }

    bool told_wholly(const std::string& fact) const {
        const auto slot = judged_.situation.vocabulary().find(fact);
        return slot && tells(fact) && judged_.situation.known(*slot);
    }

    void check_plan() const {
        if (is_awaited(judged_.walks)) return;
        for (const auto& walk : judged_.walks)
            if (!walk.plan.unknown.empty()) refuse_undecided(walk);
        for (const auto& walk : judged_.walks)
            if (walk.id == takers_.front().route) walk.route->refuse(walk.plan);
    }

    [[noreturn]] void refuse_undecided(const Walk& walk) const {
        std::vector<std::string> decisions, facts;
        for (const auto decision : walk.plan.unknown) {
            decisions.emplace_back(decision);
            add_once(facts, needed_facts(ruling_of(judged_.rulebook, decision, judged_.situation)));
        }
        fail(Fault::event_needs_facts,
             {event_, joined(decisions), facts.empty() ? "-" : joined(facts)});
    }

    // ── What was decided? ────────────────────────────────────────────────────────────────────

    std::optional<KeptDecision> decision(std::vector<KeptRuling>& shown) const {
        const auto& past = judged_.advice.decided_past();
        KeptDecision kept;
        bool asks_reason = !past.empty();
        if (decides_ && told_wholly(decides_->fact)) {
            asks_reason = weigh(kept, shown) || asks_reason;
        } else if (!past.empty()) {
            kept.fact = past.front();
            kept.decided = Json(judged_.telling.past.at(past.front()));
        } else {
            return {};
        }
        for (const auto& ruling : judged_.advice.kept())
            if (std::find(past.begin(), past.end(), ruling.decision) != past.end())
                add_once(kept.unknown, ruling.unknown);
        kept.because = judged_.telling.because;
        if (asks_reason && kept.because.empty()) fail(Fault::reason_missing, {kept.fact});
        return kept;
    }

    /// Puts what was decided beside the advice; whether a reason is asked.
    bool weigh(KeptDecision& kept, std::vector<KeptRuling>& shown) const {
        kept.fact = decides_->fact;
        kept.decided = value_of(judged_.situation, decides_->fact);
        bool undecided = false;
        if (!decides_->advice.empty()) {
            const auto ruling = ruling_of(judged_.rulebook, decides_->advice, judged_.situation);
            shown.push_back(keep(ruling));
            kept.advice = shown.back().outcome;
            kept.unknown = shown.back().unknown;
            undecided = ruling.state != Ruling::State::decided;
            kept.deviates = !undecided && !same_value(*kept.advice, *kept.decided);
        }
        for (const auto& beside : decides_->beside)
            shown.push_back(keep(judged_.rulebook, beside, judged_.situation));
        if (decides_->reason == Decides::Reason::when_deviating) return kept.deviates || undecided;
        return decides_->reason == Decides::Reason::always;
    }

    /// What a refusal is about: the event, or for a note what it decides.
    std::string subject() const {
        if (!event_.empty()) return event_;
        return decides_ ? decides_->fact : judged_.advice.decided_past().front();
    }

    const Judged& judged_;
    std::string event_;
    std::vector<Taker> takers_;
    bool deciding_;
    const Decides* decides_;
};

} // namespace

Judgement judge(const Judged& judged) {
    return Judge(judged).judge();
}

} // namespace meldroute::inline v0
