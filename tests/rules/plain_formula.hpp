// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Expressions, in plain meaning. A part without outcome leaves the whole without, unless another
// part settles it.

#pragma once

#include "rules/plain_table.hpp"

namespace meldroute::inline v0::plain {

inline Value some(std::int64_t of) {
    return {Value::State::some, of};
}

inline Give given(Truth truth) {
    return [truth = std::move(truth)](const World& w) { return some(truth(w)); };
}

inline std::int64_t times(std::int64_t a, std::int64_t b) {
    return std::int64_t(__extension__ __int128{a} * b / whole_one);
}

inline Value computed(const Text& op, std::int64_t a, std::int64_t b) {
    if (op == "+") return some(a + b);
    if (op == "-") return some(a - b);
    if (op == "*") return some(times(a, b));
    if (op == "min") return some(std::min(a, b));
    if (op == "max") return some(std::max(a, b));
    // Divisors are 0, ±0.1, 0.2, 1 and 2: every quotient is exact.
    return b == 0 ? nothing : some(std::int64_t(__extension__ __int128{a} * whole_one / b));
}

inline Give Plain::arithmetic(const Text& op, const Json& parts, Looks& looks) {
    std::vector<Give> gives;
    Text kind;
    if (op == "abs" || op == "round" || op == "power") {
        const Give give = formula(parts.is_array() ? parts[0] : parts, looks, kind);
        const int second = parts.is_array() && parts.size() > 1 ? parts[1].get<int>() : 0;
        return [give, op, second](const World& w) {
            Value value = give(w);
            if (!value.is()) return nothing;
            if (op == "abs") return some(std::abs(value.of));
            if (op == "round") return some(rounded(value.of, second));
            std::int64_t out = whole_one;
            for (int i = 0; i < second; ++i) out = times(out, value.of);
            return some(out);
        };
    }
    for (const auto& part : parts) gives.push_back(formula(part, looks, kind));
    if (op == "days-between" || op == "add-days") // days are counted one by one, numbers in parts
        return [gives, op](const World& w) {
            const Value day = gives[0](w), other = gives[1](w);
            if (!day.is() || !other.is()) return nothing;
            return op == "add-days" ? some(day.of + other.of / whole_one)
                                    : some((other.of - day.of) * whole_one);
        };
    return [gives, op](const World& w) {
        Value out = gives.front()(w);
        for (std::size_t i = 1; i < gives.size(); ++i) {
            const Value next = gives[i](w);
            out = out.is() && next.is() ? computed(op, out.of, next.of) : nothing;
        }
        return out.is() ? out : nothing;
    };
}

inline Give Plain::comparison(const Text& op, const Json& parts, Looks& looks, Text& kind) {
    kind = "boolean";
    const auto var = [](const Json& node) { return node.is_object() && node.contains("var"); };
    if (!parts[0].is_object() && var(parts[1])) {
        static const std::map<Text, Text> mirrored{{"<", ">"},   {"<=", ">="}, {">", "<"},
                                                   {">=", "<="}, {"==", "=="}, {"!=", "!="}};
        return comparison(mirrored.at(op), {parts[1], parts[0]}, looks, kind);
    }
    if (var(parts[0]) && !parts[1].is_object()) {
        const Read input = read(parts[0]["var"].get<Text>(), looks);
        const auto limit = constant(input.type, parts[1]);
        return given(within(
            input,
            [op, limit](std::int64_t v) {
                if (v == limit) return op == "==" || op == "<=" || op == ">=";
                return op == "!=" || (op != "==" && (v < limit) == (op[0] == '<'));
            },
            looks));
    }
    Text ignored;
    const Give a = formula(parts[0], looks, ignored), b = formula(parts[1], looks, ignored);
    return [a, b, op](const World& w) {
        const Value x = a(w), y = b(w);
        if (!x.is() || !y.is()) return nothing;
        if (x.of == y.of) return some(op == "==" || op == "<=" || op == ">=");
        return some(op == "!=" || (op != "==" && (x.of < y.of) == (op[0] == '<')));
    };
}

/// How many members a set has, or records a list.
inline Give Plain::counted(const Text& id, Looks& looks) {
    const Read input = read(id, looks);
    if (!input.type.many()) {
        looks[input.atom].whole = true;
        return input.give;
    }
    if (input.body != nullptr)
        return [give = input.give](const World& w) {
            const Value set = give(w);
            return set.is() ? some(__builtin_popcountll(std::uint64_t(set.of)) * whole_one)
                            : nothing;
        };
    const std::size_t from = input.atom, size = input.type.codes.size();
    for (std::size_t i = from; i < from + size; ++i) looks[i].whole = true;
    return [from, size](const World& w) {
        std::int64_t count = 0;
        for (std::size_t i = from; i < from + size; ++i) count += w[i];
        return some(count * whole_one);
    };
}

inline Give Plain::over_list(const Text& op, const Json& parts, Looks& looks) {
    const Text id = parts[0]["var"].get<Text>();
    const std::size_t length = facts_.at(id).atom;
    std::vector<Give> gives;
    Text kind;
    for (std::size_t record = 0; record + 1 < atoms_[length].values.size(); ++record) {
        const auto enough = std::int64_t(record + 1) * whole_one;
        looks[length].cells.push_back([enough](std::int64_t v) { return v >= enough; });
        scope_ = Scope{id, record};
        gives.push_back(formula(parts[1], looks, kind));
        scope_.reset();
    }
    return [gives, length, op](const World& w) {
        const auto there = std::size_t(w[length] / whole_one);
        std::vector<Value> all;
        for (std::size_t i = 0; i < there; ++i) all.push_back(gives[i](w));
        if (op == "min" || op == "max" || op == "sum" || op == "count") {
            Value out = op == "sum" || op == "count" ? some(0) : nothing;
            for (std::size_t i = 0; i < there; ++i) {
                if (!all[i].is()) return nothing;
                const auto next = op == "count" ? all[i].of * whole_one : all[i].of;
                out = i == 0 ? some(next)
                             : computed(op.size() == 3 && op != "sum" ? op : "+", out.of, next);
            }
            return out;
        }
        // One record that settles it is enough; else one without outcome leaves all without.
        const bool settles = op != "all";
        bool open = false;
        for (const auto& one : all) {
            if (one.is() && (one.of == 1) == settles) return some(op == "some");
            open = open || !one.is();
        }
        return open ? nothing : some(op != "some");
    };
}

inline Give Plain::formula(const Json& node, Looks& looks, Text& kind) {
    kind = "number";
    if (node.is_boolean()) return given([yes = node.get<bool>()](const World&) { return yes; });
    if (node.is_string())
        return [of = constant(Type{"date", {}, {}, 0}, node)](const World&) { return some(of); };
    if (!node.is_object()) return [of = parts_of(node)](const World&) { return some(of); };
    const Text op = node.begin().key();
    const Json& parts = node.begin().value();
    const auto is = [&](std::initializer_list<const char*> all) {
        return std::any_of(all.begin(), all.end(), [&](const char* one) { return op == one; });
    };
    if (op == "var") {
        const Read input = read(parts.get<Text>(), looks);
        if (input.body == nullptr) looks[input.atom].whole = true;
        kind = input.type.kind;
        return [give = input.give](const World& w) {
            const Value value = give(w);
            return value.is() ? value : nothing;
        };
    }
    if (op == "known") return given(known(parts["var"].get<Text>(), true));
    if (op == "in" && parts[1].is_object())
        return given(member(parts[1]["var"].get<Text>(), parts[0].get<Text>(), true, looks));
    if (op == "in") {
        const Read input = read(parts[0]["var"].get<Text>(), looks);
        return given(within(input, accepts(input.type, parts[1]), looks));
    }
    if (is({"==", "!=", "<", "<=", ">", ">="})) return comparison(op, parts, looks, kind);
    if (op == "count" && (!parts.is_array() || parts.size() == 1))
        return counted((parts.is_array() ? parts[0] : parts)["var"].get<Text>(), looks);
    const bool list = parts.is_array() && parts[0].is_object() && parts[0].contains("var") &&
                      facts_.contains(parts[0]["var"].get<Text>()) &&
                      facts_.at(parts[0]["var"].get<Text>()).type.kind == "list";
    if (is({"some", "all", "none", "sum"}) || (list && is({"count", "min", "max"})))
        return over_list(op, parts, looks);
    if (!is({"and", "or", "!", "if"})) return arithmetic(op, parts, looks);
    std::vector<Give> gives;
    Text ignored;
    for (const auto& part : parts) gives.push_back(formula(part, looks, ignored));
    if (op == "if")
        return [gives](const World& w) {
            for (std::size_t i = 0; i + 1 < gives.size(); i += 2) {
                const Value condition = gives[i](w);
                if (!condition.is()) return nothing;
                if (condition.of == 1) return gives[i + 1](w);
            }
            return gives.back()(w);
        };
    return [gives, op](const World& w) {
        if (op == "!") {
            const Value value = gives.front()(w);
            return value.is() ? some(1 - value.of) : nothing;
        }
        const bool settles = op == "or";
        bool open = false;
        for (const auto& give : gives) {
            const Value value = give(w);
            if (value.is() && (value.of == 1) == settles) return some(settles);
            open = open || !value.is();
        }
        return open ? nothing : some(!settles);
    };
}

} // namespace meldroute::inline v0::plain
