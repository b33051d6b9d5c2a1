// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/facts/lexicon.hpp>

namespace meldroute::inline v0 {

void Lexicon::add(std::uint32_t owner, std::string_view word, std::uint32_t meaning) {
    if (4 * (words_.size() + 1) > places_.size()) grow();
    const auto hashed = hash(owner, word);
    auto& at = places_[place(hashed, owner, word)];
    if (at != none) return;
    at = std::uint32_t(words_.size());
    words_.push_back(
        {hashed, owner, meaning, std::uint32_t(letters_.size()), std::uint32_t(word.size())});
    letters_ += word;
}

void Lexicon::grow() {
    constexpr std::size_t fewest = 64;
    places_.assign(places_.empty() ? fewest : 2 * places_.size(), none);
    const auto last = places_.size() - 1;
    for (std::uint32_t word = 0; word < words_.size(); ++word) {
        std::size_t at = words_[word].hash & last;
        while (places_[at] != none) at = (at + 1) & last;
        places_[at] = word;
    }
}

} // namespace meldroute::inline v0
