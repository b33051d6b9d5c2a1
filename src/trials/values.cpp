// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "trials/slips.hpp"

#include <meldroute/base/date.hpp>

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

constexpr std::int64_t minute = 60, hour = 60 * minute, day = 24 * hour;

/// How far the next value lies: a duration is written in days, hours or minutes.
std::int64_t step_of(const Type& type, std::int64_t value) {
    if (type.kind != Kind::duration) return 1;
    for (const auto unit : {day, hour, minute})
        if (value % unit == 0) return unit;
    return 1;
}

std::vector<Json> numbers_beside(const Type& type, const Json& value) {
    std::vector<Json> out;
    const auto units = type.read(JsonNode::wrap(value, ""), false);
    const auto step = step_of(type, units);
    for (const auto next : {units - step, units + step})
        if (next >= type.min && next <= type.max) out.push_back(type.to_json(next));
    return out;
}

std::vector<Json> days_beside(const std::string& date) {
    const auto days = Date::parse(date).days;
    return {Date{days - 1}.iso(), Date{days + 1}.iso()};
}

std::vector<Json> moments_beside(const std::string& text) {
    if (text.size() == 10) return days_beside(text); // a whole day
    constexpr std::int64_t micros_in_minute = minute * 1'000'000;
    Moment before = Moment::parse(text), after = before;
    before.micros -= micros_in_minute;
    after.micros += micros_in_minute;
    return {before.iso(), after.iso()};
}

std::vector<Json> next_code(const Type& type, const std::string& id) {
    const int code = type.code(id);
    if (code < 0 || type.codes.size() < 2) return {};
    return {type.codes[std::size_t(code + 1) % type.codes.size()].id};
}

} // namespace

std::vector<Json> neighbours(const Type& type, const Json& value) try {
    switch (type.kind) {
    case Kind::boolean:
        return value.is_boolean() ? std::vector<Json>{!value.get<bool>()} : std::vector<Json>{};
    case Kind::integer:
    case Kind::number:
    case Kind::list:
    case Kind::duration: return numbers_beside(type, value);
    case Kind::date: return days_beside(value.get<std::string>());
    case Kind::moment: return moments_beside(value.get<std::string>());
    case Kind::choice:
    case Kind::set:
    case Kind::checklist: return next_code(type, value.get<std::string>());
    case Kind::text: return {};
    }
    return {};
} catch (const RulebookError&) { // finer than its type, or past its end: nothing lies beside it
    return {};
}

std::string in_text(const Json& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

Text from_to(const char* what_nl, const char* what_en, const Json& from, const Json& to) {
    return {what_nl + (" van " + in_text(from)) + " naar " + in_text(to),
            what_en + (" from " + in_text(from)) + " to " + in_text(to)};
}

} // namespace meldroute::inline v0
