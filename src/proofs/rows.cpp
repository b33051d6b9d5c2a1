// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Whether a row makes a difference: each hit policy has its own way of taking rows together.

#include "proofs/table_prover.hpp"

#include "rules/intervals.hpp"

#include <nlohmann/json.hpp>

namespace meldroute::inline v0 {
namespace {

/// Per table; beyond it a row is left undecided.
constexpr long most_questions = 200000;

} // namespace

Rows::Rows(const Book& book, std::size_t decision)
    : table_(*book.decisions[decision].table), realiser_(book, decision),
      space_(book, decision,
             [this](const Variable& variable, const Class& one) {
                 return realiser_.find({{variable, {tidy(one.values), one.none}}}) ||
                        realiser_.bound();
             }),
      cover_(space_, &realiser_) {}

Differs Rows::outside(const Box& box, const Bits& rows) {
    return found(box, {rows, Bits(rows.size()), Bits(rows.size()), true});
}

Differs Rows::found(const Box& box, const Cover::Goal& goal) {
    if (++questions_ > most_questions) return Differs::unsure;
    switch (cover_.find(box, goal)) {
    case Cover::Answer::covered: return Differs::no;
    case Cover::Answer::found: return Differs::yes;
    case Cover::Answer::unsure: break;
    }
    return Differs::unsure;
}

Json Rows::facts() {
    return realiser_.json(cover_.facts());
}

template <class Without>
Differs Rows::any_of(const Box& box, const Bits& among, Without without) {
    Differs out = Differs::no;
    for (std::size_t j = 0; j < table_.rows.size(); ++j) {
        if (!among.test(j)) continue;
        const auto both = box & space_.rows[j];
        if (!both) continue;
        const auto here = outside(*both, without(j));
        if (here == Differs::yes) return here;
        if (here == Differs::unsure) out = here;
    }
    return out;
}

bool Rows::same_as_else(std::size_t i) const {
    return table_.otherwise && *table_.otherwise == table_.rows[i].then;
}

Differs Rows::differs(const Box& box, std::size_t i) {
    switch (table_.take) {
    case Take::first: return first(box, i);
    case Take::sum: return added(box, i, table_.rows[i].then);
    case Take::count: return added(box, i, 1);
    case Take::all:
    case Take::all_ranked: return members(box, i);
    case Take::highest:
    case Take::least:
    case Take::most: return best(box, i);
    case Take::only_one:
    case Take::all_agree: return alone(box, i);
    }
    return Differs::unsure;
}

/// No row above holds, and what comes after it says something else.
Differs Rows::first(const Box& box, std::size_t i) {
    const auto below = [&](bool same) {
        return where([&](std::size_t k) {
            return k > i && same == (table_.rows[k].then == table_.rows[i].then);
        });
    };
    return found(box, {above(i), below(true), below(false), !same_as_else(i)});
}

/// Alone it stands against `else`; beside others it adds.
Differs Rows::added(const Box& box, std::size_t i, std::int64_t adds) {
    const auto others = where([i](std::size_t k) { return k != i; });
    const auto nothing = [&](std::size_t) { return Bits(table_.rows.size()); };
    if (!table_.otherwise) return adds == 0 ? Differs::no : outside(box, nothing(i));
    const auto beside = adds == 0 ? Differs::no : any_of(box, others, nothing);
    if (beside == Differs::yes || *table_.otherwise == adds) return beside;
    const auto by_itself = outside(box, others);
    return by_itself == Differs::no ? beside : by_itself;
}

/// It brings a member that no other row brings.
Differs Rows::members(const Box& box, std::size_t i) {
    const auto has = [&](std::size_t k, int member) {
        return (std::uint64_t(table_.rows[k].then) >> member & 1) != 0;
    };
    Differs out = Differs::no;
    const auto note = [&](Differs next) {
        if (out != Differs::yes && next != Differs::no) out = next;
    };
    if (table_.otherwise && !same_as_else(i))
        note(outside(box, where([i](std::size_t k) { return k != i; })));
    for (int member = 0; member < 64 && out != Differs::yes; ++member) {
        if (!has(i, member)) continue;
        const auto bring = where([&](std::size_t k) { return k != i && has(k, member); });
        if (table_.otherwise)
            note(any_of(box, where([&](std::size_t k) { return k != i && !has(k, member); }),
                        [&](std::size_t) { return bring; }));
        else
            note(outside(box, bring));
    }
    return out;
}

/// No row that is as good holds.
Differs Rows::best(const Box& box, std::size_t i) {
    const auto then = table_.rows[i].then;
    const auto as_good = where([&](std::size_t k) {
        const auto other = table_.rows[k].then;
        return k != i && (table_.take == Take::most ? other >= then : other <= then);
    });
    if (!same_as_else(i)) return outside(box, as_good);
    return any_of(box, where([&](std::size_t k) { return k != i && !as_good.test(k); }),
                  [&](std::size_t) { return as_good; });
}

/// Nothing else holds, or what holds then contradicts it.
Differs Rows::alone(const Box& box, std::size_t i) {
    const auto then = [&](std::size_t k) { return table_.rows[k].then; };
    const bool agree = table_.take == Take::all_agree;
    const auto others = where([i](std::size_t k) { return k != i; });
    Differs out = same_as_else(i) ? Differs::no : outside(box, others);
    if (out == Differs::yes) return out;
    const auto against =
        where([&](std::size_t k) { return k != i && (!agree || then(k) != then(i)); });
    const auto beside = any_of(box, against, [&](std::size_t j) {
        return where(
            [&](std::size_t k) { return k != i && k != j && (!agree || then(k) != then(j)); });
    });
    return beside == Differs::no ? out : beside;
}

} // namespace meldroute::inline v0
