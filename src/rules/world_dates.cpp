// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Expressions on one number or on dates, over ranges. All of them rise or fall with each of what
// they work on, so the ends of the ranges give the ends of the outcome; even powers turn at zero.

#include "rules/world.hpp"

#include <meldroute/base/date.hpp>

#include <algorithm>

namespace meldroute::inline v0 {
namespace {

using Op = Formula::Op;
using Bound = std::optional<Decimal>;

Decimal power(const Decimal& base, std::int64_t exponent) {
    Decimal out{1, 0};
    for (; exponent > 0; --exponent) out = out * base;
    return out;
}

Decimal absolute(const Decimal& number) {
    return number < Decimal{} ? Decimal{} - number : number;
}

Decimal shape(const Formula& formula, const Decimal& number) {
    if (formula.op == Op::absolute) return absolute(number);
    if (formula.op == Op::power) return power(number, formula.constant);
    return number.rounded(int(formula.constant));
}

Date day_of(std::int64_t days) {
    return {std::int32_t(days)};
}

/// Whole months from one day to a later one: a month is over on the same day of the month. Who is
/// born on 29 February is a year older on 1 March when there is no 29 February.
std::int64_t whole_months(Date from, Date to) {
    const auto months = (to.year() - from.year()) * 12 + to.month() - from.month();
    return months - (to.day() < from.day() ? 1 : 0);
}

std::int64_t between(Op op, Date from, Date to) {
    if (to < from) return -between(op, to, from);
    switch (op) {
    case Op::days_between: return to.days - from.days;
    case Op::weeks_between: return (to.days - from.days) / 7;
    case Op::months_between: return whole_months(from, to);
    default: return whole_months(from, to) / 12;
    }
}

/// The last day of the month where the month has no such day; nothing outside 1900 to 2100.
std::optional<std::int64_t> later(Op op, Date from, std::int64_t count) {
    constexpr std::int64_t most = 3'000'000;
    count = std::clamp(count, -most, most);
    std::int64_t days = from.days + count;
    if (op != Op::add_days) {
        const auto months =
            from.year() * 12 + from.month() - 1 + (op == Op::add_years ? count * 12 : count);
        const auto year = months / 12, month = months % 12 + 1;
        if (year < 1900 || year > 2100) return {};
        const int day = std::min(from.day(), days_in_month(int(year), int(month)));
        days = Date::of(int(year), int(month), day).days;
    }
    const auto first = Date::of(1900, 1, 1).days, last = Date::of(2100, 12, 31).days;
    return days < first || days > last ? std::nullopt : std::optional(days);
}

std::int64_t clamped(Op op, Date from, std::int64_t count) {
    if (const auto day = later(op, from, count)) return *day;
    return count < 0 ? Date::of(1900, 1, 1).days : Date::of(2100, 12, 31).days;
}

} // namespace

World::Value World::shaped(const Formula& formula) {
    Value out = value(formula.parts[0]);
    const Bound low = out.low, high = out.high;
    const bool even =
        formula.op == Op::absolute || (formula.op == Op::power && formula.constant % 2 == 0);
    const bool sure = low && high && *low == *high;
    const auto bound = [&](const Bound& at) -> Bound {
        if (!at) return std::nullopt;
        if (sure) return shape(formula, *at);
        try {
            return shape(formula, *at);
        } catch (const RulebookError&) { // only a value that is certain can be too large
            return std::nullopt;
        }
    };
    out.other = {};
    out.low = bound(low);
    out.high = bound(high);
    if (!even) return out;
    const bool turns = !low || !high || (*low < Decimal{} && *high > Decimal{});
    const auto a = out.low, b = out.high;
    out.high = a && b ? Bound(std::max(*a, *b)) : Bound();
    out.low = turns ? Bound(shape(formula, Decimal{})) : a && b ? Bound(std::min(*a, *b)) : Bound();
    return out;
}

World::Value World::dates(const Formula& formula) {
    const Value a = value(formula.parts[0]);
    Value out;
    out.none = a.none;
    out.nothing = a.nothing || a.other.values.empty();
    const auto give = [&](std::int64_t low, std::int64_t high) {
        out.other = {};
        out.other.add(low);
        out.other.add(high);
        out.other.range = low != high;
    };
    if (formula.op == Op::date_of) {
        if (out.nothing) return out;
        const auto day = [](std::int64_t micros) { return amsterdam_date({micros, 0}).days; };
        give(day(a.other.hull().low), day(a.other.hull().high));
        return out;
    }
    const Value b = value(formula.parts[1]);
    out.none |= b.none;
    out.nothing |= b.nothing;
    if (formula.type.kind != Kind::date) {
        out.nothing |= b.other.values.empty();
        if (out.nothing) return out;
        const auto from = a.other.hull(), to = b.other.hull();
        out.low = Decimal{between(formula.op, day_of(from.high), day_of(to.low)), 0};
        out.high = Decimal{between(formula.op, day_of(from.low), day_of(to.high)), 0};
        return out;
    }
    if (out.nothing) return out;
    constexpr std::int64_t endless = 3'000'000; // days: more than there are
    const auto least = b.low ? b.low->rounded(0).units : -endless;
    const auto most = b.high ? b.high->rounded(0).units : endless;
    const auto [first, last] = a.other.hull();
    const bool falls_out =
        !later(formula.op, day_of(first), least) || !later(formula.op, day_of(last), most);
    out.none |= falls_out;
    out.nothing |= falls_out && first == last && least == most;
    give(clamped(formula.op, day_of(first), least), clamped(formula.op, day_of(last), most));
    return out;
}

} // namespace meldroute::inline v0
