// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "exchange/svg_text.hpp"

namespace meldroute::inline v0 {
namespace {

/// Thousandths of the size of a letter.
int letter_width(unsigned char letter) {
    constexpr std::string_view narrow = "iIjl.,:;'|![]()/ -", half = "frt", wide = "mwMW@%";
    if ((letter & 0xC0) == 0x80) return 0; // goes on with a letter that was counted
    if (narrow.find(char(letter)) != narrow.npos) return 330;
    if (half.find(char(letter)) != half.npos) return 400;
    if (wide.find(char(letter)) != wide.npos) return 900;
    return letter >= 'A' && letter <= 'Z' ? 720 : 590;
}

} // namespace

int text_width(std::string_view text, int size) {
    int width = 0;
    for (const char letter : text) width += letter_width(static_cast<unsigned char>(letter));
    return width * size / 1000 + 1;
}

std::vector<std::string> wrapped(std::string_view text, int size, int width) {
    std::vector<std::string> lines(1);
    while (!text.empty()) {
        const std::string word(text.substr(0, text.find(' ')));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        std::string& line = lines.back();
        if (line.empty())
            line = word;
        else if (text_width(line + " " + word, size) <= width)
            line += " " + word;
        else
            lines.push_back(word);
    }
    return lines;
}

std::string xml(std::string_view text) {
    std::string out;
    for (const char letter : text) {
        switch (letter) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\n': out += ' '; break;
        default: out += letter;
        }
    }
    return out;
}

} // namespace meldroute::inline v0
