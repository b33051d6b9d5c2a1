// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/commands.hpp"
#include "command/pages.hpp"
#include "command/watch.hpp"
#include "command/words.hpp"

#include <meldroute/rulebook/check.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

namespace meldroute::inline v0 {
namespace {

using Severity = Finding::Severity;

Text name_of(Severity severity) {
    switch (severity) {
    case Severity::error: return {"FOUT", "ERROR"};
    case Severity::warning: return {"let op", "warning"};
    default: return {"ter info", "note"};
    }
}

std::string words(const Place& place) {
    std::string words = place.file;
    if (place.line) words += ":" + std::to_string(place.line) + ":" + std::to_string(place.column);
    if (!place.pointer.empty()) words += (words.empty() ? "" : " ") + place.pointer;
    return words;
}

Json as_json(const Finding& finding, Lang lang) {
    constexpr const char* names[] = {"error", "warning", "note"};
    Json json{{"severity", names[int(finding.severity)]},
              {"code", finding.code},
              {"file", finding.place.file},
              {"line", finding.place.line},
              {"column", finding.place.column},
              {"pointer", finding.place.pointer},
              {"words", finding.words.in(lang)},
              {"decision", finding.decision},
              {"rows", finding.rows},
              {"witness", *finding.witness},
              {"beside", *finding.beside},
              {"accepted", nullptr}};
    if (!finding.accepted.empty()) json["accepted"] = finding.accepted.in(lang);
    return json;
}

bool is_accepted(const Finding& finding) {
    return !finding.accepted.empty();
}

long count(const std::vector<Finding>& findings, Severity severity) {
    return std::count_if(findings.begin(), findings.end(), [&](const Finding& finding) {
        return finding.severity == severity && !is_accepted(finding);
    });
}

void print_facts(Page& page, const Rulebook& rulebook, const Json& facts) {
    for (const auto& [id, value] : facts.items())
        page.item(6, "•",
                  after_label(fact_label(rulebook, id, page.lang()),
                              fact_words(rulebook, id, value, page.lang())));
    if (facts.empty()) page.item(6, "•", page.say({"wat er ook bekend is", "whatever is known"}));
}

/// Only the facts that differ from the situation before it.
Json changed(const Json& before, const Json& after) {
    Json out = Json::object();
    for (const auto& [id, value] : after.items())
        if (!before.contains(id) || before[id] != value) out[id] = value;
    return out;
}

/// A report, entry by entry; of the facts only those that are new.
void print_told(Page& page, const Rulebook& rulebook, const Json& entries) {
    page.text(4, Text{"bijvoorbeeld als na elkaar verteld wordt:",
                      "for instance when it is told, in turn:"});
    Json before = Json::object();
    for (const Json& entry : entries) {
        const Json& facts = entry.at("facts");
        const Json fresh = changed(before, facts);
        std::vector<std::string> told;
        for (const auto& [id, value] : fresh.items())
            told.push_back(after_label(fact_label(rulebook, id, page.lang()),
                                       fact_words(rulebook, id, value, page.lang())));
        const auto event = entry.at("event").get<std::string>();
        page.item(6, "•",
                  (event.empty() ? page.say({"een notitie", "a note"})
                                 : rulebook.label(event, page.lang())) +
                      (told.empty() ? "" : " (" + join(told, " · ") + ")"));
        before.update(facts);
    }
}

} // namespace

std::vector<Finding> findings_for(const Rulebook& rulebook) {
    const auto file = rulebook.place("/identity").file;
    const auto folder = file.substr(0, file.rfind('/') + 1);
    const auto slot = RulebookError(Fault::found_slot_open, {}, {}).code();
    auto findings = check(rulebook);
    std::erase_if(findings, [&](const Finding& finding) {
        return finding.severity == Severity::note && !is_accepted(finding) &&
               finding.code != slot && !finding.place.file.starts_with(folder);
    });
    return findings;
}

std::string counted(const std::vector<Finding>& findings, Lang lang) {
    const auto say = [&](const Text& text) { return text.in(lang); };
    const auto many = [&](Severity severity) { return std::to_string(count(findings, severity)); };
    const auto accepted = std::count_if(findings.begin(), findings.end(), is_accepted);
    std::string words = say({"fouten ", "errors "}) + many(Severity::error) +
                        say({", let op ", ", warnings "}) + many(Severity::warning) +
                        say({", ter info ", ", notes "}) + many(Severity::note);
    if (accepted > 0)
        words += say({", aanvaard ", ", accepted "}) + std::to_string(accepted) +
                 say({" (de reden staat bij de regel)", " (the reason stands beside the rule)"});
    return words + ".";
}

void print_finding(Page& page, const Rulebook& rulebook, const Finding& finding) {
    page.item(0, page.say(name_of(finding.severity)) + " " + finding.code + ":",
              page.say(finding.words));
    page.text(4, words(finding.place));
    if (finding.witness->is_null()) return;
    if (finding.witness->is_array()) return print_told(page, rulebook, *finding.witness);
    page.text(4, Text{"bijvoorbeeld als:", "for instance when:"});
    print_facts(page, rulebook, *finding.witness);
    if (finding.beside->is_null()) return;
    page.text(4, Text{"en anders zodra bekend is:", "and otherwise once it is known that:"});
    print_facts(page, rulebook, changed(*finding.witness, *finding.beside));
}

int command_check(const Arguments& args, std::ostream& out) {
    args.want(1, 1);
    if (args.has("--watch")) return keep_watch(args, out);
    const auto rulebook = Rulebook::load(args[0]);
    const auto findings = findings_for(*rulebook);
    const int status =
        count(findings, Severity::error) + count(findings, Severity::warning) > 0 ? 1 : 0;
    if (args.has("--json")) {
        Json json = Json::array();
        for (const Finding& finding : findings) json.push_back(as_json(finding, args.lang()));
        out << json.dump(2) << "\n";
        return status;
    }
    Page page(out, args.lang());
    for (const Finding& finding : findings)
        if (!is_accepted(finding)) print_finding(page, *rulebook, finding);
    page.text(0, page.say(rulebook->title()) + page.say({", versie ", ", version "}) +
                     rulebook->version() + " (" + rulebook->status() +
                     "): " + counted(findings, args.lang()));
    return status;
}

} // namespace meldroute::inline v0
