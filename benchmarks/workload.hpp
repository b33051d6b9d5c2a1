// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is measured: made-up rules over 31 made-up facts, and records, the same on every machine.

#pragma once

#include <nlohmann/json.hpp>

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace bench {

using Json = nlohmann::json;

struct Field {
    enum class Kind { choice, number, date, truth, set };
    std::string id;
    Kind kind;
    int size;      ///< of choice and set: how many values
    int low, high; ///< of number and date (days since 1970)
};

inline constexpr std::size_t fields = 31;
const std::array<Field, fields>& all_fields();

/// A comparison of one fact with a constant.
struct Test {
    enum class Op { one_of, at_least, below, has };
    std::size_t field;
    Op op;
    std::int64_t value; ///< the limit, or the member
    std::uint64_t mask; ///< of one_of: the values, by bit
};

/// All tests must hold. What it gives in each of the three tables that are measured.
struct Rule {
    std::vector<Test> tests;
    int member = 0; ///< of `all`, a set of 32
    int points = 0; ///< of `sum`
    int kind = 0;   ///< of `first`, one of 8
};

/// A record as a program of one's own would have it: of a set the bits.
struct Record {
    std::array<std::int64_t, fields> value{};
    std::uint32_t unknown = 0; ///< facts that are left out, by bit
};

std::vector<Rule> make_rules(std::size_t count);
/// With `unknown` three of the facts of each record are not known.
std::vector<Record> make_records(std::size_t count, bool unknown);

/// The facts and the tables «all», «sum» and «first» as meldroute reads them.
Json rulebook(const std::vector<Rule>& rules);
Json json_of(const Record& record);
/// The record that stands in JSON, as a program of one's own would take it out.
Record decode(const Json& json);
/// The condition of a rule in JsonLogic.
Json json_logic(const Rule& rule);
/// The condition of a rule in C++, of a record `r`.
std::string cpp(const Rule& rule);

} // namespace bench
