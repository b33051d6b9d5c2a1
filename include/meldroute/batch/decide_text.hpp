// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Decisions on a stream of text: NDJSON (a JSON object a line) or CSV (a first line with names).
// Rows come out in the order in which they went in, and memory does not grow with their number.

#pragma once

#include <meldroute/batch/batch.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>

namespace meldroute::inline v0 {

enum class TextFormat : std::uint8_t { ndjson, csv };

/// How far a stream has been decided.
struct TextProgress {
    std::uint64_t bytes = 0; ///< read
    std::size_t rows = 0;    ///< decided and written
    std::size_t faults = 0;  ///< of these, with an error
};

/// Reads to the end; `progress` is told now and then. What is written has the same format: columns to
/// keep, then of each decision its outcome, `:state` and perhaps `:needed`, and the two of errors.
/// CSV is separated by `;` (numbers then with a decimal comma) or by `,`, as its first line is.
/// Throws Usage 19xx for that first line, and M1018 when `out` fails.
TextProgress decide_text(const Batch& batch, TextFormat format, std::istream& in, std::ostream& out,
                         const std::function<void(const TextProgress&)>& progress = {});

} // namespace meldroute::inline v0
