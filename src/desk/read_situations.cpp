// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Situations as people write them: one at a time, or many as the rows of a table.

#include "desk/stories.hpp"

#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

std::string decision_in(const std::string& id, const JsonNode& node, const Rulebook& rulebook) {
    if (!rulebook.decisions().has(id))
        node.fail(Fault::decision_unknown, {id, nearest(id, rulebook.decisions().ids())});
    return id;
}

Test read_situation(const JsonNode& node, const Rulebook& rulebook) {
    node.allow_only({"id", "name", "title", "given", "expect", "undecided", "ask", "source"});
    Test test{node.at("name").text().nl, node, Situation(rulebook.vocabulary()), {}, {}, {}};
    if (node.has("given")) test.given->tell(node.at("given"));
    const auto add = [&](std::string_view key, bool open) {
        if (!node.has(key)) return;
        for (const auto& [decision, outcome] : node.at(key).members())
            test.expected.push_back(
                {decision_in(decision, outcome, rulebook), outcome.json(), open});
    };
    add("expect", false);
    add("undecided", true);
    if (node.has("ask")) test.asks = ids_in(node.at("ask"));
    return test;
}

class TableReader {
public:
    TableReader(const JsonNode& node, const Rulebook& rulebook)
        : node_(node), table_(node.at("table")), rulebook_(rulebook),
          common_(rulebook.vocabulary()) {}

    std::vector<Test> read() {
        node_.allow_only({"id", "name", "title", "table", "source"});
        table_.allow_only({"given", "facts", "expect", "rows"});
        if (table_.has("given")) common_.tell(table_.at("given"));
        facts_ = ids_in(table_.at("facts"));
        for (const JsonNode& decision : table_.at("expect").items())
            decisions_.push_back(decision_in(decision.string(), decision, rulebook_));
        std::vector<Test> tests;
        for (const JsonNode& row : table_.at("rows").items())
            tests.push_back(read_row(row, tests.size() + 1));
        return tests;
    }

private:
    Test read_row(const JsonNode& row, std::size_t number) {
        const auto cells = row.items();
        const std::size_t width = facts_.size() + decisions_.size();
        if (cells.size() != width)
            row.fail(Fault::test_row_unfit, {std::to_string(cells.size()), std::to_string(width)});
        Test test{node_.at("name").text().nl + ", rij " + std::to_string(number),
                  row,
                  common_,
                  {},
                  {},
                  {}};
        for (std::size_t i = 0; i < facts_.size(); ++i)
            test.given->tell(cells[i].with(Json{{facts_[i], cells[i].json()}}));
        for (std::size_t i = 0; i < decisions_.size(); ++i)
            add(test, decisions_[i], cells[facts_.size() + i]);
        return test;
    }

    /// An empty cell expects nothing; {"undecided": […]} that it is not decided yet.
    static void add(Test& test, const std::string& decision, const JsonNode& cell) {
        if (cell.is_null()) return;
        const bool open = cell.is_object() && cell.has("undecided");
        if (open) cell.allow_only({"undecided"});
        test.expected.push_back({decision, open ? cell.at("undecided").json() : cell.json(), open});
    }

    const JsonNode& node_;
    JsonNode table_;
    const Rulebook& rulebook_;
    Situation common_;
    std::vector<std::string> facts_, decisions_;
};

} // namespace

std::vector<Test> read_situations(const JsonNode& node, const Rulebook& rulebook) {
    if (node.has("table")) return TableReader(node, rulebook).read();
    return {read_situation(node, rulebook)};
}

std::vector<Test> read_tests(const JsonNode& file, const Rulebook& rulebook) {
    std::vector<Test> tests;
    for (const JsonNode& node : tests_in(file)) {
        if (node.has("route")) {
            Scenario story = read_scenario(node, rulebook);
            tests.push_back({story.name, node, {}, {}, {}, std::move(story)});
            continue;
        }
        for (Test& test : read_situations(node, rulebook)) tests.push_back(std::move(test));
    }
    return tests;
}

} // namespace meldroute::inline v0
