// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// SHA-256 and HMAC-SHA256 (by OpenSSL's libcrypto), and hexadecimal.

#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace meldroute::inline v0 {

using Digest = std::array<std::uint8_t, 32>;

/// Bytes stand in a std::string_view throughout: text and binary alike.
std::string_view bytes_of(const Digest& digest);

Digest sha256(std::string_view bytes);

/// HMAC-SHA256 (RFC 2104) over the parts, one after the other.
Digest hmac_sha256(std::string_view key, std::initializer_list<std::string_view> parts);

std::string to_hex(std::string_view bytes);
/// Throws std::invalid_argument for what is not an even number of hexadecimal digits.
std::string from_hex(std::string_view hex);

} // namespace meldroute::inline v0
