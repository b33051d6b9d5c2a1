// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Expressions on numbers one by one, on dates, and on texts.

#include "rules/formula_reader.hpp"

#include <meldroute/base/date.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

using Op = Formula::Op;
constexpr std::int64_t most_exponent = 9;
constexpr std::size_t most_text_tests = 6;

Type date_type() {
    Type type;
    type.kind = Kind::date;
    type.min = Date::parse("1900-01-01").days;
    type.max = Date::parse("2100-12-31").days;
    return type;
}

Op op_of(const std::string& name) {
    static const std::map<std::string, Op> ops{
        {"age", Op::years_between},
        {"date-of", Op::date_of},
        {"years-between", Op::years_between},
        {"months-between", Op::months_between},
        {"weeks-between", Op::weeks_between},
        {"days-between", Op::days_between},
        {"add-days", Op::add_days},
        {"add-months", Op::add_months},
        {"add-years", Op::add_years},
        {"abs", Op::absolute},
        {"round", Op::round},
        {"power", Op::power},
    };
    return ops.at(name);
}

} // namespace

Formula FormulaReader::known(const JsonNode& node, const Arguments& arguments) const {
    expect(node, "known", arguments, 1, 1, "1");
    if (!is_var(arguments[0]))
        node.fail(Fault::expression_wrong_arguments, {"known", "{\"var\": …}"});
    Formula cell = variable(arguments[0]);
    if (cell.cell.input.decision)
        node.fail(Fault::expression_wrong_arguments, {"known", "{\"var\": …}"});
    cell.op = Op::cell;
    cell.type = boolean_type();
    cell.cell.test = Cell::Test::unknown;
    return combined(Op::opposite, boolean_type(), {std::move(cell)});
}

Formula FormulaReader::text_test(const JsonNode& node, const std::string& name,
                                 const Arguments& arguments) {
    using enum TextClasses::Kind;
    expect(node, name, arguments, 2, 2, "2");
    if (!is_var(arguments[0]) || !arguments[1].is_string() || arguments[1].string().empty())
        node.fail(Fault::expression_wrong_arguments, {name, "{\"var\": …}, \"…\""});
    Formula out = variable(arguments[0]);
    expect_kind(node, name, out, out.type.kind == Kind::text && !out.cell.input.decision);
    const auto kind = name == "starts-with" ? starts : name == "ends-with" ? ends : contains;
    out.op = Op::cell;
    out.type = boolean_type();
    out.cell = reader_.text_test(out.cell.input, kind, arguments[1]);
    if (std::size_t(out.cell.text) >= most_text_tests)
        node.fail(Fault::expression_wrong_arguments,
                  {name, "≤ " + std::to_string(most_text_tests)});
    return out;
}

Formula FormulaReader::number(const JsonNode& node, const std::string& name, int depth) {
    Formula part = read(node, depth + 1);
    expect_kind(node, name, part, part.type.numeric());
    return part;
}

/// {"abs": x}, {"round": [x, 2]}, {"power": [x, 2]}: the second is a constant.
Formula FormulaReader::rounding(const JsonNode& node, const std::string& name,
                                const Arguments& arguments, int depth) {
    const bool one = name == "abs";
    expect(node, name, arguments, one ? 1 : 2, one ? 1 : 2, one ? "1" : "2");
    Formula out = combined(op_of(name), numeric_type(), {number(arguments[0], name, depth)});
    if (one) return out;
    const bool whole = arguments[1].is_integer();
    out.constant = whole ? arguments[1].integer() : -1;
    if (out.constant < 0 || out.constant > most_exponent)
        arguments[1].fail(Fault::expression_wrong_arguments, {name, "…, 0 … 9"});
    return out;
}

/// A date, or a moment: its day in Amsterdam.
Formula FormulaReader::day(const JsonNode& node, const std::string& name, int depth) {
    Formula part = read(node, depth + 1);
    if (part.op == Op::constant && part.type.kind == Kind::text) {
        part.type = date_type();
        part.constant = part.type.read(node, false);
    }
    const bool moment = part.type.kind == Kind::moment;
    expect_kind(node, name, part, moment || part.type.kind == Kind::date);
    return moment ? combined(Op::date_of, date_type(), {std::move(part)}) : part;
}

Formula FormulaReader::dates(const JsonNode& node, const std::string& name,
                             const Arguments& arguments, int depth) {
    if (name == "date-of") {
        expect(node, name, arguments, 1, 1, "1");
        return day(arguments[0], name, depth);
    }
    expect(node, name, arguments, 2, 2, "2");
    if (name.starts_with("add-"))
        return combined(op_of(name), date_type(),
                        {day(arguments[0], name, depth), number(arguments[1], name, depth)});
    Type whole = numeric_type();
    whole.decimals = 0;
    return combined(op_of(name), whole,
                    {day(arguments[0], name, depth), day(arguments[1], name, depth)});
}

} // namespace meldroute::inline v0
