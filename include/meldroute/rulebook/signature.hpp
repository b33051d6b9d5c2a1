// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Who stands for a rulebook: a signature beside its bundle. It signs the bytes of the bundle as
// they are, so that whoever distrusts meldroute can verify it with OpenSSL alone.

#pragma once

#include <meldroute/base/digest.hpp>

#include <string>
#include <string_view>

namespace meldroute::inline v0 {

class Rulebook;

/// As JSON: {"bundle": …, "key": …, "signature": …}, in hexadecimal.
struct Signature {
    Digest bundle{};   ///< SHA-256 of the bundle: the digest of the rulebook
    Digest key{};      ///< SHA-256 of the 32 bytes of the public key
    std::string bytes; ///< 64, of Ed25519

    /// One line and a newline.
    std::string json() const;
    /// Throws Damaged M1526.
    static Signature parse(std::string_view text);
};

/// Signs the bundle of a rulebook. Throws Usage M1524 for what is no private key in PEM.
Signature sign(const Rulebook& rulebook, std::string_view private_key);

/// Throws Damaged M1527 when the signature is of another rulebook, M1528 when another key made it,
/// M1529 when it is not what was signed; Usage M1525 for what is no public key in PEM.
void verify(const Rulebook& rulebook, const Signature& signature, std::string_view public_key);

} // namespace meldroute::inline v0
