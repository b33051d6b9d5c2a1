// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/people_page.hpp"

#include "command/roster_file.hpp"
#include "command/words.hpp"
#include "register/roster_entries.hpp"

#include <meldroute/agenda/words.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

bool begins_a_day(const Moment& moment) {
    return start_of_day(amsterdam_date(moment)) == moment;
}

std::string from_words(const Moment& from, Lang lang) {
    return Text{"van ", "from "}.in(lang) +
           (begins_a_day(from) ? in_words(amsterdam_date(from)) : in_words(from)).in(lang);
}

/// As it was written: a day that counts as a whole, or a time.
std::string until_words(const std::optional<Moment>& until, Lang lang) {
    if (!until) return Text{", zonder einde", ", without an end"}.in(lang);
    if (!begins_a_day(*until)) return Text{" tot ", " to "}.in(lang) + in_words(*until).in(lang);
    const Date last = amsterdam_date(*until).plus_days(-1);
    return Text{" tot en met ", " up to and including "}.in(lang) + in_words(last).in(lang);
}

std::string words(const Appointed& one, Lang lang) {
    std::string words = one.what.person;
    if (!one.what.lender.empty())
        words += Text{", geleend van ", ", borrowed from "}.in(lang) + one.what.lender;
    words += ", " + from_words(one.what.from, lang) + until_words(one.until(), lang);
    words += Text{" · nummer ", " · number "}.in(lang) + std::to_string(one.number);
    return words + Text{", gezegd door ", ", said by "}.in(lang) + one.said.by.person;
}

void print_all(Page& page, const std::vector<Appointed>& all) {
    for (const Appointed& one : all)
        page.field(4, kind_words(one.what.kind), words(one, page.lang()));
}

std::vector<std::string> persons_in(const std::vector<Appointed>& all) {
    std::vector<std::string> persons;
    for (const Appointed& one : all) persons.push_back(one.what.person);
    return persons;
}

void print_filled(Page& page, const Rulebook& rulebook, const RoleView& view) {
    page.blank();
    page.text(2, capital(rulebook.label(view.role, page.lang())));
    page.field(4, Text{"aan zet", "acts"}, join(persons_in(view.filled.acting())));
    print_all(page, view.filled.on_call);
    print_all(page, view.filled.stand_ins);
    print_all(page, view.filled.holders);
}

/// Roles that nobody fills, with or without work that waits.
void print_empty(Page& page, const Rulebook& rulebook, const std::vector<RoleView>& people,
                 bool work, const Text& heading) {
    bool first = true;
    for (const RoleView& view : people) {
        if (view.owns_work != work || !view.filled.acting().empty()) continue;
        if (first) page.heading(heading);
        first = false;
        page.item(2, work ? "!" : "•", capital(rulebook.label(view.role, page.lang())));
    }
}

Json json_of(const std::vector<Appointed>& all) {
    Json list = Json::array();
    for (const Appointed& one : all) {
        const auto until = one.until();
        list.push_back({{"number", one.number},
                        {"person", one.what.person},
                        {"kind", word_of(one.what.kind)},
                        {"from", one.what.from.iso()},
                        {"until", until ? Json(until->iso()) : Json()},
                        {"lender", one.what.lender},
                        {"by", one.said.by.person},
                        {"recorded", one.said.recorded.iso()}});
    }
    return list;
}

} // namespace

void print_people(Page& page, const Rulebook& rulebook, const std::vector<RoleView>& people) {
    for (const RoleView& view : people)
        if (!view.filled.acting().empty()) print_filled(page, rulebook, view);
    print_empty(page, rulebook, people, true,
                {"NIEMAND VERVULT DEZE ROLLEN, EN ER WACHT WERK",
                 "NOBODY FILLS THESE ROLES, AND WORK WAITS"});
    print_empty(page, rulebook, people, false,
                {"NIEMAND VERVULT DEZE ROLLEN; ER WACHT GEEN WERK",
                 "NOBODY FILLS THESE ROLES; NO WORK WAITS"});
}

Json json_of_people(const std::vector<RoleView>& people, const Moment& at) {
    Json json{{"at", at.iso()}, {"roles", Json::array()}, {"unfilled", Json::array()}};
    for (const RoleView& view : people) {
        const auto& acting = view.filled.acting();
        if (view.owns_work && acting.empty()) json["unfilled"].push_back(view.role);
        json["roles"].push_back({{"role", view.role},
                                 {"acting", persons_in(acting)},
                                 {"on-call", json_of(view.filled.on_call)},
                                 {"stand-ins", json_of(view.filled.stand_ins)},
                                 {"holders", json_of(view.filled.holders)},
                                 {"owns-work", view.owns_work}});
    }
    return json;
}

} // namespace meldroute::inline v0
