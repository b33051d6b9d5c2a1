// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A decision and those below it on columns of facts, a chunk of records at a time.

#pragma once

#include "rules/columnar.hpp"
#include "rules/found.hpp"
#include "rules/record.hpp"

#include <map>

namespace meldroute::inline v0 {

class Chunks {
public:
    /// The decision must have a compiled form. Book and columns must outlive this.
    Chunks(const Book& book, std::size_t decision, const Columns& columns);

    /// The records from this one on, a multiple of `chunk`. What does not fit its fact, and what
    /// lies past the last record, is among the unsure.
    const ChunkResult& decide(std::size_t from);

private:
    RecordBits read_scalar(std::size_t slot, LaneColumn& out, std::size_t from);
    RecordBits read_members(std::size_t slot, LaneColumn& out, std::size_t from);
    LaneColumn column(const Lane& lane);
    void table(std::size_t decision);
    void formula(std::size_t decision, std::size_t from);
    Found found(std::size_t decision, std::size_t record) const;
    void remember(std::size_t decision);

    /// What is kept of a set for a chunk: of the column, or of what a decision gives.
    struct Members {
        std::array<Word, chunk> seen{}, not_seen{};
    };

    const Book& book_;
    const std::vector<std::uint32_t>& order_;
    Record record_;
    std::size_t records_;
    std::size_t size_ = 0; ///< records in this chunk
    RecordBits past_, wrong_;
    std::map<std::size_t, LaneColumn> facts_;
    std::map<std::size_t, Members> fact_members_, members_;
    std::map<std::size_t, Columnar> tables_;
    std::map<std::size_t, ChunkResult> results_;
    std::vector<Found> found_;
};

} // namespace meldroute::inline v0
