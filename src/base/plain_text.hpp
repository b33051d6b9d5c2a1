// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A place in JSON text that moves on over what it knows. What it does not know is left to
// JsonNode::parse, which says what is wrong and where.

#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace meldroute::inline v0 {

class PlainText {
public:
    explicit PlainText(std::string_view text) : at_(text.data()), end_(at_ + text.size()) {}

    bool done() const { return at_ == end_; }
    std::size_t left() const { return std::size_t(end_ - at_); }
    const char* at() const { return at_; }
    char here() const { return done() ? '\0' : *at_; }
    void skip(std::size_t bytes) { at_ += bytes; }

    /// The next character that is no white space, or 0 at the end.
    char next() {
        while (!done() && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
        return here();
    }
    bool take(char sign) {
        const bool found = next() == sign && !done();
        if (found) ++at_;
        return found;
    }
    bool take(std::string_view word) {
        const bool found = std::string_view(at_, left()).starts_with(word);
        if (found) at_ += word.size();
        return found;
    }

    /// What of a string is letters as they stand: up to a quotation mark, an escape, a control
    /// character, what is beyond ASCII, or the end.
    std::string_view letters() {
        const char* from = at_;
        constexpr bool first_is_lowest = std::endian::native == std::endian::little;
        for (std::uint64_t eight = 0; first_is_lowest && left() >= 8; at_ += 8) {
            std::memcpy(&eight, at_, sizeof eight);
            if (const auto found = special(eight)) {
                at_ += std::countr_zero(found) / 8;
                return {from, std::size_t(at_ - from)};
            }
        }
        while (!done() && plain(std::uint8_t(*at_))) ++at_;
        return {from, std::size_t(at_ - from)};
    }

    /// A letter of two to four bytes (RFC 3629); empty where none stands here.
    std::string_view beyond_ascii() {
        const auto first = std::uint8_t(here());
        const std::size_t size = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
        if (first < 0xc2 || first > 0xf4 || left() < size) return {};
        const auto byte = [&](std::size_t i) { return std::uint8_t(at_[i]); };
        const auto low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        const auto high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (byte(1) < low || byte(1) > high) return {};
        for (std::size_t i = 2; i < size; ++i)
            if (byte(i) < 0x80 || byte(i) > 0xbf) return {};
        at_ += size;
        return {at_ - size, size};
    }

private:
    static bool plain(std::uint8_t byte) {
        return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
    }

    /// Of these eight bytes the first that is not plain has its highest bit set here, and none
    /// before it.
    static std::uint64_t special(std::uint64_t eight) {
        constexpr std::uint64_t each = 0x0101010101010101ULL, high = 0x80 * each;
        const auto zero = [](std::uint64_t bytes) { return (bytes - each) & ~bytes; };
        return (zero(eight ^ '"' * each) | zero(eight ^ '\\' * each) | (eight - 0x20 * each) |
                eight) &
               high;
    }

    const char *at_, *end_;
};

} // namespace meldroute::inline v0
