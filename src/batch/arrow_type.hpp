// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The type of an Arrow column, read from the format string of its schema.

#pragma once

#include <meldroute/batch/arrow_abi.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

enum class Layout : std::uint8_t {
    null,
    boolean,
    whole,      ///< integers of any width, signed or not
    real,       ///< binary floating point of 32 or 64 bits
    decimal,    ///< of 32, 64 or 128 bits
    text,       ///< UTF-8 with offsets
    text_view,  ///< UTF-8 with views
    date,       ///< days
    moment,     ///< since 1970, with a time zone
    wall_clock, ///< since 1970, without one
    duration,
    list,
    structure,
    other, ///< anything else: can be passed on, not read
};

struct ArrowType {
    Layout layout = Layout::other;
    std::string name;
    int bytes = 0;               ///< of one value, or of one offset
    bool negative = true;        ///< of whole: whether it is signed
    int scale = 0;               ///< of decimal: digits behind the point
    std::int64_t per_second = 1; ///< of date (milliseconds), moment, wall_clock and duration
    std::vector<ArrowType> children;
    std::vector<ArrowType> dictionary; ///< of the values, where this holds indices: one or none

    /// In words of Arrow, for messages.
    std::string words() const;
};

/// Throws Usage M1905 where the schema contradicts the specification.
ArrowType read_arrow_type(const ArrowSchema& schema);

[[noreturn]] void refuse_arrow(const std::string& column, const std::string& what);

} // namespace meldroute::inline v0
