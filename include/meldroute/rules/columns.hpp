// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Facts of many records, a column for each, as tables of data have them: to decide a batch without
// making a situation of each record.

#pragma once

#include <meldroute/base/faults.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace meldroute::inline v0 {

/// One fact of all records. The memory belongs to the caller.
struct Column {
    std::size_t slot = 0; ///< of the fact in the vocabulary
    /// Of a scalar: a value for each record, in units of its type (Type says which); of a text what
    /// Decisions::text says of it. What stands where a value is not known does not matter.
    std::span<const std::int64_t> values;
    /// Which values are known: a bit for each record, the least significant first, 1 for known, as
    /// in Arrow. Empty: all are.
    std::span<const std::uint8_t> valid;
    std::size_t first_valid = 0; ///< the bit of the first record
    /// Of a set or checklist instead: per record the members seen, and those not seen. Bits in
    /// neither are not known.
    std::span<const std::uint64_t> seen, not_seen;

    bool known(std::size_t record) const {
        const std::size_t bit = first_valid + record;
        return valid.empty() || (valid[bit / 8] >> bit % 8 & 1) != 0;
    }
};

/// Facts without a column are not known of any record.
struct Columns {
    std::size_t records = 0;
    std::vector<Column> columns;

    /// So many of these records, from this one: a share of the work for one thread.
    Columns part(std::size_t from, std::size_t count) const;
};

/// A record that has no outcome because its facts do not fit (M1105 outside the limits of a fact,
/// M1110 seen and not seen) or a number became too large (M1009).
struct RecordFault {
    std::size_t record = 0;
    Fault fault{};

    bool operator==(const RecordFault&) const = default;
};

} // namespace meldroute::inline v0
