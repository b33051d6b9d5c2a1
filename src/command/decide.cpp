// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"
#include "command/told.hpp"

#include <nlohmann/json.hpp>

#include <ostream>

namespace meldroute::inline v0 {

int command_decide(const Arguments& args, std::ostream& out) {
    args.want(2, 3);
    const auto rulebook = Rulebook::load(args[0]);
    const auto situation = read_situation(*rulebook, args.words().size() > 2 ? args[2] : "");
    const Decisions& decisions = rulebook->decisions();
    const Ruling ruling = decisions.rule(args[1], situation);
    if (args.has("--receipt")) write_receipt(args.value("--receipt"), *rulebook, ruling, situation);
    if (args.has("--json")) {
        Json json = as_json(ruling);
        json["rulebook"] = identity_of(*rulebook);
        out << json.dump(2) << "\n";
        return 0;
    }
    Page page(out, args.lang());
    page.lines(decisions.reasons(ruling, situation, audience_of(args, *rulebook)).text());
    print_questions(page, *rulebook, decisions.ask(ruling, situation, args.lang()));
    return 0;
}

} // namespace meldroute::inline v0
