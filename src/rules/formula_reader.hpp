// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Reads one expression in JsonLogic notation, in a strict dialect: typed, no coercion, and unknown
// is a value.

#pragma once

#include "rules/read.hpp"

#include <optional>
#include <string>
#include <vector>

namespace meldroute::inline v0 {

/// The names that an operator can have.
const std::vector<std::string>& formula_operators();

class FormulaReader {
public:
    explicit FormulaReader(Reader& reader) : reader_(reader) {}

    Formula read(const JsonNode& node, int depth);

private:
    using Arguments = std::vector<JsonNode>;
    /// The record of a list that a part of an expression speaks of.
    struct Scope {
        std::size_t list;
        int record;
    };

    Formula call(const JsonNode& node, const std::string& name, const Arguments& arguments,
                 int depth);
    Formula constant(const JsonNode& node) const;
    Formula variable(const JsonNode& node) const;
    Formula known(const JsonNode& node, const Arguments& arguments) const;
    Formula membership(const JsonNode& node, const Arguments& arguments);
    Formula text_test(const JsonNode& node, const std::string& name, const Arguments& arguments);
    Formula logic(const JsonNode& node, const std::string& name, const Arguments& arguments,
                  int depth);
    Formula opposite(const JsonNode& node, const Arguments& arguments, int depth);
    Formula truth(const JsonNode& node, const std::string& name, int depth);
    Formula choice(const JsonNode& node, const Arguments& arguments, int depth);
    Formula comparison(const JsonNode& node, const std::string& sign, const Arguments& arguments,
                       int depth);
    Formula compare(const JsonNode& node, const std::string& sign, const JsonNode& left,
                    const JsonNode& right, int depth);
    Formula arithmetic(const JsonNode& node, const std::string& name, const Arguments& arguments,
                       int depth);
    Formula number(const JsonNode& node, const std::string& name, int depth);
    Formula rounding(const JsonNode& node, const std::string& name, const Arguments& arguments,
                     int depth);
    Formula day(const JsonNode& node, const std::string& name, int depth);
    Formula dates(const JsonNode& node, const std::string& name, const Arguments& arguments,
                  int depth);

    /// The slot of the list that this names, if it is one.
    std::optional<std::size_t> list_of(const JsonNode& node) const;
    Formula over_list(const JsonNode& node, const std::string& name, const Arguments& arguments,
                      int depth);
    Formula in_record(const JsonNode& node, std::size_t list, int record, int depth);

    Reader& reader_;
    std::optional<Scope> scope_;
};

// What the parts of the reader share.

Type boolean_type();
Type numeric_type();
bool is_constant(const JsonNode& node);
bool is_var(const JsonNode& node);
/// Throws M1210 unless there are so many arguments.
void expect(const JsonNode& node, const std::string& name, const std::vector<JsonNode>& arguments,
            std::size_t least, std::size_t most, const std::string& words);
/// Throws M1211 for an argument of this type.
void expect_kind(const JsonNode& node, const std::string& name, const Formula& part, bool fits);
Formula combined(Formula::Op op, const Type& type, std::vector<Formula> parts);

} // namespace meldroute::inline v0
