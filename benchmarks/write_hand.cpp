// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Writes the rules as a programmer would: an if for each. Usage: write_hand COUNT > hand_COUNT.cpp

#include "workload.hpp"

#include <cstdlib>
#include <iostream>

int main(int, char** arguments) {
    const std::string count = arguments[1];
    const auto rules = bench::make_rules(std::size_t(std::atoi(arguments[1])));
    std::cout << "#include \"hand.hpp\"\nnamespace bench {\n";
    const auto write = [&](const char* take, const char* start, auto then, const char* end) {
        std::cout << "std::int64_t " << take << "_" << count << "(const Record& r) {\n" << start;
        for (const auto& rule : rules)
            std::cout << "if (" << cpp(rule) << ") " << then(rule) << ";\n";
        std::cout << end << "}\n";
    };
    const auto text = [](int number) { return std::to_string(number); };
    write(
        "all", "std::int64_t out = 0;\n",
        [&](const bench::Rule& rule) { return "out |= 1LL << " + text(rule.member); },
        "return out;\n");
    write(
        "sum", "std::int64_t out = 0;\n",
        [&](const bench::Rule& rule) { return "out += " + text(rule.points); }, "return out;\n");
    write(
        "first", "", [&](const bench::Rule& rule) { return "return " + text(rule.kind); },
        "return 8;\n");
    std::cout << "}\n";
}
