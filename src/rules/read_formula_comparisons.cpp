// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Comparisons: of an input with a constant a cell, which cuts its domain exactly; else of two parts.

#include "rules/formula_reader.hpp"

namespace meldroute::inline v0 {
namespace {

using Op = Formula::Op;

std::string mirrored(const std::string& sign) {
    if (sign == "<") return ">";
    if (sign == "<=") return ">=";
    if (sign == ">") return "<";
    return sign == ">=" ? "<=" : sign;
}

/// A text constant beside a date is that date.
void as_type_of(const Formula& other, Formula& constant, const JsonNode& node) {
    if (constant.op != Op::constant || constant.type.kind != Kind::text) return;
    if (other.type.kind != Kind::date && other.type.kind != Kind::moment) return;
    constant.constant = other.type.read(node, false);
    constant.type = other.type;
}

} // namespace

Formula FormulaReader::comparison(const JsonNode& node, const std::string& sign,
                                  const Arguments& arguments, int depth) {
    const bool chain = sign == "<" || sign == "<=";
    expect(node, sign, arguments, 2, chain ? 3 : 2, chain ? "2, 3" : "2");
    if (arguments.size() == 2) return compare(node, sign, arguments[0], arguments[1], depth);
    Formula out;
    out.op = Op::both;
    out.parts.push_back(compare(node, sign, arguments[0], arguments[1], depth));
    out.parts.push_back(compare(node, sign, arguments[1], arguments[2], depth));
    return out;
}

Formula FormulaReader::compare(const JsonNode& node, const std::string& sign, const JsonNode& left,
                               const JsonNode& right, int depth) {
    Formula out;
    out.op = Op::cell;
    if (is_var(left) && is_constant(right)) {
        out.cell = reader_.comparison(variable(left).cell.input, sign, right);
        return out;
    }
    if (is_constant(left) && is_var(right)) {
        out.cell = reader_.comparison(variable(right).cell.input, mirrored(sign), left);
        return out;
    }
    Formula a = read(left, depth + 1), b = read(right, depth + 1);
    as_type_of(a, b, right);
    as_type_of(b, a, left);
    const bool numbers = a.type.numeric() && b.type.numeric();
    const bool same = a.type.kind == b.type.kind && a.type.kind != Kind::text &&
                      a.type.kind != Kind::choice && !a.type.many();
    expect_kind(node, sign, numbers ? a : b, numbers || same);
    const bool turn = sign == ">" || sign == ">=";
    out.op = sign == "==" || sign == "!=" ? Op::equal : sign.size() == 1 ? Op::less : Op::at_most;
    out.parts.push_back(std::move(turn ? b : a));
    out.parts.push_back(std::move(turn ? a : b));
    if (sign != "!=") return out;
    Formula no;
    no.op = Op::opposite;
    no.parts.push_back(std::move(out));
    return no;
}

} // namespace meldroute::inline v0
