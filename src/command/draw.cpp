// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"

#include <meldroute/exchange/mermaid.hpp>
#include <meldroute/routes/machines.hpp>

#include <filesystem>
#include <ostream>

namespace meldroute::inline v0 {

/// With a folder of rules in the words of that rulebook, without one in ids.
int command_draw(const Arguments& args, std::ostream& out) {
    args.want(1, 2);
    if (!std::filesystem::exists(args[0])) {
        args.want(1, 1);
        const auto id = [](std::string_view name) { return std::string(name); };
        out << mermaid(describe(args[0]), id, args.lang());
        return 0;
    }
    const auto rulebook = Rulebook::load(args[0]);
    const auto routes = args.words().size() > 1 ? std::vector<std::string>{args[1]} : route_ids();
    for (const std::string& route : routes)
        out << "%% " << route << "\n" << mermaid(describe(route), *rulebook, args.lang());
    return 0;
}

} // namespace meldroute::inline v0
