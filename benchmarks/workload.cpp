// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "workload.hpp"

#include "dice.hpp"

#include <algorithm>

namespace bench {
namespace {

using meldroute::Dice;

constexpr int day_2000 = 10957;

std::array<Field, fields> make_fields() {
    using enum Field::Kind;
    std::array<Field, fields> out;
    std::size_t next = 0;
    const auto add = [&](const char* letter, Field::Kind kind,
                         std::vector<std::array<int, 2>> all) {
        int number = 0;
        for (const auto& [a, b] : all) {
            const bool coded = kind == choice || kind == set;
            out[next++] = {letter + std::to_string(number++), kind, coded ? a : 0, coded ? 0 : a,
                           coded ? 0 : b};
        }
    };
    add("keuze", choice,
        {{12, 0}, {4, 0}, {6, 0}, {8, 0}, {5, 0}, {4, 0}, {10, 0}, {5, 0}, {3, 0}});
    add("getal", number,
        {{18, 90}, {0, 40}, {300, 850}, {0, 100000}, {1, 20}, {0, 365}, {50, 5000}, {0, 10}});
    add("dag", date,
        {{day_2000, day_2000 + 2000},
         {day_2000, day_2000 + 9000},
         {day_2000 + 8000, day_2000 + 9000},
         {day_2000 + 8500, day_2000 + 9000}});
    add("feit", truth, {{0, 1}, {0, 1}, {0, 1}, {0, 1}, {0, 1}, {0, 1}});
    add("reeks", set, {{16, 0}, {12, 0}, {8, 0}, {10, 0}});
    return out;
}

/// Ten limits for each field with an order, shared by all rules.
int limit(std::size_t field, int which) {
    const Field& f = all_fields()[field];
    Dice dice{field * 1000 + std::uint64_t(which)};
    return dice.between(f.low + 1, f.high);
}

std::uint64_t some_values(Dice& dice, int size) {
    const int style = dice.below(100);
    const auto one = std::uint64_t{1} << dice.below(size);
    if (style < 40) return one;
    if (style < 55) return ((std::uint64_t{1} << size) - 1) & ~one;
    std::uint64_t mask = one;
    for (int i = dice.between(1, std::max(1, size / 2)); i > 0; --i)
        mask |= std::uint64_t{1} << dice.below(size);
    return mask;
}

Test make_test(Dice& dice, std::size_t field) {
    using enum Field::Kind;
    const Field& f = all_fields()[field];
    switch (f.kind) {
    case choice: return {field, Test::Op::one_of, 0, some_values(dice, f.size)};
    case truth: return {field, Test::Op::one_of, 0, std::uint64_t{1} << dice.below(2)};
    case set: return {field, Test::Op::has, dice.below(f.size), 0};
    default: break;
    }
    const auto op = dice.below(2) == 0 ? Test::Op::at_least : Test::Op::below;
    return {field, op, limit(field, dice.below(10)), 0};
}

std::int64_t make_value(Dice& dice, const Field& field) {
    using enum Field::Kind;
    if (field.kind == choice) return dice.below(field.size);
    if (field.kind != set) return dice.between(field.low, field.high);
    std::int64_t bits = 0;
    for (int i = dice.below(5); i > 0; --i) bits |= std::int64_t{1} << dice.below(field.size);
    return bits;
}

} // namespace

const std::array<Field, fields>& all_fields() {
    static const auto all = make_fields();
    return all;
}

std::vector<Rule> make_rules(std::size_t count) {
    Dice dice{count};
    std::vector<Rule> rules(count);
    for (std::size_t i = 0; i < count; ++i) {
        Rule& rule = rules[i];
        std::uint32_t used = 0;
        for (int tests = dice.between(2, 5); tests > 0;) {
            const auto field = std::size_t(dice.below(int(fields)));
            if ((used >> field & 1) != 0) continue;
            used |= 1U << field;
            rule.tests.push_back(make_test(dice, field));
            --tests;
        }
        rule.member = dice.below(32);
        rule.points = dice.between(1, 5);
        rule.kind = dice.below(8);
    }
    return rules;
}

std::vector<Record> make_records(std::size_t count, bool unknown) {
    Dice dice{20260101};
    std::vector<Record> records(count);
    for (auto& record : records) {
        for (std::size_t i = 0; i < fields; ++i)
            record.value[i] = make_value(dice, all_fields()[i]);
        for (int i = 0; i < 3; ++i) {
            const auto bit = 1U << dice.below(int(fields));
            if (unknown) record.unknown |= bit;
        }
    }
    return records;
}

} // namespace bench
