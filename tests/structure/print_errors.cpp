// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Prints docs/errors.md: every fault that meldroute can report.

#include <meldroute/base/error.hpp>

#include <iostream>
#include <string>
#include <string_view>

using namespace meldroute;

namespace {

constexpr std::string_view opening = R"(# Errors

Every fault that meldroute can report, under the number it keeps for life. `{0}`, `{1}` stand for
ids, names and limits; a message never holds a fact's value. This page is printed from
`src/base/fault_table.cpp`: do not edit it (`cmake --build build/dev --target errors_page`).

| number | exception | what is wrong | what to do | wat er mis is | wat te doen |
|---|---|---|---|---|---|
)";

std::string_view exception(FaultText::Kind kind) {
    switch (kind) {
    case FaultText::Kind::rulebook: return "RulebookError";
    case FaultText::Kind::refused: return "Refused";
    case FaultText::Kind::conflict: return "Conflict";
    case FaultText::Kind::damaged: return "Damaged";
    case FaultText::Kind::usage: return "Usage";
    }
    return {};
}

std::string cell(std::string_view text) {
    std::string escaped;
    for (const char c : text) {
        if (std::string_view("|<*_").find(c) != std::string_view::npos) escaped += '\\';
        escaped += c;
    }
    return escaped;
}

} // namespace

int main() {
    std::cout << opening;
    for (const auto& line : fault_table()) {
        std::cout << "| M" << static_cast<int>(line.fault) << " | `" << exception(line.kind) << '`';
        for (const auto text : {line.en, line.hint_en, line.nl, line.hint_nl})
            std::cout << " | " << cell(text);
        std::cout << " |\n";
    }
}
