// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Reads values of one fact from columns and cells, into the units of its type. The faults are those
// of a fact that is told; no message repeats a value.

#pragma once

#include <meldroute/facts/vocabulary.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>

namespace meldroute::inline v0 {

__extension__ using Wide = __int128;

class FactReader {
public:
    /// The fact must outlive what reads it.
    explicit FactReader(const Fact& fact);

    const Fact& fact() const { return *fact_; }
    const Type& type() const { return fact_->type; }

    // Each throws RulebookError with the place /fact.

    /// A scalar as it is written in JSON or in a cell: true, 12.50, 2026-03-31, P2W, hotel.
    std::int64_t text(std::string_view text) const;
    /// A whole number of which `scale` digits stand behind the point.
    std::int64_t number(Wide digits, int scale) const;
    /// A binary float is what its shortest form says.
    std::int64_t real(double value) const;
    std::int64_t real(float value) const;
    /// Counted in so many parts of a second; what does not fit the fact's own unit is refused.
    std::int64_t time(Wide count, std::int64_t per_second) const;
    std::int64_t within(Wide value) const;
    /// The index of a code.
    int code(std::string_view id) const;

    [[noreturn]] void refuse(Fault fault, std::vector<std::string> words = {}) const;

private:
    std::int64_t boolean(std::string_view text) const;
    [[noreturn]] void refuse_form() const;

    const Fact* fact_;
    std::unordered_map<std::string_view, int> codes_;
};

} // namespace meldroute::inline v0
