// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"
#include "command/kept.hpp"
#include "command/page.hpp"
#include "command/words.hpp"

#include <nlohmann/json.hpp>

#include <ostream>

namespace meldroute::inline v0 {
namespace {

std::string words(const Page& page, const DecidedView& one) {
    return std::to_string(one.decided) +
           page.say({" keer, anders dan geadviseerd: ", " times, other than advised: "}) +
           std::to_string(one.deviating) +
           page.say({", over iets onbekends heen: ", ", past something unknown: "}) +
           std::to_string(one.past_unknown);
}

} // namespace

int command_decided(const Arguments& args, std::ostream& out) {
    args.want(1, 1);
    const auto rulebook = any_rulebook(*open_existing(args[0]));
    const auto all = rulebook ? Desk(args[0], rulebook).decided() : std::vector<DecidedView>{};
    if (args.has("--json")) {
        Json lines = Json::array();
        for (const DecidedView& one : all)
            lines.push_back({{"fact", one.fact},
                             {"decided", one.decided},
                             {"deviating", one.deviating},
                             {"past-unknown", one.past_unknown}});
        out << lines.dump(2) << "\n";
        return 0;
    }
    Page page(out, args.lang());
    page.title(page.say({"Wat mensen hebben beslist", "What people decided"}));
    if (all.empty()) page.text(2, Text{"Nog niets.", "Nothing yet."});
    for (const DecidedView& one : all)
        page.item(2, "•",
                  after_label(fact_label(*rulebook, one.fact, page.lang()), words(page, one)));
    return 0;
}

} // namespace meldroute::inline v0
