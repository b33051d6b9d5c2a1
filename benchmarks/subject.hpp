// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// One size of the workload, ready to be decided by us and by the yardsticks, and the proof that all
// give the same answers.

#pragma once

#include "hand.hpp"
#include "rounds.hpp"
#include "yardsticks.hpp"

#include <meldroute/rules/decisions.hpp>

#include <memory>

namespace bench {

inline constexpr std::size_t kinds = 3;
inline constexpr std::array<const char*, kinds> takes{"all", "sum", "first"};

struct Subject {
    std::size_t count;
    std::vector<Rule> rules;
    std::string text; ///< of the whole book
    std::unique_ptr<meldroute::Vocabulary> vocabulary;
    std::unique_ptr<meldroute::Decisions> decisions;
    std::vector<Record> records;
    /// More of them, for what branches on them: a processor learns a thousand by heart.
    std::vector<Record> fresh;
    std::vector<Json> json;  ///< the same records
    std::vector<Json> logic; ///< the rules in JsonLogic
    std::vector<meldroute::Situation> known, unknown;
    Flat flat;
    std::array<Hand, kinds> hand; ///< null where none was written

    explicit Subject(std::size_t rule_count, std::size_t record_count = 1024);

    const meldroute::Decision& decision(std::size_t take) const {
        return decisions->at(takes[take]);
    }
    std::int64_t by_flat(std::size_t take, const Record& record) const;
    std::int64_t by_logic(std::size_t take, const Json& record) const;

    /// Ends the program where any two answers differ.
    void check() const;
};

/// The book anew from its text, as a program that starts does.
std::unique_ptr<meldroute::Decisions> load(const std::string& text,
                                           meldroute::Vocabulary& vocabulary);

/// The same records as columns, and the memory that these point into.
struct Table {
    std::vector<std::vector<std::int64_t>> values;
    std::vector<std::vector<std::uint64_t>> seen, not_seen;
    meldroute::Columns columns;

    Table(const meldroute::Vocabulary& vocabulary, const std::vector<Record>& records);
};

} // namespace bench
