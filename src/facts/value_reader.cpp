// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "facts/value_reader.hpp"

#include "facts/duration.hpp"
#include "facts/kind_words.hpp"

#include <meldroute/base/date.hpp>
#include <meldroute/base/id.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

/// Runs what reads a text, and gives its fault the place of the node. (Finding the place takes
/// time, so that is left until there is a fault.)
auto placed(const JsonNode& node, auto read) try {
    return read();
} catch (const RulebookError& error) {
    node.fail(error.fault(), error.words());
}

/// How a value of this kind is written.
std::string example(Kind kind) {
    switch (kind) {
    case Kind::boolean: return "true / false";
    case Kind::integer: return "0, 1, 2 …";
    case Kind::number: return "0, 1.5, 2 …";
    case Kind::date: return R"("2026-03-31")";
    case Kind::moment: return R"("2026-03-31T10:20:00+02:00")";
    case Kind::duration: return R"("P2W", "P3DT4H30M")";
    case Kind::text:
    case Kind::choice: return R"("…")";
    case Kind::set:
    case Kind::checklist: return R"(["…"])";
    case Kind::list: return R"([{"…": …}])";
    }
    return "";
}

} // namespace

void ValueReader::refuse(const JsonNode& node, const std::string& form) const {
    if (secret_) node.fail(Fault::fact_wrong_type, {fact_, form});
    node.fail(Fault::json_wrong_type, {form});
}

std::int64_t ValueReader::scalar(const JsonNode& node) const {
    return within(node, unchecked(node));
}

std::int64_t ValueReader::scalar(const JsonNode& node, std::string_view text) const {
    return within(node, written(node, text));
}

std::int64_t ValueReader::within(const JsonNode& node, std::int64_t value) const {
    if (value < type_.min || value > type_.max)
        node.fail(Fault::fact_out_of_range, {secret_ ? fact_ : std::string(word_of(type_.kind)),
                                             limit(type_.min), limit(type_.max)});
    return value;
}

std::int64_t ValueReader::unchecked(const JsonNode& node) const {
    const auto must = [&](bool right) {
        if (!right) refuse(node, example(type_.kind));
    };
    switch (type_.kind) {
    case Kind::boolean: must(node.is_boolean()); return node.boolean() ? 1 : 0;
    case Kind::integer: must(node.is_integer()); return node.integer();
    case Kind::number: return number(node);
    default: must(node.is_string()); return written(node, node.string_view());
    }
}

std::int64_t ValueReader::written(const JsonNode& node, std::string_view text) const {
    switch (type_.kind) {
    case Kind::date: return placed(node, [&] { return Date::parse(text).days; });
    case Kind::moment: return placed(node, [&] { return Moment::parse(text).micros; });
    case Kind::duration:
        if (const auto seconds = read_duration(text)) return *seconds;
        break;
    case Kind::text: return 0;
    case Kind::choice: return code(node, text);
    default: break;
    }
    refuse(node, example(type_.kind));
}

std::int64_t ValueReader::number(const JsonNode& node) const {
    const auto read = [&]() -> Decimal {
        if (node.is_integer()) return {node.integer(), 0};
        if (node.is_number()) return Decimal::from_double(node.json().get<double>());
        return Decimal::parse(node.string());
    };
    if (!node.is_number() && !node.is_string()) refuse(node, example(Kind::number));
    const auto value = placed(node, read);
    // A stored body holds decimals as strings, in one form; "1,50" and "01.5" are somebody's text.
    if (node.is_string() && value.text() != node.string()) refuse(node, example(Kind::number));
    return placed(node, [&] { return value.exactly(type_.decimals).units; });
}

int ValueReader::code(const JsonNode& node, std::string_view id) const {
    const auto found = type_.code(id);
    if (found >= 0) return found;
    if (secret_) node.fail(Fault::fact_value_not_listed, {fact_});
    node.fail(Fault::value_not_listed, {std::string(id), nearest(id, type_.code_ids())});
}

std::uint64_t ValueReader::members(const JsonNode& node) const {
    if (!node.is_array()) refuse(node, example(type_.kind));
    std::uint64_t bits = 0;
    for (const auto& item : node.items()) {
        if (!item.is_string()) refuse(item, example(Kind::choice));
        bits |= std::uint64_t{1} << code(item, item.string_view());
    }
    return bits;
}

std::string ValueReader::limit(std::int64_t value) const {
    if (type_.kind == Kind::duration) return duration_iso(value);
    return Decimal{value, type_.decimals}.text();
}

} // namespace meldroute::inline v0
