// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/case_page.hpp"
#include "command/words.hpp"

#include <algorithm>
#include <set>

namespace meldroute::inline v0 {
namespace {

std::string reason(const Rulebook& rulebook, const DutyView& duty) {
    std::string why = "Want: " + place_words(rulebook, duty.route, duty.step);
    if (!duty.source.empty()) why += " (" + source_words(duty.source) + ")";
    if (!duty.certain) why += ". Of dit nodig is, is nog niet bekend";
    return why + ".";
}

void print_dated(Page& page, const Rulebook& rulebook, const DutyView& duty) {
    page.item(2, duty.late ? "• TE LAAT:" : "•", duty.label.in(Lang::nl));
    page.text(4, capital(due_words(duty)) + " · " + label(rulebook, duty.role));
    page.text(4, reason(rulebook, duty));
}

/// Duties of one role together, in the order of their first.
void print_undated(Page& page, const Rulebook& rulebook, const std::vector<DutyView>& duties) {
    std::set<std::string> done;
    for (const DutyView& first : duties) {
        if (first.due || !done.insert(first.role).second) continue;
        page.blank();
        page.text(2, capital(label(rulebook, first.role)) + ":");
        for (const DutyView& duty : duties) {
            if (duty.due || duty.role != first.role) continue;
            page.item(4, "•", duty.label.in(Lang::nl));
            page.text(6, reason(rulebook, duty));
        }
    }
}

bool has_due(const DutyView& duty) {
    return duty.due.has_value();
}

void print_owner(Page& page, const Rulebook& rulebook, const OwnerView& owner) {
    page.item(2, "•", place_words(rulebook, owner.route, owner.step));
    page.text(4, "Aan zet: " + (owner.role.empty() ? "niemand" : label(rulebook, owner.role)));
}

void print_calculation(Page& page, const Rulebook& rulebook, const DutyView& duty) {
    page.item(4, "→",
              after_label(capital(due_words(duty)),
                          duty.label.in(Lang::nl) + " (" + label(rulebook, duty.role) + ")"));
    for (const Text& line : duty.due->calculation) page.item(6, "–", line.in(Lang::nl));
}

} // namespace

void print_now(Page& page, const Case& report, const Moment& at) {
    page.heading("NU DOEN");
    for (const AlertView& alert : report.alerts())
        page.item(2, "!",
                  alert.label.in(Lang::nl) +
                      (alert.certain ? "" : " (niet bekend: vraag dit eerst)"));
    const auto duties = report.duties(at);
    for (const DutyView& duty : duties)
        if (has_due(duty)) print_dated(page, report.rulebook(), duty);
    if (std::none_of(duties.begin(), duties.end(), has_due))
        page.text(2, duties.empty()
                         ? "Er staat geen taak open."
                         : "Geen taak heeft een datum: geen bron noemt hier een termijn.");
    print_undated(page, report.rulebook(), duties);
}

void print_plan(Page& page, const Case& report, const Moment& at) {
    page.heading("WIE IS AAN ZET, EN HOE IS ELKE DATUM BEREKEND");
    const auto duties = report.duties(at);
    for (const OwnerView& owner : report.owners()) {
        print_owner(page, report.rulebook(), owner);
        for (const DutyView& duty : duties)
            if (duty.route == owner.route && duty.step == owner.step && has_due(duty))
                print_calculation(page, report.rulebook(), duty);
    }
}

void print_unknown(Page& page, const Case& report) {
    page.heading("NOG NIET BEKEND");
    const auto questions = report.questions(Lang::nl);
    std::set<std::string> said;
    for (const QuestionView& question : questions) {
        const std::string words = fact_label(report.rulebook(), question.fact);
        if (!said.insert(words).second) continue;
        page.item(2, "•",
                  words + (question.decision.empty()
                               ? ""
                               : " (voor: " + label(report.rulebook(), question.decision) + ")"));
    }
    if (questions.empty()) page.text(2, "Er is nu niets te vragen.");
}

void print_next_question(Page& page, const Case& report) {
    const auto questions = report.questions(Lang::nl);
    if (questions.empty()) return;
    page.heading("DE VOLGENDE VRAAG");
    const QuestionView& next = questions.front();
    const std::string who =
        next.who.empty() || next.who == "melder" ? "de melder" : label(report.rulebook(), next.who);
    page.text(2, "Vraag aan " + who + ": «" + next.words + "»");
}

} // namespace meldroute::inline v0
