// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Decisions as they are kept once read: every cell is a test of numbers, every input an index.

#pragma once

#include "rules/interval_list.hpp"

#include <meldroute/rules/decisions.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace meldroute::inline v0 {

/// What a cell or an expression reads: a fact by slot, or a decision by index.
struct Input {
    constexpr Input(bool is_decision = false, std::size_t number = 0)
        : decision(is_decision), index(std::uint32_t(number)) {}

    bool decision;
    std::uint32_t index; ///< there are cells by the thousand

    bool operator==(const Input&) const = default;
};

struct Cell {
    enum class Test : std::uint8_t { within, member, not_member, unknown };

    Input input = {};
    Test test = Test::within;
    std::int16_t text = -1; ///< of a test of a text: which of the tests of its fact
    int member = -1;        ///< of Test::member and not_member
    Intervals within = {};  ///< of Test::within
};

/// What a row says besides what it decides.
struct RowWords {
    Text because;
    std::vector<std::string> see;
    std::vector<Source> source;
};

struct Row {
    std::string id;
    std::vector<Cell> cells;
    std::int64_t then = 0; ///< in the units of the outcome; of a set its bits
    std::shared_ptr<const RowWords>
        words; ///< null where it says nothing: most rows of a large table

    const RowWords& said() const {
        static const RowWords nothing;
        return words ? *words : nothing;
    }
};

/// What a table does with the rows that hold. DMN: first, unique, any, priority, rule order, output
/// order, and collect with sum, min, max and count.
enum class Take : std::uint8_t {
    first,
    only_one,
    all_agree,
    highest, ///< of the outcomes that hold, the first as declared
    all,
    all_ranked,
    sum,
    least,
    most,
    count,
};

struct Table {
    Take take = Take::first;
    std::vector<Row> rows;
    std::optional<std::int64_t> otherwise;
};

/// A node of an expression. Comparing an input with a constant is a cell, so that it cuts the
/// input's domain exactly.
struct Formula {
    enum class Op : std::uint8_t {
        constant,
        input,
        cell,
        less,
        at_most,
        equal,
        both,
        either,
        opposite,
        choose,
        plus,
        minus,
        times,
        divide,
        least,
        most,
        count,
        absolute,
        round,         ///< half-even, to the decimals of a constant
        power,         ///< a whole exponent from 0 to 9
        nothing,       ///< has no outcome
        date_of,       ///< the day of a moment in Amsterdam
        years_between, ///< whole ones, and so the next three
        months_between,
        weeks_between,
        days_between,
        add_days, ///< a date and a number of them, and so the next two
        add_months,
        add_years,
    };

    Op op = Op::constant;
    Type type;                 ///< of its value
    Decimal number;            ///< a numeric constant
    std::int64_t constant = 0; ///< any other constant, in units
    Cell cell;                 ///< of Op::cell; its input of Op::input and Op::count
    std::vector<Formula> parts;
};

/// What a completion can choose: a scalar fact, or one member of a set or checklist.
struct Atom {
    std::size_t slot = 0;
    int member = -1;
    /// The values that nothing tells apart are one class. Of a member: 0 and 1.
    std::vector<Interval> classes;
    /// Arithmetic reads it: a class wider than one value can still fall apart.
    bool computed = false;

    bool is(std::size_t other_slot, int other_member) const {
        return slot == other_slot && member == other_member;
    }
};

/// One of several outputs of a table; without an id it is the outcome itself.
struct Output {
    std::string id;
    Type type;
    Text label;
};

struct Decision {
    std::string id;
    Text label;
    Type type;
    std::vector<Source> source;
    bool open = false; ///< declared without a body, and none was given
    /// Several outputs, or the one that `all` gathers: then the outcome is a choice or set of the
    /// tuples that rows name, and `named` has each of these in JSON. Else all three are empty.
    std::vector<Output> outputs;
    std::vector<std::vector<std::int64_t>> tuples;
    std::vector<JsonBox> named;
    bool generated = false; ///< gives one output of another decision
    std::optional<Table> table;
    std::optional<Formula> formula;

    std::vector<Input> inputs;        ///< read by the body itself, in order of first mention
    std::vector<std::size_t> through; ///< decisions below, deepest first
    std::vector<Atom> atoms;          ///< of the facts that this and all decisions below read

    Decision() = default;
    explicit Decision(JsonNode declaration)
        : written(JsonAtRest(declaration)), awake(std::move(declaration)) {}

    /// Its declaration; parsed anew once all is read.
    JsonNode node() const { return awake ? *awake : written->node(); }
    const std::string& pointer() const { return written->pointer(); }

    std::optional<JsonAtRest> written;
    std::optional<JsonNode> awake; ///< while the book is read
};

struct Compiled;

/// Of a text fact all that rules tell apart: the texts that they name, each a class of its own; then
/// a sample of every other way in which its tests can come out.
struct TextClasses {
    enum class Kind : std::uint8_t { starts, ends, contains };
    struct Test {
        Kind kind;
        std::string part;

        bool holds(std::string_view text) const;
        bool operator==(const Test&) const = default;
    };

    std::vector<std::string> named;
    std::vector<Test> tests;
    std::vector<std::string> others = {"…"}; ///< without tests, one stands for any other text

    std::int64_t last() const { return std::int64_t(named.size() + others.size()) - 1; }
    std::int64_t class_of(std::string_view text) const;
    const std::string& sample(std::int64_t index) const;
    std::vector<bool> signature(std::string_view text) const;
    /// Finds the others, once all names and tests are known.
    void settle();
    bool operator==(const TextClasses&) const = default;
};

struct Decisions::Book {
    const Vocabulary* vocabulary = nullptr;
    std::vector<Decision> decisions;
    std::map<std::string, std::size_t, std::less<>> index;
    std::vector<TextClasses> texts;           ///< of each text fact
    std::shared_ptr<const Compiled> compiled; ///< the same decisions, fast to take

    const Type& type(const Input& input) const {
        return input.decision ? decisions[input.index].type : (*vocabulary)[input.index].type;
    }
    const std::string& id(const Input& input) const {
        return input.decision ? decisions[input.index].id : (*vocabulary)[input.index].id;
    }
    /// The domain of a scalar, in units.
    Interval domain(const Input& input) const;
    Json outcome(const Decision& decision, std::int64_t value) const;
};

using Book = Decisions::Book;

} // namespace meldroute::inline v0
