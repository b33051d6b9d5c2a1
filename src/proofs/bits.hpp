// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A set of rows, or of classes of values, as bits.

#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

namespace meldroute::inline v0 {

class Bits {
public:
    explicit Bits(std::size_t size = 0) : words_((size + 63) / 64), size_(size) {}
    static Bits all(std::size_t size) {
        Bits out(size);
        for (std::size_t i = 0; i < size; ++i) out.set(i);
        return out;
    }

    std::size_t size() const { return size_; }
    void set(std::size_t i) { words_[i / 64] |= std::uint64_t{1} << (i % 64); }
    void reset(std::size_t i) { words_[i / 64] &= ~(std::uint64_t{1} << (i % 64)); }
    bool test(std::size_t i) const { return (words_[i / 64] >> (i % 64) & 1) != 0; }

    bool none() const {
        return std::all_of(words_.begin(), words_.end(), [](auto word) { return word == 0; });
    }
    std::size_t count() const {
        std::size_t out = 0;
        for (const auto word : words_) out += std::size_t(std::popcount(word));
        return out;
    }
    std::size_t count_with(const Bits& other) const {
        std::size_t out = 0;
        for (std::size_t i = 0; i < words_.size(); ++i)
            out += std::size_t(std::popcount(words_[i] & other.words_[i]));
        return out;
    }
    bool meets(const Bits& other) const {
        for (std::size_t i = 0; i < words_.size(); ++i)
            if ((words_[i] & other.words_[i]) != 0) return true;
        return false;
    }
    /// Whether everything in here is in there too.
    bool within(const Bits& other) const {
        for (std::size_t i = 0; i < words_.size(); ++i)
            if ((words_[i] & ~other.words_[i]) != 0) return false;
        return true;
    }

    Bits& operator&=(const Bits& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
        return *this;
    }
    Bits& operator|=(const Bits& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
        return *this;
    }
    Bits& remove(const Bits& other) {
        for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
        return *this;
    }
    friend Bits operator&(Bits a, const Bits& b) { return a &= b; }
    friend Bits operator|(Bits a, const Bits& b) { return a |= b; }

    template <class Visit>
    void each(Visit visit) const {
        for (std::size_t i = 0; i < words_.size(); ++i)
            for (auto word = words_[i]; word != 0; word &= word - 1)
                visit(i * 64 + std::size_t(std::countr_zero(word)));
    }

    const std::vector<std::uint64_t>& words() const { return words_; }
    auto operator<=>(const Bits&) const = default;

private:
    std::vector<std::uint64_t> words_;
    std::size_t size_ = 0;
};

} // namespace meldroute::inline v0
