// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"
#include "command/kept.hpp"
#include "command/people_page.hpp"
#include "command/roster_file.hpp"
#include "command/times.hpp"

#include <meldroute/agenda/words.hpp>

#include <nlohmann/json.hpp>

#include <charconv>
#include <ostream>

namespace meldroute::inline v0 {
namespace {

/// The rules that are named, or those of the newest case: they say which roles there are.
std::shared_ptr<const Rulebook> rules_for(const Arguments& args, Register& kept) {
    if (args.has("--rules")) return Rulebook::load(args.value("--rules"));
    if (auto rulebook = any_rulebook(kept)) return rulebook;
    throw WrongUse({"er is nog geen zaak in dit register: noem de regels met --rules MAP",
                    "no case is in this register yet: name the rules with --rules FOLDER"});
}

Said said_in(const Arguments& args) {
    if (!args.has("--by"))
        throw WrongUse({"zeg met --by PERSOON wie dit zegt", "say with --by PERSON who says so"});
    return {{args.value("--by"), ""}, now()};
}

std::int64_t number_in(const std::string& text) {
    std::int64_t number = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (read.ec != std::errc() || read.ptr != end)
        throw WrongUse({"achter --end hoort het nummer van een aanwijzing",
                        "the number of an appointment should stand after --end"});
    return number;
}

int add(Desk& desk, const Arguments& args, std::ostream& out) {
    const Said said = said_in(args);
    const RosterFile file = read_roster(args.value("--add"));
    const auto before = desk.appointments().size();
    desk.appoint(file.appointments, said, file.places);
    const auto written = desk.appointments().size() - before;
    out << args.say({"Opgeschreven: ", "Written down: "}) << written
        << args.say({", er stonden er al: ", ", there already: "})
        << file.appointments.size() - written << ".\n";
    return 0;
}

int end(Desk& desk, const Arguments& args, std::ostream& out) {
    const Said said = said_in(args);
    if (!args.has("--on"))
        throw WrongUse({"zeg met --on DAG wat de laatste dag is, of op welk tijdstip het eindigt",
                        "say with --on DAY which day is the last, or at what time it ends"});
    desk.end_appointment(number_in(args.value("--end")), read_until(args.value("--on")), said);
    out << args.say({"Opgeschreven: aanwijzing ", "Written down: appointment "})
        << args.value("--end") << args.say({" is beëindigd.\n", " is ended.\n"});
    return 0;
}

void print(Page& page, const Rulebook& rulebook, const std::vector<RoleView>& people,
           const Moment& at) {
    page.title(page.say({"Wie doet wat, ", "Who does what, "}) + page.say(in_words(at)));
    print_people(page, rulebook, people);
}

int show(Desk& desk, const Rulebook& rulebook, const Arguments& args, std::ostream& out) {
    const Moment at = moment_or_now(args, "--at");
    const auto people = desk.people(at);
    Page page(out, args.lang());
    if (args.has("--json"))
        out << json_of_people(people, at).dump(2) << "\n";
    else
        print(page, rulebook, people, at);
    return desk.unfilled(at).empty() ? 0 : 1;
}

} // namespace

int command_people(const Arguments& args, std::ostream& out) {
    args.want(1, 1);
    if (args.has("--add") && args.has("--end"))
        throw WrongUse({"--add en --end gaan niet samen", "--add and --end do not go together"});
    auto kept = open_existing(args[0]);
    const auto rulebook = rules_for(args, *kept);
    kept.reset();
    Desk desk(args[0], rulebook);
    if (args.has("--add")) return add(desk, args, out);
    if (args.has("--end")) return end(desk, args, out);
    return show(desk, *rulebook, args, out);
}

} // namespace meldroute::inline v0
