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
    /// The slot of a field of a record, if the list has that field.
    std::optional<std::size_t> field(std::size_t list, int record, std::string_view id) const {
        return book_.vocabulary->field(list, record, id);
    }
    Cell cell(const Input& input, const JsonNode& node);
    /// A comparison ("<", "<=", ">", ">=", "==", "!=") of an input with a constant, or with a part
    /// of a cell's text.
    Cell comparison(const Input& input, std::string_view sign, const JsonNode& constant,
                    std::optional<std::string_view> part = {});
    /// Whether a text starts with, ends with or contains a part.
    Cell text_test(const Input& input, TextClasses::Kind kind, const JsonNode& part);
    /// An expression of this type; throws M1209 to M1212.
    Formula formula(const JsonNode& node, const Type& expected);
    Table table(const Decision& decision);

    const Type& type(const Input& input) const { return book_.type(input); }

private:
    /// The class of a text that a rule names.
    std::int64_t constant_text(const Input& input, std::string_view text);
    Cell dated(const JsonNode& valid);
    Intervals one_cell(const Input& input, const JsonNode& node, std::string_view text);

    Book& book_;
};

/// The type of the outcome, of one or several outputs.
void read_outcome(Decision& decision, const CodeLists& lists);
/// What a row or `else` gives, in units; of a set its bits. Throws M1208.
std::int64_t outcome_of(const Decision& decision, const JsonNode& node);
/// The decisions that each give one output of the decision at this index: `weging.bedrag`.
std::vector<Decision> outputs_of(const Book& book, std::size_t index);
Take take_of(const JsonNode& declaration);
bool gathers(Take take);

/// Which values compare so with this one: `type` says in which units.
Intervals compared(const Type& type, Interval domain, std::string_view sign, const JsonNode& node,
                   std::optional<std::string_view> part = {});

/// The word for a type in JSON.
std::string to_word(Kind kind);

/// All inputs of a body, in order of first mention.
std::vector<Input> inputs_of(const Decision& decision);

/// Fills `through` and `atoms` of every decision; throws M1204 for a cycle.
void connect(Book& book);

} // namespace meldroute::inline v0
