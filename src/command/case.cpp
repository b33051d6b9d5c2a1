// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/case_page.hpp"
#include "command/commands.hpp"
#include "command/kept.hpp"
#include "command/people_page.hpp"
#include "command/times.hpp"
#include "command/words.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>
#include <set>

namespace meldroute::inline v0 {
namespace {

int list(Register& kept, const Arguments& args, std::ostream& out) {
    const bool json = args.has("--json");
    Json lines = Json::array();
    for (const CaseLine& line : kept.cases())
        if (json)
            lines.push_back(
                {{"id", line.id.hex()}, {"alias", line.alias}, {"entries", line.entries}});
        else
            out << line.id.hex() << "  " << padded(line.alias, 24) << " " << line.entries
                << args.say(line.entries == 1 ? Text{" regel", " entry"}
                                              : Text{" regels", " entries"})
                << "\n";
    if (json) out << lines.dump(2) << "\n";
    return 0;
}

bool holds(const std::vector<std::string>& all, const std::string& one) {
    return std::find(all.begin(), all.end(), one) != all.end();
}

/// What becomes other; where other tracks stay is not said again.
std::string words_of(const Page& page, const Case& report, const std::string& route,
                     const std::vector<std::string>& steps) {
    const auto here = report.here();
    std::vector<std::string> places;
    for (const auto& step : steps)
        if (!holds(here, step))
            places.push_back(report.rulebook().label(route + "." + step, page.lang()));
    if (!places.empty()) return join(places, " · ");
    const auto standing = report.standing();
    for (const auto& leaf : standing.at(route).leaves)
        if (holds(here, leaf) && !holds(steps, leaf))
            return page.say({"niemand hoeft hier dan nog iets", "then nobody owes anything here"});
    return page.say({"alles blijft waar het staat", "all stays where it is"});
}

/// What it would take, and each place where it could lead.
void print_outlook(Page& page, const Case& report, const OptionView& option) {
    std::vector<std::string> needs;
    for (const auto& fact : option.needs)
        needs.push_back(fact_label(report.rulebook(), fact, page.lang()));
    if (!needs.empty()) page.field(4, Text{"nodig", "needs"}, join(needs, " · "));
    for (const auto& steps : option.leads_to)
        page.field(4, Text{"daarna", "then"}, words_of(page, report, option.route, steps));
}

void print_options(Page& page, const Case& report) {
    page.heading(Text{"WAT ER NU VERTELD KAN WORDEN", "WHAT MAY BE TOLD NOW"});
    for (const OptionView& option : report.options()) {
        if (!option.possible) continue;
        std::string line =
            report.rulebook().label(option.event, page.lang()) + " (" + option.event + ")";
        if (option.deciding)
            line += page.say({", door ", ", by "}) +
                    (option.by.empty() ? page.say({"een persoon met naam", "a named person"})
                                       : report.rulebook().label(option.by, page.lang()));
        if (!option.unknown.empty())
            line += page.say({"; nog onbekend: ", "; not known yet: "}) + join(option.unknown);
        page.item(2, "•", line);
        print_outlook(page, report, option);
    }
}

std::set<std::string> roles_of(const Case& report, const Moment& at) {
    std::set<std::string> roles;
    for (const OwnerView& owner : report.owners()) roles.insert(owner.role);
    for (const DutyView& duty : report.duties(at)) roles.insert(duty.role);
    return roles;
}

/// Where the register says who fills a role, behind each role of this case.
void print_persons(Page& page, Desk& desk, const Case& report, const Moment& at) {
    if (desk.appointments().empty()) return;
    auto people = desk.people(at);
    const auto roles = roles_of(report, at);
    std::erase_if(people, [&](const RoleView& one) { return !roles.contains(one.role); });
    page.heading(Text{"WIE DAT NU ZIJN", "WHO THEY ARE NOW"});
    print_people(page, report.rulebook(), people);
}

Json rulings_of(const OptionView& option) {
    Json rulings = Json::object();
    for (const KeptRuling& ruling : option.rulings) rulings[ruling.decision] = *ruling.outcome;
    return rulings;
}

Json as_json(const Case& report, const Moment& at) {
    Json json{{"id", report.id().hex()}, {"alias", report.alias()}, {"here", report.here()},
              {"duties", Json::array()}, {"owners", Json::array()}, {"options", Json::array()}};
    for (const DutyView& duty : report.duties(at)) {
        const bool dated = duty.due && duty.due->date;
        json["duties"].push_back({{"id", duty.id},
                                  {"route", duty.route},
                                  {"step", duty.step},
                                  {"role", duty.role},
                                  {"late", duty.late},
                                  {"certain", duty.certain},
                                  {"persons", duty.persons},
                                  {"due", dated ? Json(duty.due->date->iso()) : Json()}});
    }
    for (const OwnerView& owner : report.owners(at))
        json["owners"].push_back({{"route", owner.route},
                                  {"step", owner.step},
                                  {"role", owner.role},
                                  {"persons", owner.persons}});
    for (const OptionView& option : report.options())
        if (option.possible)
            json["options"].push_back({{"route", option.route},
                                       {"event", option.event},
                                       {"deciding", option.deciding},
                                       {"by", option.by},
                                       {"needs", option.needs},
                                       {"leads-to", option.leads_to},
                                       {"rulings", rulings_of(option)}});
    return json;
}

int show(const Arguments& args, std::shared_ptr<const Rulebook> rulebook, std::ostream& out) {
    Desk desk(args[0], std::move(rulebook));
    const Case report = desk.open(args[1]);
    const std::string role =
        args.has("--role") ? report.rulebook().role(args.value("--role")).id : std::string();
    const Moment at = moment_or_now(args, "--at");
    if (args.has("--json")) {
        out << as_json(report, at).dump(2) << "\n";
        return 0;
    }
    Page page(out, args.lang());
    page.title(page.say({"Zaak ", "Case "}) +
               (report.alias().empty() ? report.id().hex() : report.alias()));
    print_now(page, report, at);
    print_way(page, report, nullptr);
    print_plan(page, report, at);
    print_persons(page, desk, report, at);
    print_unknown(page, report);
    print_next_question(page, report);
    print_options(page, report);
    print_contacts(page, report, role);
    return 0;
}

} // namespace

int command_case(const Arguments& args, std::ostream& out) {
    args.want(1, 3);
    if (args[0] == "migrate") return command_migrate(args, out);
    args.want(1, 2);
    for (const char* option : {"--moves", "--by", "--because"})
        if (args.has(option))
            throw WrongUse({std::string(option) + " hoort bij case migrate",
                            std::string(option) + " goes with case migrate"});
    if (args.has("--decisions")) return command_decided(args, out);
    auto kept = open_existing(args[0]);
    if (args.has("--verify")) {
        const Verified verified = kept->verify();
        out << args.say({"De keten klopt: ", "The chain is whole: "}) << verified.entries
            << args.say({" regels in ", " entries in "}) << verified.cases
            << args.say({" zaken, ", " cases, "}) << verified.erased
            << args.say({" gewist.\n", " erased.\n"});
        return 0;
    }
    if (args.words().size() == 1) return list(*kept, args, out);
    auto rulebook = rulebook_of(*kept, args[1]);
    kept.reset();
    return show(args, std::move(rulebook), out);
}

} // namespace meldroute::inline v0
