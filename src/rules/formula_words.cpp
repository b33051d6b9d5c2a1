// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "rules/formula_words.hpp"

#include "rules/cell_words.hpp"

namespace meldroute::inline v0 {
namespace {

using Op = Formula::Op;

std::string words(const Decimal& number, Lang lang) {
    Type type;
    type.kind = Kind::number;
    type.decimals = number.decimals;
    return type.words(number.units, lang);
}

class Steps {
public:
    Steps(World& world, Lang lang) : world_(world), lang_(lang) {}

    std::vector<PartReason> all(const Formula& formula) {
        const auto [text, value] = step(formula);
        if (steps_.empty() || steps_.back().words != text) steps_.push_back({text, value});
        return std::move(steps_);
    }

private:
    std::string say(const char* nl, const char* en) const { return lang_ == Lang::nl ? nl : en; }

    PartReason step(const Formula& formula) {
        PartReason out{text(formula), ""};
        out.value = value(formula);
        return out;
    }

    std::string value(const Formula& formula) {
        const auto found = world_.value(formula);
        if (found.nothing) return say("geen uitkomst", "no outcome");
        if (formula.type.numeric()) {
            if (!found.low || !found.high) return say("niet bekend", "not known");
            if (*found.low == *found.high) return words(*found.low, lang_);
            return words(*found.low, lang_) + say(" tot en met ", " to ") +
                   words(*found.high, lang_);
        }
        if (found.other.values.size() != 1) return say("niet bekend", "not known");
        return formula.type.words(found.other.values.front(), lang_);
    }

    /// As a part of something larger: what is computed is a step of its own, and here its value.
    std::string part(const Formula& formula) {
        switch (formula.op) {
        case Op::constant: return value(formula);
        case Op::input: return named(world_.book(), formula.cell.input, lang_) + bracketed(formula);
        case Op::cell: return text(formula);
        default: break;
        }
        PartReason own = step(formula);
        auto short_form = own.value;
        steps_.push_back(std::move(own));
        return short_form;
    }

    std::string bracketed(const Formula& formula) {
        return formula.cell.input.decision ||
                       world_.book().type(formula.cell.input).kind != Kind::text
                   ? " (" + value(formula) + ")"
                   : "";
    }

    /// Whether there are so many records: a formula over a list asks it of each that there is room
    /// for. Null where a formula is about something else.
    const Formula* presence(const Formula& formula) const {
        switch (formula.op) {
        case Op::cell:
            return formula.cell.test == Cell::Test::within && !formula.cell.input.decision &&
                           world_.book().type(formula.cell.input).kind == Kind::list
                       ? &formula
                       : nullptr;
        case Op::both: return number_in(formula.parts.front());
        case Op::either:
            return formula.parts.front().op == Op::opposite
                       ? number_in(formula.parts.front().parts.front())
                       : nullptr;
        case Op::choose: // of a sum or a count; the largest and smallest have another end
            return formula.parts.back().op == Op::constant ? presence(formula.parts.front())
                                                           : nullptr;
        default: return nullptr;
        }
    }

    const Formula* number_in(const Formula& formula) const {
        return formula.op == Op::cell ? presence(formula) : nullptr;
    }

    /// Of a record that is certainly not there: nothing is said.
    bool beyond(const Formula& formula) {
        const auto* there = presence(formula);
        if (!there) return false;
        const auto found = world_.value(*there).other.values;
        return found.size() == 1 && found.front() == 0;
    }

    std::string joined(const Formula& formula, const std::string& between) {
        std::string out;
        for (const auto& one : formula.parts)
            if (!beyond(one)) out += (out.empty() ? "" : between) + part(one);
        if (!out.empty()) return out;
        return say("geen ", "none of ") +
               named(world_.book(), presence(formula.parts.front())->cell.input, lang_);
    }

    std::string of(const Formula& formula, const char* nl, const char* en) {
        return say(nl, en) + " " + joined(formula, say(" en ", " and "));
    }

