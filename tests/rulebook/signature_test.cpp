// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "pem.hpp"
#include "rulebook/example.hpp"

#include <meldroute/rulebook/signature.hpp>

using namespace meldroute;
using namespace meldroute::example;

namespace {

const std::string secret = private_pem(rfc8032[0].secret), open = public_pem(rfc8032[0].open),
                  other = public_pem(rfc8032[1].open);

Fault fault_of(const Rulebook& book, const Signature& signature, const std::string& key) {
    try {
        verify(book, signature, key);
    } catch (const Damaged& error) {
        return error.fault();
    }
    return Fault{};
}

} // namespace

TEST_CASE("a signed rulebook verifies with the key that signed it, and with no other",
          "[rulebook][signature]") {
    const auto book = Shelf().load();
    const auto signature = sign(*book, secret);
    CHECK_NOTHROW(verify(*book, signature, open));
    CHECK_NOTHROW(verify(*Rulebook::from_bundle(book->bundle()), signature, open));
    CHECK(fault_of(*book, signature, other) == Fault::signature_by_other_key);
    CHECK_THROWS_AS(verify(*book, signature, secret), Usage);
    CHECK_THROWS_AS(sign(*book, open), Usage);

    SECTION("also after it was kept as JSON") {
        const auto kept = Signature::parse(signature.json());
        CHECK(kept.json() == signature.json());
        CHECK_NOTHROW(verify(*book, kept, open));
    }
    SECTION("not when it says of itself that another key made it") {
        auto claimed = signature;
        claimed.key = sign(*book, private_pem(rfc8032[1].secret)).key;
        CHECK(fault_of(*book, claimed, other) == Fault::signature_broken);
    }
}

TEST_CASE("a signature is of one version of the rules", "[rulebook][signature]") {
    const Shelf shelf;
    const auto old = shelf.load();
    auto signature = sign(*old, secret);
    shelf.write("dorp/roles.json", R"({"roles": [{"id": "weger", "label": "een ander"}]})");
    const auto book = shelf.load();
    CHECK(fault_of(*book, signature, open) == Fault::signature_of_other_bundle);

    signature.bundle = book->digest(); // whoever passes it off as signed
    CHECK(fault_of(*book, signature, open) == Fault::signature_broken);
}

TEST_CASE("no character of a signature can change or be missing", "[rulebook][signature]") {
    const auto book = Shelf().load();
    const auto text = sign(*book, secret).json();
    const auto holds = [&](const std::string& kept) {
        try {
            verify(*book, Signature::parse(kept), open);
            return true;
        } catch (const Damaged&) {
            return false;
        }
    };
    REQUIRE(holds(text));
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        CAPTURE(i);
        auto changed = text;
        changed[i] = changed[i] == '0' ? '1' : '0';
        CHECK_FALSE(holds(changed));
        CHECK_FALSE(holds(text.substr(0, i)));
    }
    for (const auto* no_signature : {"", "[]", "7", R"({"bundle": 1})"})
        CHECK_THROWS_WITH(Signature::parse(no_signature),
                          "M1526 this is not a signature of a rulebook");
}
