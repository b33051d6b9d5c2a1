// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A report as most reports are: plain JSON text, read in one pass without a tree in between. What
// is not plain (a fault, an escape, a list of records) is declined, and read
// the long way, which knows what to say of it. So this reads exactly what the long way reads, or
// nothing.

#pragma once

#include "base/plain_text.hpp"

#include <meldroute/facts/situation.hpp>

#include <optional>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

/// What was told of one fact.
struct PlainFact {
    std::uint32_t slot = 0;
    Unknown why = Unknown::not_asked;
    bool known = false; ///< of a scalar
    bool aside = false; ///< {"unknown": …}
    std::int64_t value = 0;
    std::uint64_t seen = 0, not_seen = 0;
    std::string_view text; ///< in the text that is read
};

class PlainReader {
public:
    PlainReader(const Vocabulary& vocabulary, std::string_view text);

    /// False where the text is declined.
    bool read();
    /// Until this thread reads the next text.
    const std::vector<PlainFact>& told() const { return told_; }

private:
    using Number = std::optional<std::int64_t>;
    using Bits = std::optional<std::uint64_t>;

    std::optional<std::size_t> slot();
    bool fact();
    bool told(PlainFact& told, const Fact& fact);
    bool aside(PlainFact& told, const Type& type);
    bool reason(PlainFact& told);
    bool members(PlainFact& told);
    Number scalar(PlainFact& told, const Type& type);
    Number number(const Type& type);
    Number truth();
    Number code(std::size_t slot);
    Bits codes(std::size_t slot);

    std::optional<std::string_view> string();

    const Vocabulary& vocabulary_;
    PlainText text_;
    std::size_t next_ = 0; ///< slot of the fact that is expected next
    std::vector<PlainFact>& told_;
    std::vector<bool>& seen_; ///< by slot: a key that stands twice is a fault
};

} // namespace meldroute::inline v0
