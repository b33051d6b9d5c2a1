// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is late in a register, and what the passing of time does in it.

#include "command/commands.hpp"
#include "command/kept.hpp"
#include "command/page.hpp"
#include "command/times.hpp"
#include "command/words.hpp"

#include <meldroute/agenda/words.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace meldroute::inline v0 {
namespace {

std::string name_of(const CaseId& id, const std::string& alias) {
    return alias.empty() ? id.hex() : alias;
}

/// Each case has its own rulebook; a desk for an existing register wants any of them. Nothing when
/// there is no case.
std::optional<Desk> desk_of(const std::string& file) {
    auto rulebook = any_rulebook(*open_existing(file));
    if (!rulebook) return {};
    return Desk(file, std::move(rulebook));
}

// ── Late ─────────────────────────────────────────────────────────────────────────────────────

std::vector<LateView> late_for(Desk& desk, const Moment& at, const Arguments& args) {
    auto late = desk.late(at);
    if (args.has("--role"))
        std::erase_if(late, [role = args.value("--role")](const LateView& one) {
            return one.duty.role != role;
        });
    return late;
}

Json as_json(const LateView& one) {
    const Due& due = *one.duty.due;
    return {{"case", one.case_id.hex()},
            {"key", one.alias},
            {"route", one.duty.route},
            {"step", one.duty.step},
            {"duty", one.duty.id},
            {"role", one.duty.role},
            {"due", due.moment ? due.moment->iso() : due.date->iso()},
            {"certain", one.duty.certain},
            {"unseen", one.duty.unseen}};
}

void print(Page& page, const Rulebook& rulebook, const LateView& one) {
    const Lang lang = page.lang();
    page.blank();
    page.item(2, "•", name_of(one.case_id, one.alias) + ": " + one.duty.label.in(lang));
    page.text(4, capital(due_words(one.duty, lang)) + " · " + rulebook.label(one.duty.role, lang) +
                     " · " + place_words(rulebook, one.duty.route, one.duty.step, lang));
    if (one.duty.unseen)
        page.text(4, Text{"Verlopen terwijl niemand naar deze zaak keek.",
                          "It ran out while nobody looked at this case."});
}

void print_late(Page& page, std::optional<Desk>& desk, const Moment& at,
                const std::vector<LateView>& late) {
    page.title(page.say({"Te laat op ", "Late on "}) + page.say(in_words(at)));
    if (late.empty()) page.text(2, Text{"Niets is te laat.", "Nothing is late."});
    for (const LateView& one : late) print(page, desk->open(one.case_id.hex()).rulebook(), one);
}

// ── Time that passes ─────────────────────────────────────────────────────────────────────────

Json as_json(const PassedView& one) {
    return {{"case", one.case_id.hex()},   {"key", one.alias},
            {"route", one.time_out.route}, {"step", one.time_out.step},
            {"duty", one.time_out.duty},   {"event", one.time_out.event},
            {"at", one.time_out.at.iso()}, {"refused", one.refused}};
}

void print(Page& page, const Rulebook& rulebook, const PassedView& one) {
    const Lang lang = page.lang();
    page.blank();
    page.item(2, one.refused.empty() ? "•" : "✗",
              after_label(name_of(one.case_id, one.alias),
                          rulebook.label(one.time_out.event, lang) +
                              (one.refused.empty()
                                   ? ""
                                   : page.say({" kan niet vanzelf (", " cannot by itself ("}) +
                                         one.refused + ")")));
    page.text(4, place_words(rulebook, one.time_out.route, one.time_out.step, lang) +
                     page.say({": de termijn was voorbij op ", ": the term was over on "}) +
                     page.say(in_words(one.time_out.at)));
}

void print_passed(Page& page, std::optional<Desk>& desk, const Moment& until,
                  const std::vector<PassedView>& passed) {
    page.title(page.say({"De tijd is verstreken tot ", "Time has passed until "}) +
               page.say(in_words(until)));
    if (passed.empty()) page.text(2, Text{"Er is niets gebeurd.", "Nothing happened."});
    for (const PassedView& one : passed) print(page, desk->open(one.case_id.hex()).rulebook(), one);
}

template <class Views>
void print_json(const Views& views, std::ostream& out) {
    Json lines = Json::array();
    for (const auto& one : views) lines.push_back(as_json(one));
    out << lines.dump(2) << "\n";
}

} // namespace

int command_late(const Arguments& args, std::ostream& out) {
    args.want(1, 1);
    const Moment at = moment_or_now(args, "--at");
    auto desk = desk_of(args[0]);
    const auto late = desk ? late_for(*desk, at, args) : std::vector<LateView>{};
    Page page(out, args.lang());
    if (args.has("--json"))
        print_json(late, out);
    else
        print_late(page, desk, at, late);
    return late.empty() ? 0 : 1;
}

int command_pass_time(const Arguments& args, std::ostream& out) {
    args.want(1, 1);
    const Moment until = moment_or_now(args, "--until");
    auto desk = desk_of(args[0]);
    const auto passed = desk ? desk->pass_time(until) : std::vector<PassedView>{};
    Page page(out, args.lang());
    if (args.has("--json"))
        print_json(passed, out);
    else
        print_passed(page, desk, until, passed);
    return std::all_of(passed.begin(), passed.end(),
                       [](const auto& p) { return p.refused.empty(); })
               ? 0
               : 1;
}

} // namespace meldroute::inline v0
