// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// In place of an expression: a number one off, another comparison, `and` for `or`.

#include "trials/slips.hpp"

#include <nlohmann/json.hpp>

#include <map>

namespace meldroute::inline v0 {
namespace {

using Pointer = Json::json_pointer;

bool is_var(const Json& node) {
    return node.is_object() && node.size() == 1 && node.contains("var") && node["var"].is_string();
}

/// What an operator is taken for. Only where both sides are computed is < another thing than a
/// limit one off.
std::vector<std::string> taken_for(const std::string& op, const Json& arguments) {
    static const std::map<std::string, std::vector<std::string>> others{
        {"<", {">=", "<="}}, {"<=", {">", "<"}}, {">", {"<=", ">="}}, {">=", {"<", ">"}},
        {"==", {"!="}},      {"!=", {"=="}},     {"and", {"or"}},     {"or", {"and"}},
        {"+", {"-"}},        {"-", {"+"}},       {"*", {"+"}},        {"/", {"*"}},
        {"min", {"max"}},    {"max", {"min"}}};
    const auto found = others.find(op);
    if (found == others.end()) return {};
    const bool several = arguments.is_array() && arguments.size() > 1;
    if (!several) return {};
    auto words = found->second;
    const bool constant = !arguments[0].is_object() || !arguments[1].is_object();
    if (words.size() > 1 && constant) words.pop_back();
    return words;
}

/// Without a declared type: a number in its last decimal.
std::vector<Json> numbers_beside(const Json& number) {
    const Decimal value = number.is_number_integer() ? Decimal{number.get<std::int64_t>(), 0}
                                                     : Decimal::from_double(number.get<double>());
    std::vector<Json> out;
    for (const auto units : {value.units - 1, value.units + 1})
        out.push_back(Json::parse(Decimal{units, value.decimals}.text()));
    return out;
}

class FormulaSlips {
public:
    FormulaSlips(const Json& whole, const TypeOf& type_of) : whole_(whole), type_of_(type_of) {}

    std::vector<Instead> all() {
        visit(whole_, Pointer());
        return std::move(out_);
    }

private:
    void put(const Pointer& at, Json value, Text words) {
        Json changed = whole_;
        changed[at] = std::move(value);
        out_.push_back({std::move(changed), std::move(words)});
    }

    void visit(const Json& node, const Pointer& at) {
        if (node.is_number()) return constant(node, at, nullptr);
        if (!node.is_object() || node.size() != 1 || is_var(node)) return;
        const std::string op = node.begin().key();
        const Json& arguments = node.begin().value();
        for (const std::string& other : taken_for(op, arguments))
            put(at, Json{{other, arguments}}, {op + " wordt " + other, op + " becomes " + other});
        if (op == "!") left_out(arguments, at);
        if (!arguments.is_array()) return visit(arguments, at / op);
        if (op == "if" && arguments.size() == 3) turned(arguments, at / op);
        if (op == "in") return membership(arguments, at / op);
        const Type* type = type_beside(arguments);
        for (std::size_t i = 0; i < arguments.size(); ++i) {
            if (arguments[i].is_object())
                visit(arguments[i], at / op / i);
            else
                constant(arguments[i], at / op / i, type);
        }
    }

    void left_out(const Json& arguments, const Pointer& at) {
        const Json& inner = arguments.is_array() ? arguments.at(0) : arguments;
        put(at, inner, {"zonder «niet»", "without “not”"});
    }

    void turned(const Json& arguments, const Pointer& at) {
        put(at, Json::array({arguments[0], arguments[2], arguments[1]}),
            {"«dan» en «anders» omgewisseld", "“then” and “else” swapped"});
    }

    /// {"in": ["arbeid", {"var": "vorm"}]}, {"in": [{"var": "x"}, ["a", "b"]]}.
    void membership(const Json& arguments, const Pointer& at) {
        if (arguments.size() != 2) return;
        if (is_var(arguments[1]))
            constant(arguments[0], at / 0, type_of_(arguments[1]["var"].get<std::string>()));
        if (!arguments[1].is_array() || arguments[1].size() < 2) return;
        for (std::size_t i = 0; i < arguments[1].size(); ++i) {
            Json rest = arguments[1];
            rest.erase(i);
            const std::string gone = in_text(arguments[1][i]);
            put(at / 1, rest, {gone + " weg uit de lijst", gone + " gone from the list"});
        }
    }

    /// The type of what a constant is compared with.
    const Type* type_beside(const Json& arguments) const {
        for (const Json& argument : arguments)
            if (is_var(argument)) return type_of_(argument["var"].get<std::string>());
        return nullptr;
    }

    void constant(const Json& value, const Pointer& at, const Type* type) {
        std::vector<Json> others;
        if (type && !type->numeric() && !value.is_number())
            others = neighbours(*type, value);
        else if (value.is_number())
            others = numbers_beside(value);
        else if (value.is_boolean())
            others = {!value.get<bool>()};
        for (const Json& other : others) put(at, other, from_to("waarde", "value", value, other));
    }

    const Json& whole_;
    const TypeOf& type_of_;
    std::vector<Instead> out_;
};

} // namespace

std::vector<Instead> slips_in_formula(const Json& formula, const TypeOf& type_of) {
    return FormulaSlips(formula, type_of).all();
}

} // namespace meldroute::inline v0
