// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The workload as others write it: JSON for meldroute, JsonLogic, C++.

#include "workload.hpp"

#include <meldroute/base/date.hpp>

#include <unordered_map>

namespace bench {
namespace {

using Kind = Field::Kind;

std::string iso(std::int64_t day) {
    return meldroute::Date{std::int32_t(day)}.iso();
}

std::string code(const Field& field, std::int64_t value) {
    return field.id + "-" + std::to_string(value);
}

Json codes(const Field& field, std::uint64_t mask) {
    Json out = Json::array();
    for (int i = 0; i < field.size; ++i)
        if ((mask >> i & 1) != 0) out.push_back(code(field, i));
    return out;
}

Json limit(const Field& field, std::int64_t value) {
    return field.kind == Kind::date ? Json(iso(value)) : Json(value);
}

Json cell(const Test& test) {
    const Field& field = all_fields()[test.field];
    if (test.op == Test::Op::has) return "has " + code(field, test.value);
    if (test.op == Test::Op::one_of)
        return field.kind == Kind::truth ? Json(test.mask == 2) : codes(field, test.mask);
    const std::string sign = test.op == Test::Op::at_least ? ">= " : "< ";
    return sign + (field.kind == Kind::date ? iso(test.value) : std::to_string(test.value));
}

Json fact(const Field& field) {
    static constexpr const char* types[]{"enum", "integer", "date", "boolean", "set"};
    Json out{{"id", field.id}, {"type", types[int(field.kind)]}};
    if (field.size > 0) out["values"] = codes(field, ~std::uint64_t{0});
    if (field.kind == Kind::number) out["min"] = field.low, out["max"] = field.high;
    return out;
}

Json table(const std::vector<Rule>& rules, const std::string& take) {
    Json rows = Json::array();
    for (const auto& rule : rules) {
        Json row{{"id", "r" + std::to_string(rows.size())}, {"when", Json::object()}};
        for (const auto& test : rule.tests) row["when"][all_fields()[test.field].id] = cell(test);
        if (take == "all") row["then"] = {"lid-" + std::to_string(rule.member)};
        if (take == "sum") row["then"] = rule.points;
        if (take == "first") row["then"] = "soort-" + std::to_string(rule.kind);
        rows.push_back(std::move(row));
    }
    Json outcome{{"type", take == "all" ? "set" : take == "sum" ? "integer" : "enum"}};
    if (take == "all") outcome["values"] = codes({"lid", Kind::set, 32, 0, 0}, ~0ULL);
    if (take == "first") outcome["values"] = codes({"soort", Kind::choice, 9, 0, 0}, ~0ULL);
    Json out{{"id", take}, {"take", take}, {"outcome", outcome}, {"rows", std::move(rows)}};
    if (take == "first") out["else"] = "soort-8";
    return out;
}

} // namespace

Json rulebook(const std::vector<Rule>& rules) {
    Json out{{"facts", Json::array()}, {"decisions", Json::array()}};
    for (const auto& field : all_fields()) out["facts"].push_back(fact(field));
    for (const auto* take : {"all", "sum", "first"}) out["decisions"].push_back(table(rules, take));
    return out;
}

Json json_of(const Record& record) {
    Json out = Json::object();
    for (std::size_t i = 0; i < fields; ++i) {
        const Field& field = all_fields()[i];
        if ((record.unknown >> i & 1) != 0) continue;
        const auto value = record.value[i];
        switch (field.kind) {
        case Kind::choice: out[field.id] = code(field, value); break;
        case Kind::truth: out[field.id] = value == 1; break;
        case Kind::set: out[field.id] = codes(field, std::uint64_t(value)); break;
        default: out[field.id] = limit(field, value);
        }
    }
    return out;
}

namespace {

using Codes = std::unordered_map<std::string, std::int64_t>;

std::array<Codes, fields> make_codes() {
    std::array<Codes, fields> out;
    for (std::size_t i = 0; i < fields; ++i)
        for (int value = 0; value < all_fields()[i].size; ++value)
            out[i].emplace(code(all_fields()[i], value), value);
    return out;
}

} // namespace

Record decode(const Json& json) {
    static const auto codes = make_codes();
    Record out;
    for (std::size_t i = 0; i < fields; ++i) {
        const auto found = json.find(all_fields()[i].id);
        if (found == json.end()) {
            out.unknown |= 1U << i;
            continue;
        }
        auto& value = out.value[i];
        const auto text = [&]() -> const std::string& {
            return found->get_ref<const std::string&>();
        };
        switch (all_fields()[i].kind) {
        case Kind::choice: value = codes[i].at(text()); break;
        case Kind::number: value = found->get<std::int64_t>(); break;
        case Kind::date: value = meldroute::Date::parse(text()).days; break;
        case Kind::truth: value = found->get<bool>() ? 1 : 0; break;
        case Kind::set:
            for (const auto& one : *found)
                value |= std::int64_t{1} << codes[i].at(one.get_ref<const std::string&>());
        }
    }
    return out;
}

Json json_logic(const Rule& rule) {
    Json all = Json::array();
    for (const auto& test : rule.tests) {
        const Field& field = all_fields()[test.field];
        const Json var{{"var", field.id}};
        if (test.op == Test::Op::has)
            all.push_back({{"in", {code(field, test.value), var}}});
        else if (test.op != Test::Op::one_of)
            all.push_back(
                {{test.op == Test::Op::below ? "<" : ">=", {var, limit(field, test.value)}}});
        else if (field.kind == Kind::truth)
            all.push_back({{"==", {var, test.mask == 2}}});
        else
            all.push_back({{"in", {var, codes(field, test.mask)}}});
    }
    return {{"and", all}};
}

std::string cpp(const Rule& rule) {
    std::string out;
    for (const auto& test : rule.tests) {
        const auto value = "r.value[" + std::to_string(test.field) + "]";
        const auto number =
            std::to_string(test.op == Test::Op::one_of ? std::int64_t(test.mask) : test.value);
        if (!out.empty()) out += " && ";
        switch (test.op) {
        case Test::Op::one_of: out += "(" + number + "ULL >> " + value + " & 1) != 0"; break;
        case Test::Op::at_least: out += value + " >= " + number; break;
        case Test::Op::below: out += value + " < " + number; break;
        case Test::Op::has: out += "(" + value + " >> " + number + " & 1) != 0"; break;
        }
    }
    return out;
}

} // namespace bench
