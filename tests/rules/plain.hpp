// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// The decision language by its plain meaning: facts that are all known go in, an outcome comes out.
// It reads a book anew from its JSON and shares nothing with src/rules, so that the two can differ.
// For small books only: numbers within ±10^6, days in March 2026, three texts.

#pragma once

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <vector>

namespace meldroute::inline v0::plain {

using Json = nlohmann::json;
using Text = std::string;

constexpr std::int64_t whole_one = 1'000'000'000; // numbers are counted in parts of 10^-9

/// Numbers in parts, of an enum the index, of a set the bits, of a date the day of March.
struct Value {
    enum class State { some, none, conflict };
    State state = State::some;
    std::int64_t of = 0;

    auto operator<=>(const Value&) const = default;
    bool is() const { return state == State::some; }
};
inline constexpr Value nothing{Value::State::none, 0};

struct Type {
    Text kind;
    std::vector<Text> codes; ///< of enum, set and checklist, and of a text all there are
    std::vector<Json> named; ///< what stands for each index or bit, where it is no code
    int decimals = 0;

    bool many() const { return kind == "set" || kind == "checklist"; }
    bool numeric() const { return kind == "integer" || kind == "number" || kind == "list"; }
};

/// One value for each atom.
using World = std::vector<std::int64_t>;
using Truth = std::function<bool(const World&)>;
using Give = std::function<Value(const World&)>;
using Accepts = std::function<bool(std::int64_t)>;

/// What a completion can choose: a scalar, one member of a set, the length of a list, a field.
struct Atom {
    Text fact, item;
    std::vector<std::int64_t> values;
    bool told = false;
    std::int64_t value = 0; ///< when told
};

/// How a decision and those below it look at an atom.
struct Look {
    std::vector<Accepts> cells;
    bool whole = false; ///< arithmetic or a comparison of facts reads it
};
using Looks = std::map<std::size_t, Look>;

struct Body {
    Type type;
    Give give;
    Looks looks;
    bool computed = false; ///< a number of which only bounds are told while it is open
};

inline std::vector<Text> texts() {
    return {"Zutphen", "Olst", "Epe"};
}

inline std::int64_t index_of(const std::vector<Text>& all, const Text& one) {
    return std::find(all.begin(), all.end(), one) - all.begin();
}

inline std::int64_t parts_of(const Json& number) {
    const double exact = number.is_string() ? std::stod(number.get<Text>()) : number.get<double>();
    return std::int64_t(exact * double(whole_one) + (exact < 0 ? -0.5 : 0.5));
}

/// A constant of a type, written in JSON or within the text of a cell.
inline std::int64_t constant(const Type& type, const Json& written) {
    if (type.kind == "boolean")
        return written.is_string() ? written == "true" : written.get<bool>();
    if (type.numeric()) return parts_of(written);
    const auto text = written.get<Text>();
    if (type.kind == "date" || type.kind == "moment") return std::stoi(text.substr(8, 2));
    return index_of(type.codes, text);
}

inline Json json_of(const Type& type, const Value& value) {
    if (value.state == Value::State::none) return "geen uitkomst";
    if (value.state == Value::State::conflict) return "conflict";
    if (type.many()) {
        Json out = Json::array();
        const auto size = type.named.empty() ? type.codes.size() : type.named.size();
        for (std::size_t i = 0; i < size; ++i)
            if ((value.of >> i & 1) != 0)
                out.push_back(type.named.empty() ? Json(type.codes[i]) : type.named[i]);
        return out;
    }
    if (!type.named.empty()) return type.named[std::size_t(value.of)];
    if (type.kind == "boolean") return value.of == 1;
    if (type.numeric()) return double(value.of) / double(whole_one);
    return type.codes[std::size_t(value.of)];
}

inline Type type_of(const Json& node) {
    Type type{node["type"].get<Text>(), {}, {}, node.value("decimals", 0)};
    if (node.contains("values")) type.codes = node["values"].get<std::vector<Text>>();
    if (node.contains("items")) type.codes = node["items"].get<std::vector<Text>>();
    if (type.kind == "text") type.codes = texts();
    return type;
}

inline std::vector<Text> split(const Text& text, const Text& at) {
    const auto found = text.find(at);
    if (found == Text::npos) return {text};
    auto out = split(text.substr(found + at.size()), at);
    out.insert(out.begin(), text.substr(0, found));
    return out;
}

/// What a cell on a scalar accepts.
inline Accepts accepts(const Type& type, const Json& cell) {
    if (cell.is_array()) {
        std::vector<Accepts> any;
        for (const auto& one : cell) any.push_back(accepts(type, one));
        return [any](std::int64_t v) {
            return std::any_of(any.begin(), any.end(), [&](const auto& one) { return one(v); });
        };
    }
    if (cell.is_string()) {
        const auto text = cell.get<Text>();
        if (text.starts_with("not ")) {
            Json list = Json::array();
            for (const auto& one : split(text.substr(4), ", ")) list.push_back(one);
            return [some = accepts(type, list)](std::int64_t v) { return !some(v); };
        }
        for (const Text sign : {"<= ", ">= ", "< ", "> "}) {
            if (!text.starts_with(sign)) continue;
            const auto limit = constant(type, text.substr(sign.size()));
            return [sign, limit](std::int64_t v) {
                return v == limit ? sign[1] == '=' : (v < limit) == (sign[0] == '<');
            };
        }
        if (const auto ends = split(text, ".."); ends.size() == 2) {
            const auto low = constant(type, ends[0]), high = constant(type, ends[1]);
            return [low, high](std::int64_t v) { return low <= v && v <= high; };
        }
    }
    return [same = constant(type, cell)](std::int64_t v) { return v == same; };
}

/// Half-even, to so many decimals.
inline std::int64_t rounded(std::int64_t parts, int decimals) {
    std::int64_t step = 1;
    for (int i = decimals; i < 9; ++i) step *= 10;
    std::int64_t below = parts / step, rest = parts % step;
    if (rest < 0) rest += step, --below;
    const bool up = 2 * rest > step || (2 * rest == step && below % 2 != 0);
    return (below + (up ? 1 : 0)) * step;
}

/// What a table makes of the rows that hold.
inline Value taken(const Text& take, const std::vector<std::int64_t>& hits) {
    std::int64_t all = 0;
    const bool gathers = take == "all" || take == "all-ranked";
    for (const auto hit : hits) gathers ? all |= hit : all += hit;
    if (gathers || take == "sum") return {Value::State::some, all};
    if (take == "count") return {Value::State::some, std::int64_t(hits.size()) * whole_one};
    if (hits.empty()) return nothing;
    if (take == "min" || take == "highest")
        return {Value::State::some, *std::min_element(hits.begin(), hits.end())};
    if (take == "max") return {Value::State::some, *std::max_element(hits.begin(), hits.end())};
    const auto differs = [&](std::int64_t hit) { return hit != hits.front(); };
    if ((take == "only-one" && hits.size() > 1) ||
        (take == "all-agree" && std::any_of(hits.begin(), hits.end(), differs)))
        return {Value::State::conflict, 0};
    return {Value::State::some, hits.front()};
}

} // namespace meldroute::inline v0::plain
