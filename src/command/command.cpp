// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/command.hpp"

#include "command/commands.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/base/id.hpp>

#include <algorithm>
#include <exception>
#include <ostream>

namespace meldroute::inline v0 {
namespace {

struct Command {
    const char* name;
    Text usage, what;
    int (*run)(const Arguments&, std::ostream&);
    std::vector<std::string> options, flags;
};

const std::vector<Command>& commands() {
    static const std::vector<Command> all{
        {"demo",
         {"demo [--out MAP]", "demo [--out FOLDER]"},
         {"laat zien hoe de meldingen uit de voorbeelden gaan",
          "shows how the reports of the examples go"},
         command_demo,
         {"--out", "--rules", "--reports"},
         {}},
        {"check",
         {"check MAP [--json] | check MAP --watch [--reports MAP]",
          "check FOLDER [--json] | check FOLDER --watch [--reports FOLDER]"},
         {"kijkt een map met regels na, met --watch telkens als u iets opslaat",
          "looks through a folder of rules, with --watch each time that you save"},
         command_check,
         {"--reports"},
         {"--json", "--watch"}},
        {"diff",
         {"diff OUD NIEUW [--register REGISTER] [--json]",
          "diff OLD NEW [--register REGISTER] [--json]"},
         {"wat verandert er tussen twee versies of gemeenten, en voor wie?",
          "what changes between two versions or municipalities, and for whom?"},
         command_diff,
         {"--register"},
         {"--json"}},
        {"test",
         {"test MAP… [BESTAND…] [--coverage] [--mutate] [--json]",
          "test FOLDER… [FILE…] [--coverage] [--mutate] [--json]"},
         {"draait de tests die bij de regels staan, of zegt wat ze niet raken en niet merken",
          "runs the tests beside the rules, or says what they do not touch and do not notice"},
         command_test,
         {},
         {"--coverage", "--mutate", "--json"}},
        {"decide",
         {"decide MAP BESLISSING [FEITEN.json|-] [--role ROL] [--receipt BESTAND] [--json]",
          "decide FOLDER DECISION [FACTS.json|-] [--role ROLE] [--receipt FILE] [--json]"},
         {"wat zeggen de regels, en waarom?", "what do the rules say, and why?"},
         command_decide,
         {"--role", "--receipt"},
         {"--json"}},
        {"explain",
         {"explain MAP MELDING.json|- [BESLISSING] [--role ROL] [--towards UITKOMST] "
          "[--receipt BESTAND] [--json]",
          "explain FOLDER REPORT.json|- [DECISION] [--role ROLE] [--towards OUTCOME] "
          "[--receipt FILE] [--json]"},
         {"waarom, waarom niet anders, en wat maakt het anders?",
          "why, why not otherwise, and what would make it so?"},
         command_explain,
         {"--role", "--towards", "--receipt"},
         {"--json"}},
        {"bundle",
         {"bundle MAP -o BESTAND [--sign GEHEIM.pem]", "bundle FOLDER -o FILE [--sign SECRET.pem]"},
         {"één bestand van een map en de lagen erboven, desgewenst ondertekend",
          "one file of a folder and the layers above it, signed if you wish"},
         command_bundle,
         {"-o", "--sign"},
         {}},
        {"table",
         {"table export MAP BESLISSING [-o BESTAND.csv] | table import MAP BESLISSING BESTAND.csv",
          "table export FOLDER DECISION [-o FILE.csv] | table import FOLDER DECISION FILE.csv"},
         {"een tabel bewerken in Excel: eruit, en weer erin",
          "a table to be edited in Excel: out, and in again"},
         command_table,
         {"-o"},
         {}},
        {"versions",
         {"versions PLANK REGELBOEK [--on DATUM] [--json]",
          "versions SHELF RULEBOOK [--on DATE] [--json]"},
         {"welke versies er zijn, of welke er op een dag geldt",
          "which versions there are, or which one holds on a day"},
         command_versions,
         {"--on"},
         {"--json"}},
        {"verify",
         {"verify BESTAND --key OPENBAAR.pem", "verify FILE --key PUBLIC.pem"},
         {"heeft de houder van deze sleutel dit regelboek ondertekend?",
          "did the holder of this key sign this rulebook?"},
         command_verify,
         {"--key"},
         {}},
        {"batch",
         {"batch MAP BESTAND.ndjson|BESTAND.csv|- --decision ID[,ID…] [--keep KOLOM,…] [--needed]\n"
          "                  [--out BESTAND] [--threads AANTAL]",
          "batch FOLDER FILE.ndjson|FILE.csv|- --decision ID[,ID…] [--keep COLUMN,…] [--needed]\n"
          "                  [--out FILE] [--threads NUMBER]"},
         {"wat zeggen de regels over een bestand vol meldingen?",
          "what do the rules say of a file full of reports?"},
         command_batch,
         {"--decision", "--keep", "--out", "--threads"},
         {"--needed"}},
        {"case",
         {"case REGISTER [ZAAK] [--at MOMENT] [--role ROL] [--json] | case REGISTER --decisions\n"
          "                  [--json] | case migrate REGISTER MAP [--moves NAMEN.json]\n"
          "                  [--by PERSOON --role ROL --because REDEN]",
          "case REGISTER [CASE] [--at MOMENT] [--role ROLE] [--json] | case REGISTER --decisions\n"
          "                  [--json] | case migrate REGISTER FOLDER [--moves NAMES.json]\n"
          "                  [--by PERSON --role ROLE --because REASON]"},
         {"de zaken in een register, of één zaak; hoe vaak mensen anders beslisten dan "
          "geadviseerd; wat\n"
          "      er verandert als open zaken naar andere regels gaan, en met een naam gaan ze",
          "the cases in a register, or one of them; how often people decided other than advised;\n"
          "      what changes when open cases go by other rules, and with a name they go"},
         command_case,
         {"--at", "--moves", "--by", "--role", "--because"},
         {"--verify", "--decisions", "--json"}},
        {"late",
         {"late REGISTER [--at MOMENT] [--role ROL] [--json]",
          "late REGISTER [--at MOMENT] [--role ROLE] [--json]"},
         {"wat er te laat is, in elke zaak", "what is late, in every case"},
         command_late,
         {"--at", "--role"},
         {"--json"}},
        {"pass-time",
         {"pass-time REGISTER [--until MOMENT] [--json]",
          "pass-time REGISTER [--until MOMENT] [--json]"},
         {"laat de tijd verstrijken: wat vanzelf afloopt, wordt een regel in de zaak",
          "lets time pass: what ends by itself becomes an entry of its case"},
         command_pass_time,
         {"--until"},
         {"--json"}},
        {"people",
         {"people REGISTER [--at MOMENT] [--json] | people REGISTER --add BESTAND.csv|.json\n"
          "                  --by PERSOON [--rules MAP] | people REGISTER --end NUMMER --on DAG\n"
          "                  --by PERSOON",
          "people REGISTER [--at MOMENT] [--json] | people REGISTER --add FILE.csv|.json\n"
          "                  --by PERSON [--rules FOLDER] | people REGISTER --end NUMBER --on DAY\n"
          "                  --by PERSON"},
         {"wie nu welke rol vervult, wie vervangt, wie piket heeft, en waar niemand is",
          "who fills which role now, who stands in, who is on call, and where nobody is"},
         command_people,
         {"--at", "--add", "--end", "--on", "--by", "--rules"},
         {"--json"}},
        {"draw",
         {"draw MAP [ROUTE] | draw REGISTER ZAAK [ROUTE] | draw ROUTE [--as svg|mermaid|dot]\n"
          "                  [-o BESTAND|MAP]",
          "draw FOLDER [ROUTE] | draw REGISTER CASE [ROUTE] | draw ROUTE [--as svg|mermaid|dot]\n"
          "                  [-o FILE|FOLDER]"},
         {"tekent een route, of de weg van een zaak", "draws a route, or the way of a case"},
         command_draw,
         {"--as", "-o"},
         {}},
    };
    return all;
}

const Text promise{"meldroute: geen melding van mensenhandel raakt zoek.\n\n",
                   "meldroute: no report of human trafficking gets lost.\n\n"};
const Text notes{
    "\nmeldroute demo leest ook andere regels en meldingen: --rules MAP, --reports MAP.\n"
    "meldroute case REGISTER --verify kijkt na of er niets in het register veranderd is.\n"
    "--role: wie leest. Wat een rol van een persoon mag zien, staat in roles.json.\n"
    "--json schrijft voor programma's, --lang en in het Engels. Slot: 0 is goed, 1 er is iets\n"
    "gevonden, 2 verkeerd gebruikt.\n",
    "\nmeldroute demo reads other rules and reports too: --rules FOLDER, --reports FOLDER.\n"
    "meldroute case REGISTER --verify looks whether anything in the register was changed.\n"
    "--role: who reads. What a role may see of a person stands in roles.json.\n"
    "--json writes for programs, --lang nl in Dutch. Exit: 0 is fine, 1 something was found,\n"
    "2 wrong use.\n"};

void help(const Command& command, std::ostream& out, Lang lang) {
    out << "  meldroute " << command.usage.in(lang) << "\n      " << command.what.in(lang) << "\n";
}

void help(std::ostream& out, Lang lang) {
    out << promise.in(lang);
    for (const Command& command : commands()) help(command, out, lang);
    out << notes.in(lang);
}

const Command* find(const std::string& name) {
    for (const Command& command : commands())
        if (name == command.name) return &command;
    return nullptr;
}

WrongUse unknown(const std::string& name) {
    std::vector<std::string> names;
    for (const Command& command : commands()) names.emplace_back(command.name);
    const std::string near = nearest(name, names);
    return WrongUse({"de opdracht \"" + name + "\" is er niet" +
                         (near.empty() ? "" : "; bedoelde u \"" + near + "\"?"),
                     "there is no command \"" + name + "\"" +
                         (near.empty() ? "" : "; did you mean \"" + near + "\"?")});
}

int dispatch(std::span<const std::string> args, Lang lang, std::ostream& out) {
    const Command* command = find(args[0]);
    if (!command) throw unknown(args[0]);
    for (const auto& word : args.subspan(1))
        if (word == "-h" || word == "--help") return help(*command, out, lang), 0;
    try {
        return command->run(Arguments(args.subspan(1), command->options, command->flags, lang),
                            out);
    } catch (const WrongUse& wrong) {
        throw WrongUse({wrong.words().nl + "\nzo: meldroute " + command->usage.nl,
                        wrong.words().en + "\nlike this: meldroute " + command->usage.en});
    }
}

/// The language stands anywhere in the line, for every command alike.
Lang take_lang(std::vector<std::string>& args) {
    const auto at = std::find(args.begin(), args.end(), "--lang");
    if (at == args.end()) return Lang::nl;
    const auto word = std::next(at);
    if (word == args.end() || (*word != "nl" && *word != "en"))
        throw WrongUse({"achter --lang hoort nl of en", "nl or en should stand after --lang"});
    const Lang lang = *word == "en" ? Lang::en : Lang::nl;
    args.erase(at, std::next(word));
    return lang;
}

bool asks_help(const std::string& word) {
    return word == "help" || word == "-h" || word == "--help";
}

} // namespace

int run(std::span<const std::string> given, std::ostream& out, std::ostream& err) {
    std::vector<std::string> args(given.begin(), given.end());
    Lang lang = Lang::nl;
    const auto say = [&](const std::string& words) { err << "meldroute: " << words << "\n"; };
    try {
        lang = take_lang(args);
        if (args.empty()) return help(err, lang), 2;
        if (asks_help(args[0])) return help(out, lang), 0;
        return dispatch(args, lang, out);
    } catch (const WrongUse& wrong) {
        return say(wrong.words().in(lang)), 2;
    } catch (const Usage& error) {
        return say(error.text(lang)), 2;
    } catch (const Error& error) {
        return say(error.text(lang)), 1;
    } catch (const std::exception& error) {
        return say(error.what()), 1;
    }
}

} // namespace meldroute::inline v0
