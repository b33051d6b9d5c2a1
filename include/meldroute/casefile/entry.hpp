// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// One entry of a case, as it is kept: an open frame, which is chained, around a body, which can be
// sealed or erased. The layout is for ever: docs/decisions/entries.md.

#pragma once

#include <meldroute/base/digest.hpp>

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace meldroute::inline v0 {

/// Where random bytes come from. A value in tests, the operating system at the edge.
class Randomness {
public:
    virtual ~Randomness() = default;

    virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

/// 128 random bits, written as 32 small hexadecimal digits.
template <class Of>
struct RandomId {
    std::array<std::uint8_t, 16> raw{};

    static RandomId draw(Randomness& randomness);
    /// Throws Usage M1601.
    static RandomId parse(std::string_view hex);
    /// The 16 bytes themselves; throws Usage M1601 for another number of bytes.
    static RandomId of(std::string_view bytes);

    std::string hex() const;
    std::string_view bytes() const;

    auto operator<=>(const RandomId&) const = default;
};

using CaseId = RandomId<struct OfCase>;
using RegisterId = RandomId<struct OfRegister>;
extern template struct RandomId<OfCase>;
extern template struct RandomId<OfRegister>;

/// What an entry's body is committed under: 32 random bytes, for this entry alone.
using EntryKey = std::array<std::uint8_t, 32>;

/// What stays in the open: nothing in it tells about a person.
struct Frame {
    static constexpr int format = 1; ///< of frame and body together

    CaseId case_id;
    std::int64_t sequence = 0; ///< from 1, without gaps
    Digest commitment{};       ///< to the body, see commit()
    Digest previous{};         ///< SHA-256 of the frame before; see begin_chain() for the first

    /// One line of canonical JSON, without the line end.
    std::string bytes() const;
    /// Nothing, when these are not exactly the bytes of a frame of this format.
    static std::optional<Frame> parse(std::string_view bytes);
};

/// HMAC-SHA256 under the key over: case (16 bytes), sequence (8 bytes, big-endian), body.
Digest commit(const EntryKey& key, const CaseId& case_id, std::int64_t sequence,
              std::string_view body);

/// An entry is the bytes stored: frame and body are hashed as they are, never written anew.
struct Entry {
    std::string frame;
    std::string body;            ///< empty once erased
    std::optional<EntryKey> key; ///< absent once erased

    bool erased() const { return body.empty() && !key; }

    bool operator==(const Entry&) const = default;
};

/// Proof for whoever keeps it that the case held this entry: a chain that no longer does, or that
/// was cut short before it, does not meet the receipt.
struct Receipt {
    CaseId case_id;
    std::int64_t sequence = 0; ///< 0 is the beginning of a chain, before its first entry
    Digest digest{};           ///< SHA-256 of the frame

    bool operator==(const Receipt&) const = default;
};

} // namespace meldroute::inline v0
