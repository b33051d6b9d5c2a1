// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"
#include "command/page.hpp"

#include <meldroute/rulebook/rulebook.hpp>

#include <nlohmann/json.hpp>

#include <iostream>
#include <iterator>

namespace meldroute::inline v0 {
namespace {

JsonNode read_facts(const Arguments& args) {
    if (args.words().size() < 3) return JsonNode::parse("{}", "feiten");
    if (args[2] != "-") return JsonNode::read(args[2]);
    return JsonNode::parse({std::istreambuf_iterator<char>(std::cin), {}}, "feiten");
}

const char* state_name(Ruling::State state) {
    switch (state) {
    case Ruling::State::decided: return "decided";
    case Ruling::State::none: return "none";
    case Ruling::State::conflict: return "conflict";
    case Ruling::State::bound: return "bound";
    default: return "open";
    }
}

const char* state_name(RowState state) {
    switch (state) {
    case RowState::hit: return "hit";
    case RowState::outranked: return "outranked";
    case RowState::failed: return "failed";
    default: return "open";
    }
}

Json as_json(const Ruling& ruling, const Rulebook& rulebook) {
    Json json{{"decision", ruling.decision}, {"state", state_name(ruling.state)},
              {"outcome", *ruling.outcome},  {"possible", Json::array()},
              {"rows", Json::array()},       {"used", ruling.used},
              {"needed", Json::array()},     {"through", ruling.through}};
    for (const JsonBox& outcome : ruling.possible) json["possible"].push_back(*outcome);
    for (const RowTrace& row : ruling.rows)
        json["rows"].push_back({{"row", row.row},
                                {"state", state_name(row.state)},
                                {"failed", row.failed},
                                {"open", row.open}});
    for (const Needed& needed : ruling.needed)
        json["needed"].push_back({{"fact", needed.fact}, {"items", needed.items}});
    json["rulebook"] = {{"id", rulebook.id()},
                        {"version", rulebook.version()},
                        {"digest", to_hex(bytes_of(rulebook.digest()))}};
    return json;
}

void print(Page& page, const std::string& lines) {
    std::size_t from = 0;
    while (from < lines.size()) {
        const std::size_t to = std::min(lines.find('\n', from), lines.size());
        const std::size_t indent = lines.find_first_not_of(' ', from) - from;
        page.text(int(indent), lines.substr(from, to - from));
        from = to + 1;
    }
}

} // namespace

int command_decide(const Arguments& args, std::ostream& out) {
    args.want(2, 3);
    const auto rulebook = Rulebook::load(args[0]);
    Situation situation(rulebook->vocabulary());
    situation.tell(read_facts(args));
    const Decisions& decisions = rulebook->decisions();
    const Ruling ruling = decisions.rule(args[1], situation);
    if (args.has("--json")) {
        out << as_json(ruling, *rulebook).dump(2) << "\n";
        return 0;
    }
    Page page(out);
    print(page, decisions.why(ruling, situation, Lang::nl));
    const auto questions = decisions.ask(ruling, situation, Lang::nl);
    if (questions.empty()) return 0;
    page.heading("Wat nog gevraagd moet worden");
    for (const auto& question : questions)
        page.item(2, "•",
                  question.words +
                      (question.who.empty()
                           ? ""
                           : " (aan: " + rulebook->label(question.who, Lang::nl) + ")"));
    return 0;
}

} // namespace meldroute::inline v0
