// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Expressions in JsonLogic notation, in a strict dialect: typed, no coercion, unknown is a value.

#include "rules/read.hpp"

#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

constexpr int deepest = 64;
using Op = Formula::Op;

const std::vector<std::string>& operators() {
    static const std::vector<std::string> all{
        "var", "==", "!=", "<", "<=", ">",   ">=",  "and", "or",   "!",
        "if",  "+",  "-",  "*", "/",  "min", "max", "in",  "count"};
    return all;
}

Type boolean() {
    return {};
}

Type numeric() {
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

std::string mirrored(const std::string& sign) {
    if (sign == "<") return ">";
    if (sign == "<=") return ">=";
    if (sign == ">") return "<";
    return sign == ">=" ? "<=" : sign;
}

class FormulaReader {
public:
    explicit FormulaReader(Reader& reader) : reader_(reader) {}

    Formula read(const JsonNode& node, int depth) {
        if (depth > deepest) node.fail(Fault::expression_too_deep, {std::to_string(deepest)});
        if (is_constant(node)) return constant(node);
        const auto [name, arguments] = call(node);
        if (name == "var") return variable(node);
        if (name == "count") return count(node, arguments);
        if (name == "in") return membership(node, arguments);
        if (name == "and" || name == "or") return logic(node, name, arguments, depth);
        if (name == "!") return opposite(node, arguments, depth);
        if (name == "if") return choice(node, arguments, depth);
        if (name == "==" || name == "!=" || name[0] == '<' || name[0] == '>')
            return comparison(node, name, arguments, depth);
        return arithmetic(node, name, arguments, depth);
    }

private:
    using Arguments = std::vector<JsonNode>;

    static std::pair<std::string, Arguments> call(const JsonNode& node) {
        const auto members = node.members();
        if (members.size() != 1) node.fail(Fault::json_wrong_type, {"{\"…\": […]}"});
        const auto& [name, value] = members.front();
        if (std::find(operators().begin(), operators().end(), name) == operators().end())
            value.fail(Fault::expression_operator_unknown, {name, nearest(name, operators())});
        return {name, value.is_array() ? value.items() : Arguments{value}};
    }

    static void expect(const JsonNode& node, const std::string& name, const Arguments& arguments,
                       std::size_t least, std::size_t most, const std::string& words) {
        if (arguments.size() < least || arguments.size() > most)
            node.fail(Fault::expression_wrong_arguments, {name, words});
    }

    static void expect_kind(const JsonNode& node, const std::string& name, const Formula& part,
                            bool fits) {
        if (!fits) node.fail(Fault::expression_types_differ, {name, to_word(part.type.kind)});
    }

    static Formula constant(const JsonNode& node) {
        Formula out;
        if (node.is_boolean()) {
            out.type = boolean();
            out.constant = node.boolean();
        } else if (node.is_number()) {
            out.type = numeric();
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

    Formula variable(const JsonNode& node) {
        const auto at = node.at("var");
        Formula out;
        out.op = Op::input;
        out.cell.input = reader_.input(at.string(), at);
        out.type = reader_.type(out.cell.input);
        return out;
    }

    Formula count(const JsonNode& node, const Arguments& arguments) {
        expect(node, "count", arguments, 1, 1, "1");
        if (!is_var(arguments[0]))
            node.fail(Fault::expression_wrong_arguments, {"count", "{\"var\": …}"});
        Formula out = variable(arguments[0]);
        expect_kind(node, "count", out, out.type.many());
        out.op = Op::count;
        out.type = numeric();
        out.type.decimals = 0;
        return out;
    }

    /// {"in": ["arbeid", {"var": "vorm"}]} of a set, {"in": [{"var": "x"}, ["a", "b"]]} of a scalar.
    Formula membership(const JsonNode& node, const Arguments& arguments) {
        expect(node, "in", arguments, 2, 2, "2");
        Formula out;
        out.op = Op::cell;
        if (is_var(arguments[1])) {
            const Formula set = variable(arguments[1]);
            expect_kind(node, "in", set, set.type.many());
            const auto word = set.type.kind == Kind::set ? "has " : "seen ";
            out.cell =
                reader_.cell(set.cell.input, arguments[0].with(word + arguments[0].string()));
        } else {
            if (!is_var(arguments[0]) || !arguments[1].is_array())
                node.fail(Fault::expression_wrong_arguments, {"in", "{\"var\": …}, […]"});
            const Formula input = variable(arguments[0]);
            expect_kind(node, "in", input, !input.type.many());
            out.cell = reader_.cell(input.cell.input, arguments[1]);
        }
        return out;
    }

    Formula logic(const JsonNode& node, const std::string& name, const Arguments& arguments,
                  int depth) {
        expect(node, name, arguments, 1, 64, "1 … 64");
        Formula out;
        out.op = name == "and" ? Op::both : Op::either;
        for (const auto& argument : arguments) out.parts.push_back(truth(argument, name, depth));
        return out;
    }

    Formula opposite(const JsonNode& node, const Arguments& arguments, int depth) {
        expect(node, "!", arguments, 1, 1, "1");
        Formula out;
        out.op = Op::opposite;
        out.parts.push_back(truth(arguments[0], "!", depth));
        return out;
    }

    Formula truth(const JsonNode& node, const std::string& name, int depth) {
        Formula part = read(node, depth + 1);
        expect_kind(node, name, part, part.type.kind == Kind::boolean);
        return part;
    }

    Formula choice(const JsonNode& node, const Arguments& arguments, int depth) {
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
        out.type = out.parts[1].type.numeric() ? numeric() : out.parts[1].type;
        expect_kind(node, "if", out.parts[1], out.type.numeric() || out.type.kind == Kind::boolean);
        return out;
    }

    Formula comparison(const JsonNode& node, const std::string& sign, const Arguments& arguments,
                       int depth) {
        const bool chain = sign == "<" || sign == "<=";
        expect(node, sign, arguments, 2, chain ? 3 : 2, chain ? "2, 3" : "2");
        if (arguments.size() == 2) return compare(node, sign, arguments[0], arguments[1], depth);
        Formula out;
        out.op = Op::both;
        out.parts.push_back(compare(node, sign, arguments[0], arguments[1], depth));
        out.parts.push_back(compare(node, sign, arguments[1], arguments[2], depth));
        return out;
    }

    Formula compare(const JsonNode& node, const std::string& sign, const JsonNode& left,
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
        const bool numbers = a.type.numeric() && b.type.numeric();
        const bool same = a.type.kind == b.type.kind && a.type.kind != Kind::text &&
                          a.type.kind != Kind::choice && !a.type.many();
        expect_kind(node, sign, numbers ? a : b, numbers || same);
        const bool turn = sign == ">" || sign == ">=";
        out.op = sign == "==" || sign == "!=" ? Op::equal
                 : sign.size() == 1           ? Op::less
                                              : Op::at_most;
        out.parts.push_back(std::move(turn ? b : a));
        out.parts.push_back(std::move(turn ? a : b));
        if (sign != "!=") return out;
        Formula no;
        no.op = Op::opposite;
        no.parts.push_back(std::move(out));
        return no;
    }

    Formula arithmetic(const JsonNode& node, const std::string& name, const Arguments& arguments,
                       int depth) {
        const bool two = name == "-" || name == "/";
        expect(node, name, arguments, two ? 2 : 1, two ? 2 : 64, two ? "2" : "1 … 64");
        Formula out;
        out.op = name == "+"     ? Op::plus
                 : name == "-"   ? Op::minus
                 : name == "*"   ? Op::times
                 : name == "/"   ? Op::divide
                 : name == "min" ? Op::least
                                 : Op::most;
        out.type = numeric();
        for (const auto& argument : arguments) {
            out.parts.push_back(read(argument, depth + 1));
            expect_kind(argument, name, out.parts.back(), out.parts.back().type.numeric());
        }
        return out;
    }

    Reader& reader_;
};

} // namespace

Formula Reader::formula(const JsonNode& node, const Type& expected) {
    Formula out = FormulaReader(*this).read(node, 0);
    const bool fits = expected.numeric() ? out.type.numeric() : expected.kind == out.type.kind;
    if (!fits)
        node.fail(Fault::expression_types_differ, {to_word(expected.kind), to_word(out.type.kind)});
    return out;
}

} // namespace meldroute::inline v0
