// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// One fact of a run of rows: a number a row in the type's units, and whether it is known.

#pragma once

#include "batch/array_view.hpp"
#include "batch/fact_reader.hpp"

#include <meldroute/facts/situation.hpp>
#include <meldroute/rules/columns.hpp>

#include <memory>
#include <utility>
#include <vector>

namespace meldroute::inline v0 {

struct FactColumn {
    std::size_t slot = 0;
    std::vector<std::uint8_t> known;                   ///< of a scalar
    std::vector<std::int64_t> values;                  ///< of a scalar
    std::vector<std::string_view> texts;               ///< of a text; they stand in the array
    std::vector<std::uint64_t> seen, not_seen;         ///< of a set or checklist
    std::vector<std::pair<std::size_t, Error>> faults; ///< by row, in order

    /// What is known of this row.
    Slot at(std::size_t row) const;
    /// The same for all rows, as decisions read it; `valid` holds the bits.
    Column column(std::vector<std::uint8_t>& valid) const;
};

/// Reads one column of a table, or the two or three that one fact is spread over.
class ColumnReader {
public:
    virtual ~ColumnReader() = default;

    /// The rows from `from` on, counted in the table. Throws Usage M1905.
    virtual FactColumn read(std::int64_t from, std::size_t rows) const = 0;
};

/// Whether values of this column can be read as a scalar of this kind.
bool fits_scalar(Kind kind, const ArrowType& type);
/// Whether these are lists of codes.
bool fits_members(const ArrowType& type);

/// A column of a table, whose first row stands at `first`.
struct ColumnPlace {
    const ArrayView* view = nullptr; ///< null where there is no such column
    std::int64_t first = 0;
};

std::unique_ptr<ColumnReader> scalar_reader(const FactReader& reader, const ColumnPlace& place);

/// The lists that a set or checklist stands in. `whole`: every member in one list. Else what was
/// seen and what was not, of which one may be missing, perhaps together in a structure.
struct MemberPlaces {
    ColumnPlace whole, seen, not_seen, structure;
};
std::unique_ptr<ColumnReader> member_reader(const FactReader& reader, const MemberPlaces& places);

} // namespace meldroute::inline v0
