// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Reads what somebody wrote as a value of a type. What is told in a case may be a fact about a
// person: then no message repeats it, and the fact is named instead.

#pragma once

#include <meldroute/facts/type.hpp>

#include <cstdint>
#include <string>

namespace meldroute::inline v0 {

class ValueReader {
public:
    /// For a value that stands in a rule: messages may repeat it and say what comes near.
    explicit ValueReader(const Type& type) : type_(type) {}
    /// For a value of this fact: messages name the fact only.
    ValueReader(const Type& type, std::string fact) : type_(type), fact_(fact), secret_(true) {}

    /// A value of a scalar type in its units; 0 for a text.
    std::int64_t scalar(const JsonNode& node) const;
    /// The same of a text that is a part of what stands there; not of a number.
    std::int64_t scalar(const JsonNode& node, std::string_view text) const;
    /// An array of codes, as bits.
    std::uint64_t members(const JsonNode& node) const;

    /// Refuses this value, and shows the form that is expected.
    [[noreturn]] void refuse(const JsonNode& node, const std::string& form) const;

private:
    std::int64_t unchecked(const JsonNode& node) const;
    std::int64_t written(const JsonNode& node, std::string_view text) const;
    std::int64_t within(const JsonNode& node, std::int64_t value) const;
    std::int64_t number(const JsonNode& node) const;
    int code(const JsonNode& node, std::string_view id) const;
    std::string limit(std::int64_t value) const;

    const Type& type_;
    std::string fact_;
    bool secret_ = false;
};

} // namespace meldroute::inline v0
