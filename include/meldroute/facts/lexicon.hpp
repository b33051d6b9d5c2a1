// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Words found by their bytes: the ids of facts, and of each fact its codes. A report is full of
// them, so that finding one must cost no more than reading it.

#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

namespace meldroute::inline v0 {

class Lexicon {
public:
    static constexpr std::uint32_t none = 0xffffffff;

    /// A word of this owner, and what it stands for. The first of two equal ones stays.
    void add(std::uint32_t owner, std::string_view word, std::uint32_t meaning);

    /// What it stands for, or `none`.
    std::uint32_t find(std::uint32_t owner, std::string_view word) const {
        if (places_.empty()) return none;
        const auto at = places_[place(hash(owner, word), owner, word)];
        return at == none ? none : words_[at].meaning;
    }

    /// Whether two words are equal, without a call.
    static bool same(std::string_view a, std::string_view b) {
        if (a.size() != b.size()) return false;
        if (a.size() < 8) return few(a) == few(b);
        std::uint64_t differs = 0;
        pieces(a, [&](std::size_t at, std::uint64_t piece) {
            differs |= piece ^ load<std::uint64_t>(b.data() + at);
        });
        return differs == 0;
    }

private:
    struct Word {
        std::uint32_t hash, owner, meaning;
        std::uint32_t at, size; ///< in `letters_`
    };

    /// Gives a text to `each` in pieces of eight bytes: the last may overlap, a short one is alone.
    template <class Each>
    static void pieces(std::string_view text, Each each) {
        std::size_t at = 0;
        for (; at + 8 < text.size(); at += 8) each(at, load<std::uint64_t>(text.data() + at));
        if (text.size() >= 8)
            each(text.size() - 8, load<std::uint64_t>(text.data() + text.size() - 8));
        else
            each(0, few(text));
    }

    template <class Number>
    static std::uint64_t load(const char* from) {
        Number out;
        std::memcpy(&out, from, sizeof out);
        return out;
    }

    /// Fewer than eight bytes as one number, without looking beyond them.
    static std::uint64_t few(std::string_view text) {
        const auto size = text.size();
        const char* from = text.data();
        if (size >= 4)
            return load<std::uint32_t>(from) | load<std::uint32_t>(from + size - 4) << 32;
        if (size == 0) return 0;
        return load<std::uint8_t>(from) | load<std::uint8_t>(from + size / 2) << 8 |
               load<std::uint8_t>(from + size - 1) << 16;
    }

    static std::uint32_t hash(std::uint32_t owner, std::string_view word) {
        std::uint64_t out = (std::uint64_t(owner) << 8) + word.size() + 1;
        pieces(word, [&](std::size_t, std::uint64_t piece) {
            out = (out ^ piece) * 0x9e3779b97f4a7c15ULL;
            out ^= out >> 32;
        });
        return std::uint32_t(out);
    }

    /// Where the word stands, or the free place where it would.
    std::size_t place(std::uint32_t hash, std::uint32_t owner, std::string_view word) const {
        const std::size_t last = places_.size() - 1;
        for (std::size_t at = hash & last;; at = (at + 1) & last) {
            if (places_[at] == none) return at;
            const Word& one = words_[places_[at]];
            if (one.hash == hash && one.owner == owner &&
                same({letters_.data() + one.at, one.size}, word))
                return at;
        }
    }

    void grow();

    std::vector<std::uint32_t> places_; ///< a power of two of them, at most a quarter taken
    std::vector<Word> words_;
    std::string letters_;
};

} // namespace meldroute::inline v0
