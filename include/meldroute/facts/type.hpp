// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The types that a fact or an outcome can have. Every value is one 64-bit number in its type's
// units, so that rules compare numbers and every domain is discrete.

#pragma once

#include <meldroute/base/decimal.hpp>
#include <meldroute/base/json.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

enum class Kind : std::uint8_t {
    boolean,   ///< 0 or 1
    integer,   ///< itself
    number,    ///< units of the declared decimals
    date,      ///< days since 1970
    moment,    ///< microseconds since 1970, UTC
    duration,  ///< seconds; weeks, days, hours, minutes (months have no fixed length)
    text,      ///< equality only; the text itself stays with the situation
    choice,    ///< "enum": the index of the value as declared
    set,       ///< of at most 64 values: a bit for each
    checklist, ///< of at most 64 items: seen, not seen, or not looked at
    list,      ///< of records: how many there are; each record has slots of its own
};

/// A value of an enum, a set or a checklist.
struct Code {
    std::string id; ///< Dutch kebab-case, or a code of others such as GM0213
    Text label;     ///< the id itself where none is given
};

/// Code lists by name ("codes/gemeenten").
using CodeLists = std::map<std::string, std::vector<Code>, std::less<>>;

struct Type {
    Kind kind = Kind::boolean;
    std::vector<Code> codes; ///< of choice, set and checklist
    std::int64_t min = 0;    ///< smallest value, in units
    std::int64_t max = 1;    ///< largest value, in units
    int decimals = 0;        ///< of number
    std::string unit;        ///< "jaar", for people

    bool many() const { return kind == Kind::set || kind == Kind::checklist; }
    /// A list counts as the number of its records.
    bool numeric() const {
        return kind == Kind::integer || kind == Kind::number || kind == Kind::list;
    }
    /// All members of a set or checklist as bits.
    std::uint64_t all() const;
    /// Index of a code, or -1.
    int code(std::string_view id) const;
    std::vector<std::string> code_ids() const;

    /// A value of a scalar type in units (0 for a text), or a set's bits from an array. Decimals
    /// may stand as a string in canonical form ("1.5"), as they do in a stored body. `secret`: the
    /// message must not repeat what was written, because it may be a fact about a person.
    std::int64_t read(const JsonNode& node, bool secret) const;
    /// A scalar value, or a set's bits, as JSON. A moment stands in UTC; a text is null, since only
    /// the situation has it.
    Json to_json(std::int64_t value) const;
    /// A scalar value, or a set's bits, for people; a moment as the clock stood in Amsterdam. Empty
    /// for a text. The unit is not in it.
    std::string words(std::int64_t value, Lang lang) const;
};

/// Reads "type", "values" or "items", "min", "max", "decimals", "unit" of a fact or an outcome.
/// Throws RulebookError 11xx.
Type read_type(const JsonNode& node, const CodeLists& lists);

/// Reads an array of codes: ids, or {"id": …, "label": …}.
std::vector<Code> read_codes(const JsonNode& node);

} // namespace meldroute::inline v0
