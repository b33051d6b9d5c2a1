// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Which columns of a table are which facts, found once for a whole table; and one array of its rows,
// read by that plan.

#pragma once

#include "batch/arrow_type.hpp"
#include "batch/fact_column.hpp"

#include <meldroute/batch/batch.hpp>

#include <deque>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace meldroute::inline v0 {

/// Column names of a table that belong to a fact: "id", "id.seen" and "id.not-seen".
struct FactColumns {
    std::optional<std::size_t> whole, seen, not_seen;
};

/// By fact, in the order in which an object of facts is told. Throws Usage M1901 or M1903.
std::map<std::string, FactColumns> find_facts(const Vocabulary& vocabulary,
                                              const std::vector<std::string>& names,
                                              const std::vector<std::string>& keep);
/// Where each column to keep stands. Throws Usage M1904.
std::vector<std::size_t> find_kept(const std::vector<std::string>& names,
                                   const std::vector<std::string>& keep);

class TablePlan {
public:
    /// Throws Usage 19xx: a column that is no fact, or one of a type that its fact cannot have.
    TablePlan(const Batch& batch, ArrowType table);

    const ArrowType& table() const { return table_; }
    const std::vector<std::size_t>& kept() const { return kept_; }

private:
    friend class TableRows;
    struct FactPlan {
        std::size_t slot;
        FactReader reader;
        FactColumns columns;
    };
    void check(const FactPlan& plan) const;

    ArrowType table_;
    std::vector<FactPlan> facts_;
    std::vector<std::size_t> kept_;
};

class TableRows {
public:
    /// Throws Usage M1905 where the array contradicts plan or specification. Both must outlive it.
    TableRows(const TablePlan& plan, const ArrowArray& array);

    std::int64_t length() const { return view_.length(); }
    Rulings decide(const Batch& batch, std::int64_t from, std::size_t rows) const;

private:
    ColumnPlace place(const std::optional<std::size_t>& column) const;
    std::unique_ptr<ColumnReader> reader(const TablePlan::FactPlan& fact) const;

    ArrayView view_;
    std::vector<std::pair<std::size_t, std::unique_ptr<ColumnReader>>> readers_; ///< by slot
};

} // namespace meldroute::inline v0
