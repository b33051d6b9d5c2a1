// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/case_page.hpp"
#include "command/words.hpp"

#include <meldroute/agenda/words.hpp>
#include <meldroute/routes/machines.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

bool is_idle(std::string_view route, std::string_view leaf) {
    for (const StepInfo& step : describe(route).steps)
        if (step.id == leaf) return step.idle;
    return false;
}

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

class WayPrinter {
public:
    WayPrinter(Page& page, const Case& report, const Scenario* story)
        : page_(page), lang_(page.lang()), rulebook_(report.rulebook()), story_(story) {}

    void print(const EntryView& entry) {
        if (!entry.body) {
            page_.text(2, page_.say({"Regel ", "Entry "}) + std::to_string(entry.sequence) +
                              page_.say({" is gewist.", " was erased."}));
            return;
        }
        const Body& body = *entry.body;
        if (!body.cause) {
            print_refused();
            print_head(body.occurred, body.person, body.role);
        }
        print_what(body);
        if (!body.cause) print_facts(body);
        if (body.decision && body.kind != EntryKind::migrated) print_decision(body, *body.decision);
        print_where(body);
        before_ = body.here;
    }

private:
    void print_head(const Moment& at, std::string who, const std::string& role) {
        if (!role.empty()) {
            if (who.empty()) who = page_.say({"zonder naam", "no name"});
            who += " (" + rulebook_.label(role, lang_) + ")";
        }
        page_.blank();
        page_.text(2, in_words(at).in(lang_) + (who.empty() ? "" : " · " + who));
    }

    void print_what(const Body& body) {
        if (body.cause) {
            page_.item(4, "•", page_.say({"Hierdoor begint:", "By this begins:"}));
            return;
        }
        if (body.kind == EntryKind::migrated) {
            const Json& to = *body.decision->decided;
            page_.item(4, "•",
                       page_.say({"Naar andere regels: ", "To other rules: "}) +
                           to.value("id", "") + " " + to.value("version", ""));
            page_.field(6, Text{"reden", "reason"}, body.decision->because);
            return;
        }
        if (body.kind == EntryKind::time) {
            page_.item(4, "•",
                       after_label(capital(rulebook_.label(body.event, lang_)),
                                   page_.say({"vanzelf, want de termijn was voorbij",
                                              "by itself, for its term was over"})));
            return;
        }
        const Turn* turn = next_turn(body);
        const std::string what = happening(body);
        page_.item(4, "•", turn ? after_label(what, turn->says.in(lang_)) : what);
    }

    std::string happening(const Body& body) const {
        if (body.event == begins_by_report) return page_.say({"Begin", "Start"});
        if (body.kind == EntryKind::noted) return page_.say({"Notitie", "Note"});
        return capital(rulebook_.label(body.event, lang_));
    }

    /// The message of the story that this entry came from; those that were refused are told of.
    const Turn* next_turn(const Body& body) {
        while (story_ && turn_ < story_->turns.size()) {
            const Turn& turn = story_->turns[turn_++];
            if (turn.time_passes) continue;
            if (turn.telling.at == body.occurred && turn.refused.empty()) return &turn;
        }
        return nullptr;
    }

    void print_refused() {
        for (; story_ && turn_ < story_->turns.size(); ++turn_) {
            const Turn& turn = story_->turns[turn_];
            if (turn.refused.empty()) return;
            print_head(turn.telling.at, turn.telling.by.person, turn.telling.by.role);
            page_.item(4, "✗",
                       page_.say({"Geweigerd (", "Refused ("}) + turn.refused +
                           page_.say({"), er is niets veranderd: ", "), nothing changed: "}) +
                           turn.says.in(lang_));
        }
    }

    void print_facts(const Body& body) {
        std::vector<std::string> told;
        for (const auto& [fact, value] : body.facts->items())
            if (!body.decision || fact != body.decision->fact)
                told.push_back(after_label(fact_label(rulebook_, fact, lang_),
                                           fact_words(rulebook_, fact, value, lang_)));
        if (!told.empty()) page_.field(6, Text{"verteld", "told"}, join(told, " · "));
    }

    /// What stands beside the advice, such as how heavy the signal weighs.
    void print_beside(const Body& body, const std::string& fact) {
        for (const KeptRuling& kept : body.rulings)
            if (stands_beside(kept.decision, fact))
                page_.field(
                    6, Text{"daarbij", "besides"},
                    after_label(rulebook_.label(kept.decision, lang_),
                                ruled_words(rulebook_, kept.decision, *kept.outcome, lang_)));
    }

    bool stands_beside(const std::string& decision, const std::string& fact) const {
        for (const RouteRules& route : rulebook_.routes())
            for (const StepRules& step : route.steps)
                for (const Decides& decides : step.decides)
                    if (decides.fact == fact && holds(decides.beside, decision)) return true;
        return false;
    }

    std::string no_advice(const KeptDecision& decision) const {
        return decision.unknown.empty() ? page_.say({"geen", "none"})
                                        : page_.say({"nog open, want niet alles is bekend",
                                                     "still open, for not all is known"});
    }

    void print_decision(const Body& body, const KeptDecision& decision) {
        const auto words = [&](const JsonBox& value) {
            return fact_words(rulebook_, decision.fact, *value, lang_);
        };
        page_.field(6, Text{"advies", "advice"},
                    decision.advice->is_null() ? no_advice(decision) : words(decision.advice));
        print_beside(body, decision.fact);
        std::string what = words(decision.decided);
        if (body.event.empty()) // else the event says of what
            what = after_label(fact_label(rulebook_, decision.fact, lang_), what);
        page_.field(6, Text{"besluit", "decided"},
                    what + page_.say({", door ", ", by "}) + body.person +
                        (decision.deviates
                             ? page_.say({" (anders dan het advies)", " (not as advised)"})
                             : ""));
        if (!decision.because.empty()) page_.field(6, Text{"omdat", "because"}, decision.because);
        std::vector<std::string> unknown;
        for (const std::string& fact : decision.unknown)
            unknown.push_back(fact_label(rulebook_, fact, lang_));
        if (!unknown.empty()) page_.field(6, Text{"onbekend", "not known"}, join(unknown, " · "));
    }

    void print_where(const Body& body) {
        for (const auto& [route, standing] : body.here) {
            const auto before = before_.find(route);
            std::vector<std::string> steps;
            for (const std::string& leaf : standing.leaves)
                if (!is_idle(route, leaf) &&
                    (before == before_.end() || !holds(before->second.leaves, leaf)))
                    steps.push_back(rulebook_.label(route + "." + leaf, lang_));
            if (!steps.empty())
                page_.field(6, Text{"nu", "now"},
                            capital(rulebook_.label(route, lang_)) + ": " + join(steps, " · "));
        }
    }

    Page& page_;
    Lang lang_;
    const Rulebook& rulebook_;
    const Scenario* story_;
    std::size_t turn_ = 0;
    std::map<std::string, Standing> before_;
};

} // namespace

void print_way(Page& page, const Case& report, const Scenario* story) {
    page.heading(Text{"ZO IS HET GEGAAN", "HOW IT WENT"});
    WayPrinter printer(page, report, story);
    for (const EntryView& entry : report.entries()) printer.print(entry);
}

} // namespace meldroute::inline v0
