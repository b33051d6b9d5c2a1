// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "pem.hpp"

#include <meldroute/base/ed25519.hpp>
#include <meldroute/base/error.hpp>

using namespace meldroute;
using namespace meldroute::example;

TEST_CASE("signing is what RFC 8032 says", "[base][ed25519]") {
    for (const auto& one : rfc8032) {
        CAPTURE(one.open);
        const auto message = from_hex(one.message);
        const auto secret = PrivateKey::read(private_pem(one.secret));
        const auto open = PublicKey::read(public_pem(one.open));
        CHECK(to_hex(secret.sign(message)) == one.signature);
        CHECK(open.verifies(message, from_hex(one.signature)));
        CHECK(open.id() == sha256(from_hex(one.open)));
        CHECK(secret.public_key().id() == open.id());
    }
}

TEST_CASE("no byte of a signed message or its signature can change", "[base][ed25519]") {
    const auto& one = rfc8032[2];
    const auto open = PublicKey::read(public_pem(one.open));
    const auto message = from_hex(one.message), signature = from_hex(one.signature);
    const auto changed = [](std::string bytes, std::size_t at) {
        bytes[at] = char(bytes[at] ^ 1);
        return bytes;
    };
    for (std::size_t i = 0; i < message.size(); ++i)
        CHECK_FALSE(open.verifies(changed(message, i), signature));
    for (std::size_t i = 0; i < signature.size(); ++i)
        CHECK_FALSE(open.verifies(message, changed(signature, i)));
    CHECK_FALSE(open.verifies(message, signature.substr(1)));
    CHECK_FALSE(open.verifies(message, signature + '\0'));
    CHECK_FALSE(PublicKey::read(public_pem(rfc8032[0].open)).verifies(message, signature));
}

TEST_CASE("what is no key is refused, and nothing of it is repeated", "[base][ed25519]") {
    const auto secret = private_pem(rfc8032[0].secret), open = public_pem(rfc8032[0].open);
    // An Ed448 key is longer; a key of X25519 agrees on secrets and signs nothing.
    const auto agreeing =
        pem("PRIVATE KEY", "302e020100300506032b656e04220420" + rfc8032[0].secret);
    for (const auto& text :
         {std::string(), std::string("geheim"), secret.substr(0, 60), open, agreeing}) {
        CAPTURE(text);
        CHECK_THROWS_WITH(PrivateKey::read(text),
                          "M1524 this is not a private Ed25519 key in PEM (openssl genpkey "
                          "-algorithm ed25519 -out geheim.pem)");
    }
    for (const auto& text : {std::string(), open.substr(0, 60), secret})
        CHECK_THROWS_WITH(PublicKey::read(text),
                          "M1525 this is not a public Ed25519 key in PEM (openssl pkey -in "
                          "geheim.pem -pubout -out openbaar.pem)");
}
