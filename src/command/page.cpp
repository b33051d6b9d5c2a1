// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "command/page.hpp"

#include <algorithm>
#include <ostream>
#include <sstream>

namespace meldroute::inline v0 {
namespace {

std::string spaces(int count) {
    return std::string(std::size_t(std::max(count, 0)), ' ');
}

std::string rule_across() {
    std::string line;
    for (int i = 0; i < Page::width; ++i) line += "═";
    return line;
}

} // namespace

int columns(std::string_view text) {
    return int(std::count_if(text.begin(), text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }));
}

std::string padded(std::string_view text, int width) {
    return std::string(text) + spaces(width - columns(text));
}

void Page::title(std::string_view text) {
    out_ << rule_across() << "\n";
    wrap(" ", 1, text);
    out_ << rule_across() << "\n";
}

void Page::heading(std::string_view text) {
    out_ << "\n" << text << "\n";
    for (int i = 0; i < columns(text); ++i) out_ << "─";
    out_ << "\n";
}

void Page::text(int indent, std::string_view text) {
    wrap(spaces(indent), indent, text);
}

void Page::whole(int indent, std::string_view text) {
    out_ << std::string(std::size_t(indent), ' ') << text << "\n";
}

void Page::lines(std::string_view text) {
    std::size_t from = 0;
    while (from < text.size()) {
        const std::size_t to = std::min(text.find('\n', from), text.size());
        const std::size_t indent = std::min(text.find_first_not_of(' ', from), to) - from;
        const auto line = text.substr(from, to - from);
        const auto mark = line.substr(indent, line.find(' ', indent) - indent);
        const bool marked = columns(mark) == 1 && indent > 0;
        if (marked)
            item(int(indent), mark, line.substr(indent + mark.size()));
        else
            this->text(int(indent), line);
        from = to + 1;
    }
}

void Page::item(int indent, std::string_view mark, std::string_view text) {
    const std::string first = spaces(indent) + std::string(mark) + " ";
    wrap(first, columns(first), text);
}

void Page::field(int indent, std::string_view name, std::string_view text) {
    constexpr int name_width = 12;
    wrap(spaces(indent) + padded(name, name_width), indent + name_width, text);
}

void Page::blank() {
    out_ << "\n";
}

void Page::wrap(const std::string& first, int indent, std::string_view text) {
    std::istringstream words{std::string(text)};
    std::string line = first;
    bool fresh = true;
    for (std::string word; words >> word; fresh = false) {
        if (!fresh && columns(line) + 1 + columns(word) > width) {
            out_ << line << "\n";
            line = spaces(indent);
            fresh = true;
        }
        line += (fresh ? "" : " ") + word;
    }
    line.erase(line.find_last_not_of(' ') + 1);
    out_ << line << "\n";
}

} // namespace meldroute::inline v0
