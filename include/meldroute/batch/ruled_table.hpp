// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Decisions on a table in Arrow form, which pandas, polars, pyarrow, DuckDB and Spark give and take
// as it stands in memory. Columns are facts by id: docs/batches.md says which types they may have.

#pragma once

#include <meldroute/batch/arrow_abi.hpp>
#include <meldroute/batch/batch.hpp>

#include <memory>
#include <vector>

namespace meldroute::inline v0 {

/// What was said of each row of a table. Cheap to copy; copies share the rulings.
class RuledTable {
public:
    std::size_t rows() const;
    /// What each decision can say, in the order in which they were asked.
    const std::vector<OutcomeType>& outcomes() const;
    /// The rulings, in runs of at most 16384 rows.
    const std::vector<std::shared_ptr<const Rulings>>& parts() const;

    /// Gives the columns: those to keep, then for each decision its outcome, `:state` and, if asked
    /// for, `:needed`; last `error:code` and `error:words`. May be called any number of times, and
    /// what it gives outlives this.
    void stream(ArrowArrayStream& out) const;

    struct Shared; ///< only the room itself knows its shape
    explicit RuledTable(std::shared_ptr<const Shared> shared) : shared_(std::move(shared)) {}

private:
    std::shared_ptr<const Shared> shared_;
};

/// Takes over the stream and reads it to its end. Throws Usage 19xx before anything is decided for a
/// column of the wrong type, or one that is neither a fact nor to be kept.
RuledTable decide_table(const Batch& batch, ArrowArrayStream& table);
/// The same of one array of structures; both are taken over.
RuledTable decide_table(const Batch& batch, ArrowSchema& schema, ArrowArray& array);
/// The same of rows that come in another way; there are no columns to keep.
RuledTable decide_rows(const Batch& batch, std::size_t rows, const Batch::Fill& fill);

} // namespace meldroute::inline v0
