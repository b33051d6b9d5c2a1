// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Expressions in JsonLogic notation, in a strict dialect: typed, no coercion, unknown is a value.

#include "rules/formula_reader.hpp"

#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

constexpr int deepest = 64;
using Op = Formula::Op;

/// The operator of a node and what it works on.
std::pair<std::string, std::vector<JsonNode>> opened(const JsonNode& node) {
    const auto members = node.members();
    if (members.size() != 1) node.fail(Fault::json_wrong_type, {"{\"…\": […]}"});
    const auto& [name, value] = members.front();
    if (std::find(formula_operators().begin(), formula_operators().end(), name) ==
        formula_operators().end())
        value.fail(Fault::expression_operator_unknown, {name, nearest(name, formula_operators())});
    return {name, value.is_array() ? value.items() : std::vector<JsonNode>{value}};
}

} // namespace

const std::vector<std::string>& formula_operators() {
    static const std::vector<std::string> all{"var",
                                              "==",
                                              "!=",
                                              "<",
                                              "<=",
                                              ">",
                                              ">=",
                                              "and",
                                              "or",
                                              "!",
                                              "if",
                                              "+",
                                              "-",
                                              "*",
                                              "/",
                                              "min",
                                              "max",
                                              "in",
                                              "abs",
                                              "round",
                                              "power",
                                              "known",
                                              "count",
                                              "sum",
                                              "some",
                                              "all",
                                              "none",
                                              "starts-with",
                                              "ends-with",
                                              "contains",
                                              "age",
                                              "date-of",
                                              "years-between",
                                              "months-between",
                                              "weeks-between",
                                              "days-between",
                                              "add-days",
                                              "add-months",
                                              "add-years"};
    return all;
}

Type boolean_type() {
    return {};
}

Type numeric_type() {
    Type type;
    type.kind = Kind::number;
    type.decimals = 9;
    return type;
}

bool is_constant(const JsonNode& node) {
    return !node.is_object();
}

bool is_var(const JsonNode& node) {
    return node.is_object() && node.has("var") && node.json().size() == 1;
}

void expect(const JsonNode& node, const std::string& name, const std::vector<JsonNode>& arguments,
            std::size_t least, std::size_t most, const std::string& words) {
    if (arguments.size() < least || arguments.size() > most)
        node.fail(Fault::expression_wrong_arguments, {name, words});
}

void expect_kind(const JsonNode& node, const std::string& name, const Formula& part, bool fits) {
    if (!fits) node.fail(Fault::expression_types_differ, {name, to_word(part.type.kind)});
}

Formula combined(Op op, const Type& type, std::vector<Formula> parts) {
    Formula out;
    out.op = op;
    out.type = type;
    out.parts = std::move(parts);
    return out;
}

Formula FormulaReader::read(const JsonNode& node, int depth) {
    if (depth > deepest) node.fail(Fault::expression_too_deep, {std::to_string(deepest)});
    if (is_constant(node)) return constant(node);
    const auto [name, arguments] = opened(node);
    return call(node, name, arguments, depth);
}

Formula FormulaReader::call(const JsonNode& node, const std::string& name,
                            const Arguments& arguments, int depth) {
    const auto is = [&](std::initializer_list<const char*> names) {
        return std::find(names.begin(), names.end(), name) != names.end();
    };
    if (name == "var") return variable(node);
    if (name == "known") return known(node, arguments);
    if (name == "in") return membership(node, arguments);
    if (is({"starts-with", "ends-with", "contains"})) return text_test(node, name, arguments);
    if (is({"and", "or"})) return logic(node, name, arguments, depth);
    if (name == "!") return opposite(node, arguments, depth);
    if (name == "if") return choice(node, arguments, depth);
    if (is({"==", "!=", "<", "<=", ">", ">="})) return comparison(node, name, arguments, depth);
    if (is({"abs", "round", "power"})) return rounding(node, name, arguments, depth);
    if (is({"some", "all", "none", "count", "sum"})) return over_list(node, name, arguments, depth);
    if (is({"min", "max"}) && !arguments.empty() && list_of(arguments[0]))
        return over_list(node, name, arguments, depth);
    if (is({"+", "-", "*", "/", "min", "max"})) return arithmetic(node, name, arguments, depth);
    return dates(node, name, arguments, depth);
}

Formula FormulaReader::constant(const JsonNode& node) const {
    Formula out;
    if (node.is_boolean()) {
        out.type = boolean_type();
        out.constant = node.boolean();
    } else if (node.is_number()) {
        out.type = numeric_type();
        out.number = node.is_integer()
                         ? Decimal{node.integer(), 0}
                         : Decimal::from_double(node.json().get<double>(), node.place());
    } else if (node.is_string()) {
        out.type.kind = Kind::text; // typed by what it is compared with
    } else {
        node.fail(Fault::json_wrong_type, {"true, 1, \"…\", {\"…\": […]}"});
    }
    return out;
}

