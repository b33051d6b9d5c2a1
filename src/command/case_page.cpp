// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/case_page.hpp"
#include "command/words.hpp"

#include <algorithm>
#include <set>

namespace meldroute::inline v0 {
namespace {

std::string reason(const Rulebook& rulebook, const DutyView& duty, Lang lang) {
    std::string why =
        Text{"Want: ", "Because: "}.in(lang) + place_words(rulebook, duty.route, duty.step, lang);
    if (!duty.source.empty()) why += " (" + source_words(duty.source, lang) + ")";
    if (!duty.certain)
        why += Text{". Of dit nodig is, is nog niet bekend",
                    ". Whether this is needed is not known yet"}
                   .in(lang);
    return why + ".";
}

void print_dated(Page& page, const Rulebook& rulebook, const DutyView& duty) {
    const Lang lang = page.lang();
    page.item(2, duty.late ? page.say({"• TE LAAT:", "• LATE:"}) : "•", duty.label.in(lang));
    page.text(4, capital(due_words(duty, lang)) + " · " + rulebook.label(duty.role, lang));
    page.text(4, reason(rulebook, duty, lang));
}

/// Duties of one role together, in the order of their first.
void print_undated(Page& page, const Rulebook& rulebook, const std::vector<DutyView>& duties) {
    std::set<std::string> done;
    for (const DutyView& first : duties) {
        if (first.due || !done.insert(first.role).second) continue;
        page.blank();
        page.text(2, capital(rulebook.label(first.role, page.lang())) + ":");
        for (const DutyView& duty : duties) {
            if (duty.due || duty.role != first.role) continue;
            page.item(4, "•", duty.label.in(page.lang()));
            page.text(6, reason(rulebook, duty, page.lang()));
        }
    }
}

bool has_due(const DutyView& duty) {
    return duty.due.has_value();
}

void print_owner(Page& page, const Rulebook& rulebook, const OwnerView& owner) {
    page.item(2, "•", place_words(rulebook, owner.route, owner.step, page.lang()));
    page.text(4, page.say({"Aan zet: ", "To act: "}) +
                     (owner.role.empty() ? page.say({"niemand", "nobody"})
                                         : rulebook.label(owner.role, page.lang())));
}

void print_calculation(Page& page, const Rulebook& rulebook, const DutyView& duty) {
    const Lang lang = page.lang();
    page.item(4, "→",
              after_label(capital(due_words(duty, lang)),
                          duty.label.in(lang) + " (" + rulebook.label(duty.role, lang) + ")"));
    for (const Text& line : duty.due->calculation) page.item(6, "–", line.in(lang));
}

} // namespace

void print_now(Page& page, const Case& report, const Moment& at) {
    page.heading(Text{"NU DOEN", "DO NOW"});
    for (const AlertView& alert : report.alerts())
        page.item(2, "!",
                  alert.label.in(page.lang()) + (alert.certain
                                                     ? ""
                                                     : page.say({" (niet bekend: vraag dit eerst)",
                                                                 " (not known: ask this first)"})));
    const auto duties = report.duties(at);
    for (const DutyView& duty : duties)
        if (has_due(duty)) print_dated(page, report.rulebook(), duty);
    if (std::none_of(duties.begin(), duties.end(), has_due))
        page.text(2, duties.empty()
                         ? Text{"Er staat geen taak open.", "No duty is open."}
                         : Text{"Geen taak heeft een datum: geen bron noemt hier een termijn.",
                                "No duty has a date: no source gives a term here."});
    print_undated(page, report.rulebook(), duties);
}

void print_plan(Page& page, const Case& report, const Moment& at) {
    page.heading(Text{"WIE IS AAN ZET, EN HOE IS ELKE DATUM BEREKEND",
                      "WHO IS TO ACT, AND HOW EACH DATE WAS COUNTED"});
    const auto duties = report.duties(at);
    const auto owners = report.owners();
    if (owners.empty()) page.text(2, Text{"Niemand: alles is gedaan.", "Nobody: all is done."});
    for (const OwnerView& owner : owners) {
        print_owner(page, report.rulebook(), owner);
        for (const DutyView& duty : duties)
            if (duty.route == owner.route && duty.step == owner.step && has_due(duty))
                print_calculation(page, report.rulebook(), duty);
    }
}

void print_unknown(Page& page, const Case& report) {
    page.heading(Text{"NOG NIET BEKEND", "NOT KNOWN YET"});
    const auto questions = report.questions(page.lang());
    std::set<std::string> said;
    for (const QuestionView& question : questions) {
        const std::string words = fact_label(report.rulebook(), question.fact, page.lang());
        if (!said.insert(words).second) continue;
        page.item(2, "•",
                  words +
                      (question.decision.empty()
                           ? ""
                           : page.say({" (voor: ", " (for: "}) +
                                 report.rulebook().label(question.decision, page.lang()) + ")"));
    }
    if (questions.empty())
        page.text(2, Text{"Er is nu niets te vragen.", "There is nothing to ask now."});
}

void print_next_question(Page& page, const Case& report) {
    const auto questions = report.questions(page.lang());
    if (questions.empty()) return;
    page.heading(Text{"DE VOLGENDE VRAAG", "THE NEXT QUESTION"});
    const QuestionView& next = questions.front();
    const std::string who = next.who.empty() || next.who == "melder"
                                ? page.say({"de melder", "the reporter"})
                                : report.rulebook().label(next.who, page.lang());
    page.text(2, page.say({"Vraag aan ", "Ask "}) + who + ": «" + next.words + "»");
}

void print_contacts(Page& page, const Case& report, const std::string& role) {
    const auto contacts = report.contacts(role);
    if (contacts.empty()) return;
    page.heading(Text{"ZO BEREIKT U WIE HET KREEG", "HOW TO REACH WHO GOT IT"});
    for (const ContactView& contact : contacts)
        page.item(
            2, "•",
            after_label(report.rulebook().label(contact.partner, page.lang()),
                        contact.number +
                            (contact.when.empty() ? "" : " (" + page.say(contact.when) + ")")));
}

} // namespace meldroute::inline v0
