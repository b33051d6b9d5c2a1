// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Expressions of which everything that counts is known, in exact decimals as World computes them.
// What is not known comes out as unknown, and is left to World.

#pragma once

#include "rules/weigh.hpp"

#include <meldroute/base/decimal.hpp>

namespace meldroute::inline v0 {

/// Whether this form computes all of it.
bool computes(const Formula& formula);
/// Of two numbers, neither nothing; a division by zero is not asked.
Decimal computed(Formula::Op op, const Decimal& a, const Decimal& b);

template <class Facts>
class Compute {
public:
    Compute(const Book& book, const Facts& facts, const std::vector<Found>& found)
        : book_(book), facts_(facts), found_(found) {}

    Found decide(const Decision& decision) const {
        const Value result = value(*decision.formula);
        if (result.state == State::unknown) return Found::several();
        Found out;
        if (result.state == State::nothing)
            out.none = true;
        else if (decision.type.numeric())
            out.add(result.number.rounded(decision.type.decimals).units);
        else
            out.add(result.units);
        return out;
    }

private:
    using Op = Formula::Op;
    enum class State : std::uint8_t { known, nothing, unknown };
    struct Value {
        State state = State::known;
        Decimal number;
        std::int64_t units = 0;
    };

    static Value truth(Answer answer) {
        if (answer == Answer::unknown) return {State::unknown, {}, 0};
        return {State::known, {}, answer == Answer::yes ? 1 : 0};
    }
    static Value weaker(const Value& a, const Value& b) {
        const bool nothing = a.state == State::nothing || b.state == State::nothing;
        return {nothing ? State::nothing : State::unknown, {}, 0};
    }
    static bool known(const Value& a, const Value& b) {
        return a.state == State::known && b.state == State::known;
    }

    Value value(const Formula& formula) const {
        switch (formula.op) {
        case Op::constant: return {State::known, formula.number, formula.constant};
        case Op::input: return input(formula.cell.input);
        case Op::cell: return truth(test(formula.cell));
        case Op::count: return count(formula.cell.input);
        case Op::opposite:
        case Op::both:
        case Op::either: return logic(formula);
        case Op::choose: return choose(formula);
        case Op::less:
        case Op::at_most:
        case Op::equal: return compare(formula);
        default: return number(formula);
        }
    }

    Value input(const Input& input) const {
        const Found found = scalar(input);
        if (!found.single()) return {State::unknown, {}, 0};
        if (found.none || found.conflict) return {State::nothing, {}, 0};
        return {State::known, {found.value, book_.type(input).decimals}, found.value};
    }

    Found scalar(const Input& input) const {
        if (input.decision) return found_[input.index];
        const Type& type = book_.type(input);
        if (facts_.known(input.index))
            return Found::of(type.kind == Kind::text ? facts_.text(input.index)
                                                     : facts_.value(input.index));
        return Found::several();
    }

    Found members(const Input& input) const {
        if (input.decision) return found_[input.index];
        Found out;
        out.set = true;
        out.in = facts_.seen(input.index);
        out.maybe = book_.type(input).all() & ~facts_.not_seen(input.index);
        return out;
    }

    Value count(const Input& input) const {
        const Found set = members(input);
        if (!set.set) return {State::nothing, {}, 0};
        if (set.none || set.conflict || set.in != set.maybe) return {State::unknown, {}, 0};
        return {State::known, {std::popcount(set.in), 0}, 0};
    }

    Answer test(const Cell& cell) const {
        const auto answer = [](bool yes) { return yes ? Answer::yes : Answer::no; };
        switch (cell.test) {
        case Cell::Test::unknown: return answer(!facts_.told(cell.input.index));
        case Cell::Test::member:
        case Cell::Test::not_member: {
            const Found set = members(cell.input);
            const auto bit = Word{1} << cell.member;
            if (!set.set) return Answer::no;
            if (set.none || set.conflict || ((set.maybe & ~set.in) & bit) != 0)
                return Answer::unknown;
            return answer(((set.in & bit) != 0) == (cell.test == Cell::Test::member));
        }
        case Cell::Test::within: break;
        }
        const Found found = scalar(cell.input);
        if (found.single())
            return answer(!found.none && !found.conflict && contains(cell.within, found.value));
        return cell.input.decision ? Answer::unknown
                                   : covers(cell.within, book_.domain(cell.input));
    }

    /// A part without outcome leaves the whole without, unless another part settles it.
    Value logic(const Formula& formula) const {
        bool yes = false, no = false;
        Value open{State::known, {}, 0};
        for (const auto& part : formula.parts) {
            const Value next = value(part);
            if (next.state == State::known)
                (next.units == 1 ? yes : no) = true;
            else if (open.state != State::unknown) // what is not known may still settle it
                open = next;
        }
        if (formula.op == Op::both && no) return truth(Answer::no);
        if (formula.op == Op::either && yes) return truth(Answer::yes);
        if (open.state != State::known) return open;
        if (formula.op == Op::opposite) return truth(yes ? Answer::no : Answer::yes);
        return truth(formula.op == Op::both ? Answer::yes : Answer::no);
    }

    Value choose(const Formula& formula) const {
        for (std::size_t i = 0; i + 1 < formula.parts.size(); i += 2) {
            const Value condition = value(formula.parts[i]);
            if (condition.state != State::known) return condition;
            if (condition.units == 1) return value(formula.parts[i + 1]);
        }
        return value(formula.parts.back());
    }

    Value compare(const Formula& formula) const {
        const Value a = value(formula.parts[0]), b = value(formula.parts[1]);
        if (!known(a, b)) return weaker(a, b);
        const auto order =
            formula.parts[0].type.numeric() ? a.number <=> b.number : a.units <=> b.units;
        const bool yes = formula.op == Op::equal  ? order == 0
                         : formula.op == Op::less ? order < 0
                                                  : order <= 0;
        return truth(yes ? Answer::yes : Answer::no);
    }

    /// All parts are computed, also beside one without outcome: each may be too large.
    Value number(const Formula& formula) const {
        Value out = value(formula.parts[0]);
        for (std::size_t i = 1; i < formula.parts.size(); ++i) {
            const Value next = value(formula.parts[i]);
            if (!known(out, next))
                out = weaker(out, next);
            else if (formula.op == Op::divide && next.number.units == 0)
                out.state = State::nothing;
            else
                out.number = computed(formula.op, out.number, next.number);
        }
        return out;
    }

    const Book& book_;
    const Facts& facts_;
    const std::vector<Found>& found_;
};

template <class Facts, bool keep>
Found Weigh<Facts, keep>::formula(const Decision& decision) {
    return Compute<Facts>(book_, facts_, scratch_.found).decide(decision);
}

} // namespace meldroute::inline v0