Formula FormulaReader::variable(const JsonNode& node) const {
    const auto at = node.at("var");
    Formula out;
    out.op = Op::input;
    const auto field =
        scope_ ? reader_.field(scope_->list, scope_->record, at.string()) : std::nullopt;
    out.cell.input = field ? Input{false, *field} : reader_.input(at.string(), at);
    out.type = reader_.type(out.cell.input);
    return out;
}

/// {"in": ["arbeid", {"var": "vorm"}]} of a set, {"in": [{"var": "x"}, ["a", "b"]]} of a scalar.
Formula FormulaReader::membership(const JsonNode& node, const Arguments& arguments) {
    expect(node, "in", arguments, 2, 2, "2");
    Formula out;
    out.op = Op::cell;
    if (is_var(arguments[1])) {
        const Formula set = variable(arguments[1]);
        expect_kind(node, "in", set, set.type.many());
        const auto word = set.type.kind == Kind::set ? "has " : "seen ";
        out.cell = reader_.cell(set.cell.input, arguments[0].with(word + arguments[0].string()));
    } else {
        if (!is_var(arguments[0]) || !arguments[1].is_array())
            node.fail(Fault::expression_wrong_arguments, {"in", "{\"var\": …}, […]"});
        const Formula input = variable(arguments[0]);
        expect_kind(node, "in", input, !input.type.many());
        out.cell = reader_.cell(input.cell.input, arguments[1]);
    }
    return out;
}

Formula FormulaReader::logic(const JsonNode& node, const std::string& name,
                             const Arguments& arguments, int depth) {
    expect(node, name, arguments, 1, 64, "1 … 64");
    Formula out;
    out.op = name == "and" ? Op::both : Op::either;
    for (const auto& argument : arguments) out.parts.push_back(truth(argument, name, depth));
    return out;
}

Formula FormulaReader::opposite(const JsonNode& node, const Arguments& arguments, int depth) {
    expect(node, "!", arguments, 1, 1, "1");
    Formula out;
    out.op = Op::opposite;
    out.parts.push_back(truth(arguments[0], "!", depth));
    return out;
}

Formula FormulaReader::truth(const JsonNode& node, const std::string& name, int depth) {
    Formula part = read(node, depth + 1);
    expect_kind(node, name, part, part.type.kind == Kind::boolean);
    return part;
}

Formula FormulaReader::choice(const JsonNode& node, const Arguments& arguments, int depth) {
    expect(node, "if", arguments, 3, 63, "3, 5, 7 …");
    if (arguments.size() % 2 == 0)
        node.fail(Fault::expression_wrong_arguments, {"if", "3, 5, 7 …"});
    Formula out;
    out.op = Op::choose;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const bool condition = i % 2 == 0 && i + 1 < arguments.size();
        out.parts.push_back(condition ? truth(arguments[i], "if", depth)
                                      : read(arguments[i], depth + 1));
        if (condition) continue;
        const Formula& first = out.parts[1];
        expect_kind(node, "if", out.parts.back(),
                    out.parts.back().type.numeric()
                        ? first.type.numeric()
                        : out.parts.back().type.kind == first.type.kind);
    }
    out.type = out.parts[1].type.numeric() ? numeric_type() : out.parts[1].type;
    expect_kind(node, "if", out.parts[1], out.type.numeric() || out.type.kind == Kind::boolean);
    return out;
}

Formula FormulaReader::arithmetic(const JsonNode& node, const std::string& name,
                                  const Arguments& arguments, int depth) {
    const bool two = name == "-" || name == "/";
    expect(node, name, arguments, two ? 2 : 1, two ? 2 : 64, two ? "2" : "1 … 64");
    Formula out;
    out.op = name == "+"     ? Op::plus
             : name == "-"   ? Op::minus
             : name == "*"   ? Op::times
             : name == "/"   ? Op::divide
             : name == "min" ? Op::least
                             : Op::most;
    out.type = numeric_type();
    for (const auto& argument : arguments) {
        out.parts.push_back(number(argument, name, depth));
    }
    return out;
}

Formula Reader::formula(const JsonNode& node, const Type& expected) {
    Formula out = FormulaReader(*this).read(node, 0);
    const bool fits = expected.numeric() ? out.type.numeric() : expected.kind == out.type.kind;
    if (!fits)
        node.fail(Fault::expression_types_differ, {to_word(expected.kind), to_word(out.type.kind)});
    return out;
}

} // namespace meldroute::inline v0
