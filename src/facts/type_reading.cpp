// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "facts/kind_words.hpp"
#include "facts/value_reader.hpp"

#include <meldroute/base/date.hpp>
#include <meldroute/base/id.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

constexpr std::int64_t largest = 1'000'000'000'000'000; // 10^15: a double shows it exactly
constexpr std::int64_t longest = 1'000'000'000'000;     // seconds
constexpr std::size_t most_members = 64;                // bits of a slot
constexpr int most_decimals = 9;
constexpr std::int64_t most_records = 32; // each has its own slots

Kind kind_of(const JsonNode& node) {
    const std::vector<std::string> words(kind_words.begin(), kind_words.end());
    const auto word = node.one_of(words);
    return Kind(std::find(words.begin(), words.end(), word) - words.begin());
}

/// Ids as everywhere, or codes of others: letters and digits.
bool is_code(std::string_view id) {
    const auto plain = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    return is_id(id) ||
           (!id.empty() && id.size() <= 64 && std::all_of(id.begin(), id.end(), plain));
}

Code read_code(const JsonNode& node) {
    if (node.is_object()) node.allow_only({"id", "label"});
    const auto named = node.is_object() ? node.at("id") : node;
    const auto id = named.string();
    if (!is_code(id)) named.fail(Fault::id_malformed, {id});
    if (id == "unknown" || id == "onbekend") named.fail(Fault::code_reserved, {id});
    return {id, node.has("label") ? node.at("label").text() : Text{id, ""}};
}

std::vector<Code> codes_of(const JsonNode& node, const CodeLists& lists) {
    if (!node.is_string()) return read_codes(node);
    const auto name = node.string();
    if (const auto found = lists.find(name); found != lists.end()) return found->second;
    std::vector<std::string> names;
    for (const auto& list : lists) names.push_back(list.first);
    node.fail(Fault::codes_unknown, {name, nearest(name, names)});
}

/// A key that says nothing of this kind is a mistake, not an ornament.
void refuse_keys_of_other_kinds(const JsonNode& node, const Type& type) {
    const auto refuse = [&](bool fits, const std::string& key, const std::string& instead = "") {
        if (!fits && node.has(key)) node.at(key).fail(Fault::key_unknown, {key, instead});
    };
    const bool checklist = type.kind == Kind::checklist;
    const bool values = type.kind == Kind::choice || type.kind == Kind::set;
    refuse(values, "values", checklist ? "items" : "");
    refuse(checklist, "items", values ? "values" : "");
    refuse(type.kind == Kind::number, "decimals");
    for (const auto* key : {"min", "unit"}) refuse(type.numeric() && type.kind != Kind::list, key);
    refuse(type.numeric(), "max");
    refuse(type.kind == Kind::list, "fields");
}

void read_codes_of(Type& type, const JsonNode& node, const CodeLists& lists) {
    const std::string key = type.kind == Kind::checklist ? "items" : "values";
    const auto incomplete = [&] {
        node.fail(Fault::type_incomplete, {std::string(word_of(type.kind)), key});
    };
    if (!node.has(key)) incomplete();
    type.codes = codes_of(node.at(key), lists);
    if (type.codes.empty()) incomplete();
    if (type.many() && type.codes.size() > most_members) node.at(key).fail(Fault::codes_too_many);
    type.max = type.many() ? 0 : std::int64_t(type.codes.size()) - 1;
}

void read_limits(Type& type, const JsonNode& node) {
    if (node.has("decimals")) {
        const auto decimals = node.at("decimals").integer();
        if (decimals < 0 || decimals > most_decimals)
            node.at("decimals")
                .fail(Fault::fact_out_of_range, {"decimals", "0", std::to_string(most_decimals)});
        type.decimals = int(decimals);
    }
    type.min = -largest;
    type.max = largest;
    // The largest value may not lie below the smallest: it is read within what is left.
    if (node.has("min")) type.min = ValueReader(type).scalar(node.at("min"));
    if (node.has("max")) type.max = ValueReader(type).scalar(node.at("max"));
    type.unit = node.string_or("unit", "");
}

void read_length(Type& type, const JsonNode& node) {
    if (!node.has("max"))
        node.fail(Fault::type_incomplete, {std::string(word_of(type.kind)), "max"});
    type.min = 0;
    type.max = node.at("max").integer();
    if (type.max < 1 || type.max > most_records)
        node.at("max").fail(Fault::fact_out_of_range, {"max", "1", std::to_string(most_records)});
}

void set_limits(Type& type) {
    switch (type.kind) {
    case Kind::date:
        type.min = Date::parse("1900-01-01").days;
        type.max = Date::parse("2100-12-31").days;
        break;
    case Kind::moment:
        type.min = Moment::parse("1996-01-01T00:00:00+01:00").micros;
        type.max = Moment::parse("2100-12-31T23:59:59.999999+01:00").micros;
        break;
    case Kind::duration: type.max = longest; break;
    case Kind::text: type.max = 0; break;
    default: break;
    }
}

} // namespace

std::vector<Code> read_codes(const JsonNode& node) {
    std::vector<Code> codes;
    for (const auto& item : node.items()) {
        auto code = read_code(item);
        for (const auto& other : codes)
            if (other.id == code.id) item.fail(Fault::code_twice, {code.id});
        codes.push_back(std::move(code));
    }
    return codes;
}

Type read_type(const JsonNode& node, const CodeLists& lists) {
    Type type;
    type.kind = kind_of(node.at("type"));
    refuse_keys_of_other_kinds(node, type);
    if (type.kind == Kind::choice || type.many())
        read_codes_of(type, node, lists);
    else if (type.kind == Kind::list)
        read_length(type, node);
    else if (type.numeric())
        read_limits(type, node);
    else
        set_limits(type);
    return type;
}

} // namespace meldroute::inline v0
