// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Tables, in plain meaning.

#pragma once

#include "rules/plain_book.hpp"

namespace meldroute::inline v0::plain {

/// What a table can give: a scalar, a set, or one or more of the tuples that its rows name.
class Gives {
public:
    explicit Gives(const Json& node) {
        const Text take = node.value("take", "first");
        gathers_ = take == "all" || take == "all-ranked";
        const Json& outcome = node["outcome"];
        const bool outputs = outcome.contains("outputs");
        if (!outputs) type = type_of(outcome);
        if (type.kind == "text") type.codes = named_texts(node);
        if (!outputs && (!gathers_ || type.many())) return;
        for (const auto& row : node["rows"]) add(row["then"]);
        if (node.contains("else")) add(node["else"]);
        if (take == "highest" || take == "all-ranked") {
            const Json columns = outputs ? outcome["outputs"] : Json::array({outcome});
            std::stable_sort(named_.begin(), named_.end(), [&](const Json& a, const Json& b) {
                return rank(columns, a) < rank(columns, b);
            });
        }
        type = Type{gathers_ ? "set" : "enum", {}, named_, 0};
        for (const auto& one : named_)
            type.codes.push_back(one.is_string() ? one.get<Text>() : one.dump());
    }

    std::int64_t value(const Json& then) const {
        if (!type.many()) {
            if (named_.empty()) return constant(type, then);
            return std::find(named_.begin(), named_.end(), then) - named_.begin();
        }
        std::int64_t bits = 0;
        for (const auto& one : then.is_array() ? then : Json::array({then}))
            bits |= std::int64_t{1}
                    << (named_.empty()
                            ? index_of(type.codes, one.get<Text>())
                            : std::find(named_.begin(), named_.end(), one) - named_.begin());
        return bits;
    }

    Type type;

private:
    static std::vector<Text> named_texts(const Json& node) {
        std::vector<Text> out;
        for (const auto& row : node["rows"]) out.push_back(row["then"].get<Text>());
        if (node.contains("else")) out.push_back(node["else"].get<Text>());
        return out;
    }
    void add(const Json& then) {
        for (const auto& one : gathers_&& then.is_array() ? then : Json::array({then}))
            if (std::find(named_.begin(), named_.end(), one) == named_.end()) named_.push_back(one);
    }
    /// By the order of the codes, the first output first; what has no codes has no order.
    static std::vector<std::int64_t> rank(const Json& columns, const Json& tuple) {
        std::vector<std::int64_t> out;
        for (const auto& column : columns)
            if (column["type"] == "enum")
                out.push_back(constant(type_of(column), column.contains("id")
                                                            ? tuple[column["id"].get<Text>()]
                                                            : tuple));
        return out;
    }

    bool gathers_ = false;
    std::vector<Json> named_;
};

inline Body Plain::table(const Json& node) {
    struct Row {
        std::vector<Truth> cells;
        std::int64_t then = 0;
    };
    const Gives gives(node);
    Body body;
    body.type = gives.type;
    const Text take = node.value("take", "first");
    body.computed = take == "sum" || take == "count";
    std::vector<Row> rows;
    for (const auto& json : node["rows"]) {
        Row row;
        const Json when = json.value("when", Json::object());
        for (const auto& [id, one] : when.items()) row.cells.push_back(cell(id, one, body.looks));
        if (json.contains("valid")) {
            const auto from = json["valid"].value("from", "2026-03-00"),
                       until = json["valid"].value("until", "2026-03-99");
            row.cells.push_back(cell("moment", from + ".." + until, body.looks));
        }
        if (json.contains("then")) row.then = gives.value(json["then"]);
        rows.push_back(std::move(row));
    }
    std::optional<std::int64_t> otherwise;
    if (node.contains("else")) otherwise = gives.value(node["else"]);
    body.give = [rows, otherwise, take](const World& w) {
        std::vector<std::int64_t> hits;
        for (const auto& row : rows)
            if (std::all_of(row.cells.begin(), row.cells.end(), [&](auto& one) { return one(w); }))
                hits.push_back(row.then);
        if (hits.empty() && otherwise) return Value{Value::State::some, *otherwise};
        return taken(take, hits);
    };
    return body;
}

/// One output of a table with several.
inline Body Plain::output(const Text& id, const Text& name) {
    const Body whole = decision(id);
    Body body;
    body.looks = whole.looks;
    for (const auto& column : nodes_.at(id)["outcome"]["outputs"])
        if (column["id"] == name) body.type = type_of(column);
    if (!whole.type.many()) {
        std::vector<std::int64_t> of;
        for (const auto& tuple : whole.type.named) of.push_back(constant(body.type, tuple[name]));
        body.give = [whole, of](const World& w) {
            const Value value = whole.give(w);
            return value.is() ? Value{Value::State::some, of[std::size_t(value.of)]} : value;
        };
        return body;
    }
    Type set{"set", {}, {}, 0};
    std::vector<std::int64_t> bit;
    for (const auto& tuple : whole.type.named) {
        const Json& one = tuple[name];
        const auto at = std::find(set.named.begin(), set.named.end(), one) - set.named.begin();
        if (std::size_t(at) == set.named.size()) {
            set.named.push_back(one);
            set.codes.push_back(one.is_string() ? one.get<Text>() : one.dump());
        }
        bit.push_back(std::int64_t{1} << at);
    }
    body.type = set;
    body.give = [whole, bit](const World& w) {
        Value value = whole.give(w);
        std::int64_t bits = 0;
        for (std::size_t i = 0; i < bit.size(); ++i)
            if ((value.of >> i & 1) != 0) bits |= bit[i];
        value.of = value.is() ? bits : 0;
        return value;
    };
    return body;
}

} // namespace meldroute::inline v0::plain
