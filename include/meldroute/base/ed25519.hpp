// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Signing with Ed25519 (RFC 8032, by OpenSSL's libcrypto). Keys are PEM, as `openssl genpkey
// -algorithm ed25519` writes them. No message says anything of a private key.

#pragma once

#include <meldroute/base/digest.hpp>

#include <memory>
#include <string>
#include <string_view>

namespace meldroute::inline v0 {

class PublicKey {
public:
    /// Throws Usage M1525.
    static PublicKey read(std::string_view pem);

    /// SHA-256 of the 32 bytes of the key: what it is called by.
    const Digest& id() const { return id_; }
    /// Whether these 64 bytes sign this message.
    bool verifies(std::string_view message, std::string_view signature) const;

private:
    friend class PrivateKey;
    explicit PublicKey(std::string bytes);

    std::string bytes_;
    Digest id_;
};

class PrivateKey {
public:
    /// Throws Usage M1524. A key behind a pass phrase is not read: decrypt it first.
    static PrivateKey read(std::string_view pem);

    PublicKey public_key() const;
    /// 64 bytes, for one message and key always the same.
    std::string sign(std::string_view message) const;

private:
    explicit PrivateKey(std::shared_ptr<void> key) : key_(std::move(key)) {}

    std::shared_ptr<void> key_; ///< of libcrypto, which wipes it
};

} // namespace meldroute::inline v0
