// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Proof of a ruling: which rules and which engine ruled, on which facts, and what came out. The
// facts are in it as keyed commitments only: who has not the key can guess none of them, who has
// the key and the facts can have the ruling again, bit for bit.

#pragma once

#include <meldroute/base/digest.hpp>
#include <meldroute/rulebook/rulebook.hpp>

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace meldroute::inline v0 {

/// 32 random bytes, drawn anew for each receipt and kept apart from it.
using ReceiptKey = std::array<std::uint8_t, 32>;

struct RulingReceipt {
    static constexpr int format = 1;

    std::string rulebook, version, engine, decision;
    Digest digest{}; ///< of the rulebook
    Ruling::State state = Ruling::State::open;
    JsonBox outcome;
    /// Of each fact that was known and read: HMAC-SHA256 under the key over "meldroute fact 1\n",
    /// id, "\n" and the value in canonical JSON.
    std::map<std::string, Digest> facts;
    /// HMAC-SHA256 under the key over "meldroute ruling 1\n" and the whole ruling in canonical JSON.
    Digest ruling{};

    /// One line of canonical JSON, without the line end.
    std::string bytes() const;
    /// Throws Damaged M1541 for what is not such a line.
    static RulingReceipt parse(std::string_view bytes);

    bool operator==(const RulingReceipt&) const = default;
};

/// The receipt of what this rulebook said of this situation.
RulingReceipt receipt_of(const Rulebook& rulebook, const Ruling& ruling, const Situation& situation,
                         const ReceiptKey& key);

/// The ruling again, from the same facts. Throws Damaged for another rulebook (M1542), a fact that
/// is not what it was (M1543, names the fact) and a ruling that differs (M1544).
Ruling reproduce(const RulingReceipt& receipt, const ReceiptKey& key, const Rulebook& rulebook,
                 const Situation& situation);

} // namespace meldroute::inline v0
