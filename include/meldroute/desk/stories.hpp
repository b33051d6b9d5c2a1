// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The tests beside the rules, which whoever edits a rule also writes: situations, and stories of
// how a report goes. The same stories are what the demo shows.

#pragma once

#include <meldroute/desk/desk.hpp>

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// One message of a story, and what must be so after it.
struct Turn {
    std::string event; ///< "" for the report itself, for a note, and where only time passes
    Telling telling;
    Text says;                ///< what happened, in words for people
    std::string refused;      ///< the code of the error that this message must meet, "" for none
    JsonNode expected;        ///< the object in which here, rulings, duties, … may stand
    bool time_passes = false; ///< nobody tells anything: it has become `telling.at`
};

/// A report, as it comes in and as it goes on.
struct Scenario {
    std::string name;
    Text title; ///< the title is the name where none is given
    Text quote; ///< the report as it came in
    std::string route;
    std::vector<Turn> turns; ///< the first is the report
    JsonNode node;           ///< where it was written
};

/// The stories of a file: {"tests": […]}, or one story; situations are passed over. Throws
/// RulebookError with the place for a key, fact, moment or route that is not there.
std::vector<Scenario> read_scenarios(const JsonNode& file, const Rulebook& rulebook);

/// Tells one message of a story, other than the report. Throws as Case::tell().
void tell(Case& report, const Turn& turn);

/// Reports and tells the whole story. A message that must be refused is tried, and is refused.
Case play(Desk& desk, const Scenario& story);

/// One thing that is not as expected. Lists are of ids; lists without order are sorted.
struct Mismatch {
    std::string when; ///< the event after which, "" for a situation
    std::string what; ///< "here", "duties", or the id of a decision
    std::string expected, got;
    Text why; ///< rows that hold or are open, facts needed, rulings of the entry; may be empty

    /// One line for people.
    std::string words(Lang lang) const;
};

struct TestResult {
    std::string name;
    std::vector<Mismatch> failures;

    bool passed() const { return failures.empty(); }
};

/// What a decision must say in a situation.
struct Expected {
    std::string decision;
    JsonBox outcome;   ///< with `open` the list of what can still come
    bool open = false; ///< it must not be decided yet
};

/// One test as it was read: a situation, one row of a table of situations, or a story.
struct Test {
    std::string name; ///< of a row: the table's, and the row's number from 1
    JsonNode node;
    std::optional<Situation> given; ///< none of a story
    std::vector<Expected> expected;
    std::vector<std::string> asks; ///< the facts needed first, of the decisions that are open
    std::optional<Scenario> story;
};

/// The tests of a file, in order. Throws as read_scenarios(); they must not outlive the rulebook.
std::vector<Test> read_tests(const JsonNode& file, const Rulebook& rulebook);

/// A story runs in a register of its own that is not kept.
TestResult run_test(const Test& test, const std::shared_ptr<const Rulebook>& rulebook);
/// The same of a situation, by decisions on the same vocabulary.
TestResult run_situation(const Test& test, const Decisions& decisions);

/// Reads and runs all tests of a file.
std::vector<TestResult> run_tests(const std::shared_ptr<const Rulebook>& rulebook,
                                  const JsonNode& file);

/// The outcome as a test writes it, or a word for why there is none.
std::string outcome_of(const Ruling& ruling);

} // namespace meldroute::inline v0
