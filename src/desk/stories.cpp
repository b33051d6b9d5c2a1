// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/desk/stories.hpp>
#include <meldroute/routes/machines.hpp>

#include "desk/stories.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

/// Who speaks when a scenario does not say: whoever owns the first step.
Actor first_owner(const Rulebook& rulebook, std::string_view route) {
    const auto steps = describe(route).steps;
    const auto first =
        std::find_if(steps.begin(), steps.end(), [](const StepInfo& s) { return s.leaf; });
    return {"test", rulebook.step(route, first->id).owner};
}

class ScenarioReader {
public:
    ScenarioReader(const JsonNode& node, const Rulebook& rulebook)
        : node_(node), rulebook_(rulebook), route_(node.at("route").id()),
          speaker_(first_owner(rulebook, route_)) {}

    Scenario read() {
        node_.allow_only({"id",     "name",  "title",   "quote",  "says",       "route",
                          "given",  "at",    "by",      "key",    "because",    "tell",
                          "never",  "here",  "rulings", "duties", "not-duties", "next",
                          "alerts", "owner", "source"});
        if (node_.has("never")) node_.at("never").allow_only({"steps", "duties", "alerts"});
        const std::string name = node_.at("name").text().nl;
        Scenario scenario{name,
                          node_.has("title") ? node_.at("title").text() : Text{name, ""},
                          node_.text_or_empty("quote"),
                          route_,
                          {},
                          node_};
        now_ = report_moment();
        scenario.turns.push_back(read_turn(node_, ""));
        if (node_.has("tell"))
            for (const JsonNode& turn : node_.at("tell").items())
                scenario.turns.push_back(read_told(turn));
        return scenario;
    }

private:
    Moment report_moment() const {
        const JsonNode at =
            node_.has("at") ? node_.at("at") : node_.at("given").at("melding.ontvangen");
        return Moment::parse(at.string(), at.place());
    }

    Turn read_told(const JsonNode& node) {
        if (node.has("until")) return read_passing(node);
        node.allow_only({"event", "at", "by", "key", "given", "because", "past", "says", "here",
                         "rulings", "duties", "not-duties", "next", "alerts", "owner", "refused"});
        if (node.has("at")) now_ = Moment::parse(node.at("at").string(), node.at("at").place());
        const bool is_note = !node.has("event");
        return read_turn(node, is_note ? "" : node.at("event").id());
    }

    Turn read_passing(const JsonNode& node) {
        node.allow_only({"until", "says", "here", "rulings", "duties", "not-duties", "next",
                         "alerts", "owner"});
        now_ = Moment::parse(node.at("until").string(), node.at("until").place());
        Turn turn = read_turn(node, "");
        turn.time_passes = true;
        return turn;
    }

    Turn read_turn(const JsonNode& node, std::string event) {
        Turn turn{
            std::move(event), {}, node.text_or_empty("says"), node.string_or("refused", ""), node};
        Telling& telling = turn.telling;
        telling.at = now_;
        telling.by = speaker(node);
        telling.because = node.string_or("because", "");
        telling.key = node.string_or("key", "");
        if (node.has("given")) telling.facts = facts(node.at("given"));
        if (node.has("past"))
            for (const auto& [decision, answer] : node.at("past").members())
                telling.past[decision] = answer.boolean();
        return turn;
    }

    Actor speaker(const JsonNode& node) const {
        if (!node.has("by")) return speaker_;
        const JsonNode by = node.at("by");
        by.allow_only({"person", "role"});
        return {by.at("person").string(), by.at("role").id()};
    }

    /// A wrong fact is found here, where its line and column are known.
    JsonBox facts(const JsonNode& given) const {
        Situation(rulebook_.vocabulary()).tell(given);
        return given.json();
    }

    const JsonNode& node_;
    const Rulebook& rulebook_;
    std::string route_;
    Actor speaker_;
    Moment now_;
};

} // namespace

std::vector<JsonNode> tests_in(const JsonNode& file) {
    if (!file.has("tests")) return {file};
    file.allow_only({"tests"});
    return file.at("tests").items();
}

Scenario read_scenario(const JsonNode& node, const Rulebook& rulebook) {
    return ScenarioReader(node, rulebook).read();
}

std::vector<Scenario> read_scenarios(const JsonNode& file, const Rulebook& rulebook) {
    std::vector<Scenario> stories;
    for (const JsonNode& test : tests_in(file))
        if (test.has("route")) stories.push_back(read_scenario(test, rulebook));
    return stories;
}

void tell(Case& report, const Turn& turn) {
    if (turn.time_passes)
        report.pass_time(turn.telling.at);
    else if (turn.event.empty())
        report.note(turn.telling);
    else
        report.tell(turn.event, turn.telling);
}

Case play(Desk& desk, const Scenario& scenario) {
    Case report = desk.report(scenario.turns.front().telling, scenario.route);
    for (std::size_t i = 1; i < scenario.turns.size(); ++i) {
        const Turn& turn = scenario.turns[i];
        try {
            tell(report, turn);
        } catch (const Error& error) {
            if (error.code() != turn.refused) throw;
        }
    }
    return report;
}

} // namespace meldroute::inline v0