    /// A constant stands behind: «punten» is at least 6, not 6 is at most «punten».
    std::string compared(const Formula& formula, bool negated) {
        const bool turned = formula.parts[0].op == Op::constant;
        const auto left = part(formula.parts[turned ? 1 : 0]),
                   right = part(formula.parts[turned ? 0 : 1]);
        std::string sign;
        if (formula.op == Op::equal)
            sign = negated ? say(" is niet ", " is not ") : say(" is ", " is ");
        else if (formula.op == Op::less)
            sign = turned ? say(" is meer dan ", " is more than ")
                          : say(" is minder dan ", " is less than ");
        else
            sign = turned ? say(" is minstens ", " is at least ")
                          : say(" is hoogstens ", " is at most ");
        return left + sign + right;
    }

    std::string chosen(const Formula& formula) {
        std::string out;
        for (std::size_t i = 0; i + 1 < formula.parts.size(); i += 2)
            if (!beyond(formula.parts[i]))
                out += say("als ", "if ") + part(formula.parts[i]) + say(" dan ", " then ") +
                       part(formula.parts[i + 1]) + ", ";
        return out + say("anders ", "else ") + part(formula.parts.back());
    }

    std::string between(const Formula& formula, const char* nl, const char* en) {
        return say(nl, en) + say(" van ", " from ") + part(formula.parts[0]) +
               say(" tot ", " to ") + part(formula.parts[1]);
    }

    std::string later(const Formula& formula, const char* nl, const char* en) {
        return part(formula.parts[0]) + " + " + part(formula.parts[1]) + say(nl, en);
    }

    std::string text(const Formula& formula) {
        const Book& book = world_.book();
        switch (formula.op) {
        case Op::constant:
        case Op::input: return part(formula);
        case Op::cell: return meldroute::words(book, formula.cell, lang_);
        case Op::less:
        case Op::at_most:
        case Op::equal: return compared(formula, false);
        case Op::both: return joined(formula, say(" en ", " and "));
        case Op::either: return joined(formula, say(" of ", " or "));
        case Op::opposite:
            if (formula.parts[0].op == Op::equal) return compared(formula.parts[0], true);
            return say("niet waar is: ", "it is not so that ") + part(formula.parts[0]);
        case Op::choose: return chosen(formula);
        case Op::plus: return joined(formula, " + ");
        case Op::minus: return joined(formula, " − ");
        case Op::times: return joined(formula, " × ");
        case Op::divide: return joined(formula, " : ");
        case Op::least: return of(formula, "de kleinste van", "the smallest of");
        case Op::most: return of(formula, "de grootste van", "the largest of");
        case Op::count:
            return say("hoeveel er zijn in ", "how many there are in ") +
                   named(book, formula.cell.input, lang_);
        case Op::absolute: return of(formula, "zonder minteken:", "without its sign:");
        case Op::round: return of(formula, "afgerond:", "rounded:");
        case Op::power: return joined(formula, say(" tot de macht ", " to the power "));
        case Op::nothing: return say("geen uitkomst", "no outcome");
        case Op::date_of: return of(formula, "de dag van", "the day of");
        case Op::years_between: return between(formula, "hele jaren", "whole years");
        case Op::months_between: return between(formula, "hele maanden", "whole months");
        case Op::weeks_between: return between(formula, "hele weken", "whole weeks");
        case Op::days_between: return between(formula, "dagen", "days");
        case Op::add_days: return later(formula, " dagen", " days");
        case Op::add_months: return later(formula, " maanden", " months");
        case Op::add_years: return later(formula, " jaar", " years");
        }
        return "";
    }

    World& world_;
    Lang lang_;
    std::vector<PartReason> steps_;
};

} // namespace

std::vector<PartReason> parts_of(World& world, const Formula& formula, Lang lang) {
    return Steps(world, lang).all(formula);
}

} // namespace meldroute::inline v0
