// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The two formats of text: how a record becomes a situation, and rulings become lines.

#pragma once

#include <meldroute/batch/batch.hpp>

#include <memory>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

class TextForm {
public:
    virtual ~TextForm() = default;

    /// The first line of what is written, or "".
    virtual std::string head() const = 0;
    /// Decides these records and writes a line for each, with its line end.
    struct Lines {
        std::string text;
        std::size_t faults = 0;
    };
    virtual Lines decide(const std::vector<std::string>& records) const = 0;
};

std::unique_ptr<TextForm> ndjson_form(const Batch& batch);
/// Throws Usage 19xx for a head that names what is not there.
std::unique_ptr<TextForm> csv_form(const Batch& batch, const std::string& head);

/// Throws Usage M1910 for a record that was cut off.
void refuse_too_long(const std::string& record);

} // namespace meldroute::inline v0
