// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// From JSON to the model, typed on the way. Every fault names its place.

#pragma once

#include "rules/model.hpp"

namespace meldroute::inline v0 {

/// What reading a body needs to know; it notes the texts that rules name.
class Reader {
public:
    explicit Reader(Book& book) : book_(book) {}

    /// A fact or decision by id; throws M1202 with the nearest name.
    Input input(std::string_view id, const JsonNode& at) const;
    Cell cell(const Input& input, const JsonNode& node);
    /// A comparison ("<", "<=", ">", ">=", "==", "!=") of an input with a constant.
    Cell comparison(const Input& input, std::string_view sign, const JsonNode& constant);
    /// An expression of this type; throws M1209 to M1212.
    Formula formula(const JsonNode& node, const Type& expected);
    Table table(const Decision& decision);

    const Type& type(const Input& input) const { return book_.type(input); }
    /// A scalar constant of this input's type, in units.
    std::int64_t constant(const Input& input, const JsonNode& node);

private:
    Intervals one_cell(const Input& input, const JsonNode& node, std::string_view text);

    Book& book_;
};

/// Which values compare so with this one: `type` says in which units.
Intervals compared(const Type& type, Interval domain, std::string_view sign, const JsonNode& node);

/// The word for a type in JSON.
std::string to_word(Kind kind);

/// All inputs of a body, in order of first mention.
std::vector<Input> inputs_of(const Decision& decision);

/// Fills `through` and `atoms` of every decision; throws M1204 for a cycle.
void connect(Book& book);

} // namespace meldroute::inline v0
