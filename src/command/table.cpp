// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"
#include "command/files.hpp"

#include <meldroute/rulebook/sheet.hpp>

#include <ostream>

namespace meldroute::inline v0 {
namespace {

int write(const Arguments& args, std::ostream& out) {
    const auto sheet = write_sheet(args[1], args[2]);
    if (!args.has("-o")) {
        out << sheet;
        return 0;
    }
    write_file(args.value("-o"), sheet);
    out << args[2] << args.say({" staat nu in ", " now stands in "}) << args.value("-o") << ".\n";
    return 0;
}

int read(const Arguments& args, std::ostream& out) {
    args.want(4, 4);
    const auto change = read_sheet(args[1], args[2], read_file(args[3]), args[3]);
    if (change.changed) write_file(change.file, change.text);
    out << change.file.generic_string()
        << args.say(change.changed ? Text{" is bijgewerkt", " was brought up to date"}
                                   : Text{" was al zo", " was so already"})
        << ".\n";
    return 0;
}

} // namespace

int command_table(const Arguments& args, std::ostream& out) {
    args.want(3, 4);
    if (args[0] == "export") return write(args, out);
    if (args[0] == "import") return read(args, out);
    throw WrongUse({"\"" + args[0] + "\" is geen export of import",
                    "\"" + args[0] + "\" is neither export nor import"});
}

} // namespace meldroute::inline v0
