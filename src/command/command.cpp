// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/command.hpp"

#include "command/commands.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/base/id.hpp>

#include <array>
#include <exception>
#include <ostream>

namespace meldroute::inline v0 {
namespace {

struct Command {
    const char *name, *usage, *what;
    int (*run)(const Arguments&, std::ostream&);
    std::vector<std::string> options, flags;
};

const std::vector<Command>& commands() {
    static const std::vector<Command> all{
        {"demo",
         "demo [--out MAP]",
         "laat zien hoe de meldingen uit de voorbeelden gaan",
         command_demo,
         {"--out", "--rules", "--reports"},
         {}},
        {"check",
         "check MAP [--json]",
         "kijkt een map met regels na",
         command_check,
         {},
         {"--json"}},
        {"test",
         "test MAP… [BESTAND…] [--coverage] [--mutate] [--json]",
         "draait de tests die bij de regels staan, of zegt wat ze niet raken en niet merken",
         command_test,
         {},
         {"--coverage", "--mutate", "--json"}},
        {"decide",
         "decide MAP BESLISSING [FEITEN.json|-] [--json]",
         "wat zeggen de regels, en waarom?",
         command_decide,
         {},
         {"--json"}},
        {"bundle",
         "bundle MAP -o BESTAND [--sign GEHEIM.pem]",
         "één bestand van een map en de lagen erboven, desgewenst ondertekend",
         command_bundle,
         {"-o", "--sign"},
         {}},
        {"table",
         "table export MAP BESLISSING [-o BESTAND.csv] | table import MAP BESLISSING BESTAND.csv",
         "een tabel bewerken in Excel: eruit, en weer erin",
         command_table,
         {"-o"},
         {}},
        {"versions",
         "versions PLANK REGELBOEK [--on DATUM] [--json]",
         "welke versies er zijn, of welke er op een dag geldt",
         command_versions,
         {"--on"},
         {"--json"}},
        {"verify",
         "verify BESTAND --key OPENBAAR.pem",
         "heeft de houder van deze sleutel dit regelboek ondertekend?",
         command_verify,
         {"--key"},
         {}},
        {"batch",
         "batch MAP BESTAND.ndjson|BESTAND.csv|- --decision ID[,ID…] [--keep KOLOM,…] [--needed]\n"
         "                  [--out BESTAND] [--threads AANTAL]",
         "wat zeggen de regels over een bestand vol meldingen?",
         command_batch,
         {"--decision", "--keep", "--out", "--threads"},
         {"--needed"}},
        {"case",
         "case REGISTER [ZAAK] [--at MOMENT] [--json]",
         "de zaken in een register, of één zaak",
         command_case,
         {"--at"},
         {"--verify", "--json"}},
        {"draw",
         "draw MAP [ROUTE] | draw ROUTE",
         "tekent een route (Mermaid)",
         command_draw,
         {},
         {}},
    };
    return all;
}

void help(std::ostream& out) {
    out << "meldroute: geen melding van mensenhandel raakt zoek.\n\n";
    for (const Command& command : commands())
        out << "  meldroute " << command.usage << "\n      " << command.what << "\n";
    out << "\nmeldroute demo leest ook andere regels en meldingen: --rules MAP, --reports MAP.\n"
           "meldroute case REGISTER --verify kijkt na of er niets in het register veranderd is.\n"
           "--json schrijft voor programma's. Slot: 0 is goed, 1 er is iets gevonden, 2 verkeerd "
           "gebruikt.\n";
}

const Command* find(const std::string& name) {
    for (const Command& command : commands())
        if (name == command.name) return &command;
    return nullptr;
}

std::string unknown(const std::string& name) {
    std::vector<std::string> names;
    for (const Command& command : commands()) names.emplace_back(command.name);
    const std::string near = nearest(name, names);
    return "de opdracht \"" + name + "\" is er niet" +
           (near.empty() ? "" : "; bedoelde u \"" + near + "\"?");
}

int dispatch(std::span<const std::string> args, std::ostream& out) {
    const Command* command = find(args[0]);
    if (!command) throw WrongUse(unknown(args[0]));
    try {
        return command->run(Arguments(args.subspan(1), command->options, command->flags), out);
    } catch (const WrongUse& wrong) {
        throw WrongUse(wrong.what() + std::string("\nzo: meldroute ") + command->usage);
    }
}

bool asks_help(const std::string& word) {
    return word == "help" || word == "-h" || word == "--help";
}

} // namespace

int run(std::span<const std::string> args, std::ostream& out, std::ostream& err) {
    if (args.empty()) return help(err), 2;
    if (asks_help(args[0])) return help(out), 0;
    try {
        return dispatch(args, out);
    } catch (const WrongUse& wrong) {
        err << "meldroute: " << wrong.what() << "\n";
        return 2;
    } catch (const Usage& error) {
        err << "meldroute: " << error.text(Lang::nl) << "\n";
        return 2;
    } catch (const Error& error) {
        err << "meldroute: " << error.text(Lang::nl) << "\n";
        return 1;
    } catch (const std::exception& error) {
        err << "meldroute: " << error.what() << "\n";
        return 1;
    }
}

} // namespace meldroute::inline v0
