// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Expressions over ranges: a number lies between bounds, a truth may be open.

#include "rules/world.hpp"

#include <algorithm>
#include <bit>
#include <functional>

namespace meldroute::inline v0 {
namespace {

using Op = Formula::Op;
using Bound = std::optional<Decimal>;

Possible truth_of(Answer answer) {
    Possible out;
    if (answer != Answer::yes) out.values.push_back(0);
    if (answer != Answer::no) out.values.push_back(1);
    return out;
}

Answer answer_of(const Possible& possible) {
    if (possible.values.size() != 1) return Answer::unknown;
    return possible.values.front() == 1 ? Answer::yes : Answer::no;
}

Bound lower(const Bound& a, const Bound& b) {
    return a && b ? Bound(std::min(*a, *b)) : Bound();
}
Bound higher(const Bound& a, const Bound& b) {
    return a && b ? Bound(std::max(*a, *b)) : Bound();
}

/// A bound that overflows is endless: only a value that is certain can be too large.
Bound bounded(const std::function<Decimal()>& compute) {
    try {
        return compute();
    } catch (const RulebookError&) {
        return std::nullopt;
    }
}

} // namespace

World::Value World::input_value(const Input& input) {
    const Type& type = book_.type(input);
    const Possible can = scalar(input);
    Value out;
    out.none = can.none || can.conflict;
    out.nothing = can.values.empty();
    if (!can.single()) input.decision ? accuse_below(input.index) : accuse(input.index, -1);
    if (type.numeric() && !can.values.empty()) {
        out.low = Decimal{can.hull().low, type.decimals};
        out.high = Decimal{can.hull().high, type.decimals};
    }
    out.other = can;
    return out;
}

World::Value World::value(const Formula& formula) {
    Value out;
    switch (formula.op) {
    case Op::constant:
        out.low = out.high = formula.number;
        out.other.values = {formula.constant};
        return out;
    case Op::input: return input_value(formula.cell.input);
    case Op::cell: out.other = truth_of(test(formula.cell)); return out;
    case Op::count: return count(formula);
    case Op::opposite:
    case Op::both:
    case Op::either: return logic(formula);
    case Op::choose: return choose(formula);
    case Op::less:
    case Op::at_most:
    case Op::equal: return compare(formula);
    case Op::nothing: out.none = out.nothing = true; return out;
    case Op::absolute:
    case Op::round:
    case Op::power: return shaped(formula);
    case Op::date_of:
    case Op::years_between:
    case Op::months_between:
    case Op::weeks_between:
    case Op::days_between:
    case Op::add_days:
    case Op::add_months:
    case Op::add_years: return dates(formula);
    case Op::plus:
    case Op::minus:
    case Op::times:
    case Op::divide:
    case Op::least:
    case Op::most: return number(formula);
    }
    return out;
}

World::Value World::count(const Formula& formula) {
    const std::size_t index = formula.cell.input.index;
    Value out;
    std::uint64_t in = 0, maybe = 0;
    if (formula.cell.input.decision) {
        const Possible& set = decide(index);
        in = set.in, maybe = set.maybe;
        out.none = set.none || set.conflict;
        out.nothing = !set.set;
        if (maybe != in || out.none) accuse_below(index);
    } else {
        in = facts_[index].in;
        maybe = book_.type(formula.cell.input).all() & ~facts_[index].out;
        if (maybe != in) accuse(index, std::countr_zero(maybe & ~in));
    }
    out.low = Decimal{std::popcount(in), 0};
    out.high = Decimal{std::popcount(maybe), 0};
    return out;
}

/// A part without outcome leaves the whole without, unless another part settles it.
/// One «no» settles an «and», one «yes» an «or», also beside a part without outcome.
World::Value World::logic(const Formula& formula) {
    const std::int64_t settling = formula.op == Op::either ? 1 : 0;
    bool settled = false, may_settle = false, may_pass = true;
    Value out;
    for (const auto& formula_part : formula.parts) {
        const Value part = value(formula_part);
        const auto may = [&](std::int64_t truth) {
            const auto& all = part.other.values;
            return !part.nothing && std::find(all.begin(), all.end(), truth) != all.end();
        };
        may_settle |= may(settling);
        settled |= may(settling) && !may(1 - settling) && !part.none;
        may_pass = may_pass && may(1 - settling);
        out.none |= part.none || part.nothing;
    }
    out.none = out.none && !settled;
    may_pass = may_pass && !settled;
    out.nothing = !may_settle && !may_pass;
    const bool turned = formula.op == Op::opposite;
    if (may_settle) out.other.add(turned ? 1 - settling : settling);
    if (may_pass) out.other.add(turned ? settling : 1 - settling);
    return out;
}

World::Value World::choose(const Formula& formula) {
    Value out;
    std::vector<Value> branches;
    for (std::size_t i = 0; i + 1 < formula.parts.size(); i += 2) {
        const Value condition = value(formula.parts[i]);
        out.none |= condition.none;
        if (condition.nothing) {
            out.nothing = branches.empty();
            break;
        }
        const Answer answer = answer_of(condition.other);
        if (answer != Answer::no) branches.push_back(value(formula.parts[i + 1]));
        if (answer == Answer::yes) break;
        if (i + 3 == formula.parts.size()) branches.push_back(value(formula.parts.back()));
    }
    out.nothing = out.nothing || std::all_of(branches.begin(), branches.end(),
                                             [](const Value& one) { return one.nothing; });
    bool first = true;
    for (const Value& branch : branches) {
        out.none |= branch.none;
        if (branch.nothing) continue;
        out.other.add(branch.other);
        out.low = first ? branch.low : lower(out.low, branch.low);
        out.high = first ? branch.high : higher(out.high, branch.high);
        first = false;
    }
    return out;
}

World::Value World::compare(const Formula& formula) {
    const Value a = value(formula.parts[0]), b = value(formula.parts[1]);
    Value out;
    out.none = a.none || b.none;
    out.nothing = a.nothing || b.nothing;
    Bound a_low = a.low, a_high = a.high, b_low = b.low, b_high = b.high;
    if (!formula.parts[0].type.numeric()) {
        if (a.other.values.empty() || b.other.values.empty()) {
            out.other = truth_of(Answer::unknown);
            return out;
        }
        a_low = Decimal{a.other.hull().low, 0}, a_high = Decimal{a.other.hull().high, 0};
        b_low = Decimal{b.other.hull().low, 0}, b_high = Decimal{b.other.hull().high, 0};
    }
    Answer answer = Answer::unknown;
    if (formula.op == Op::equal) {
        if ((a_high && b_low && *a_high < *b_low) || (b_high && a_low && *b_high < *a_low))
            answer = Answer::no;
        else if (a_low && a_high && b_low && b_high && *a_low == *a_high && *b_low == *b_high)
            answer = Answer::yes;
    } else {
        const bool strict = formula.op == Op::less;
        if (a_high && b_low && (strict ? *a_high < *b_low : *a_high <= *b_low))
            answer = Answer::yes;
        else if (a_low && b_high && (strict ? *a_low >= *b_high : *a_low > *b_high))
            answer = Answer::no;
    }
    out.other = truth_of(answer);
    return out;
}

namespace {

Decimal combine(Op op, const Decimal& a, const Decimal& b) {
    switch (op) {
    case Op::plus: return a + b;
    case Op::minus: return a - b;
    case Op::times: return a * b;
    case Op::divide: return a / b;
    case Op::least: return std::min(a, b);
    default: return std::max(a, b);
    }
}

bool certain(const Bound& low, const Bound& high) {
    return low && high && *low == *high;
}

} // namespace

void World::combine_with(const Formula& formula, Value& out, const Value& next) {
    out.none |= next.none;
    out.nothing |= next.nothing;
    const Value a = out;
    const bool sure = certain(a.low, a.high) && certain(next.low, next.high);
    const auto bound = [&](const Bound& x, const Bound& y) -> Bound {
        if (!x || !y) return std::nullopt;
        if (sure) return combine(formula.op, *x, *y);
        return bounded([&] { return combine(formula.op, *x, *y); });
    };
    if (formula.op == Op::divide) {
        const bool may_be_zero =
            !next.low || !next.high || (*next.low <= Decimal{} && *next.high >= Decimal{});
        out.none |= may_be_zero;
        out.nothing |= may_be_zero && certain(next.low, next.high);
        out.low = out.high = std::nullopt;
        if (may_be_zero) return;
    }
    if (formula.op == Op::times || formula.op == Op::divide) {
        const std::vector<Bound> corners{bound(a.low, next.low), bound(a.low, next.high),
                                         bound(a.high, next.low), bound(a.high, next.high)};
        out.low = out.high = corners.front();
        for (const auto& corner : corners) {
            out.low = lower(out.low, corner);
            out.high = higher(out.high, corner);
        }
        return;
    }
    const bool minus = formula.op == Op::minus;
    out.low = bound(a.low, minus ? next.high : next.low);
    out.high = bound(a.high, minus ? next.low : next.high);
}

World::Value World::number(const Formula& formula) {
    Value out = value(formula.parts[0]);
    for (std::size_t i = 1; i < formula.parts.size(); ++i)
        combine_with(formula, out, value(formula.parts[i]));
    out.other = {};
    return out;
}

Possible World::decide_formula(const Decision& decision) {
    const Value result = value(*decision.formula);
    Possible out;
    if (result.nothing) {
        out.none = true;
        return out;
    }
    if (!decision.type.numeric()) {
        out = result.other;
        out.none |= result.none;
        return out;
    }
    const auto units = [&](const Bound& bound, std::int64_t endless) {
        if (!bound) return endless;
        return bound->rounded(decision.type.decimals).units;
    };
    out.none = result.none;
    const auto low = units(result.low, decision.type.min),
               high = units(result.high, decision.type.max);
    out.add(low);
    out.add(high);
    out.range = out.values.size() > 1;
    return out;
}

} // namespace meldroute::inline v0
