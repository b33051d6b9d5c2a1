// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Where a compiled decision reads its facts: in a situation, or in a completion of one.

#pragma once

#include "rules/model.hpp"

#include <algorithm>
#include <vector>

namespace meldroute::inline v0 {

/// Facts as a situation has them.
class Told {
public:
    Told(const Book& book, const Situation& situation) : book_(book), situation_(situation) {}

    bool known(std::size_t slot) const { return situation_[slot].known; }
    std::int64_t value(std::size_t slot) const { return situation_[slot].value; }
    std::uint64_t seen(std::size_t slot) const { return situation_[slot].seen; }
    std::uint64_t not_seen(std::size_t slot) const { return situation_[slot].not_seen; }
    bool told(std::size_t slot) const { return situation_.known(slot); }
    std::int64_t text(std::size_t slot) const {
        const auto& texts = book_.texts[slot];
        return std::find(texts.begin(), texts.end(), situation_[slot].text) - texts.begin();
    }

private:
    const Book& book_;
    const Situation& situation_;
};

/// What one completion says of a fact.
struct Filled {
    bool known = false, told = false;
    std::int64_t value = 0; ///< of a text its class
    std::uint64_t seen = 0, not_seen = 0;
};

class Completion {
public:
    explicit Completion(const std::vector<Filled>& facts) : facts_(facts) {}

    bool known(std::size_t slot) const { return facts_[slot].known; }
    std::int64_t value(std::size_t slot) const { return facts_[slot].value; }
    std::uint64_t seen(std::size_t slot) const { return facts_[slot].seen; }
    std::uint64_t not_seen(std::size_t slot) const { return facts_[slot].not_seen; }
    bool told(std::size_t slot) const { return facts_[slot].told; }
    std::int64_t text(std::size_t slot) const { return facts_[slot].value; }

private:
    const std::vector<Filled>& facts_;
};

} // namespace meldroute::inline v0
