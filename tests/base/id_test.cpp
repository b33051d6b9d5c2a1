// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"

#include <meldroute/base/digest.hpp>
#include <meldroute/base/id.hpp>

using namespace meldroute;

TEST_CASE("an id is small words with hyphens, joined by dots", "[base][id]") {
    for (const auto* id : {"a", "weging.klasse", "meldroute-intern", "b8", "sr-273f.lid-1"})
        CHECK(is_id(id));
    for (const auto* no :
         {"", "A", "weging.", ".weging", "a--b", "a-", "-a", "a.1b", "a_b", "a b", "é"})
        CHECK_FALSE(is_id(no));
    CHECK(is_id(std::string(64, 'a')));
    CHECK_FALSE(is_id(std::string(65, 'a')));
}

TEST_CASE("a misspelt word finds its neighbour, a strange one finds none", "[base][id]") {
    CHECK(nearest("weging.klase", {"weging.score", "weging.klasse"}) == "weging.klasse");
    CHECK(nearest("bibob", {"weging.score", "weging.klasse"}).empty());
}

TEST_CASE("digests are those of the standards", "[base][digest]") {
    CHECK(to_hex(bytes_of(sha256("abc"))) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    // RFC 4231, test case 2
    CHECK(to_hex(bytes_of(hmac_sha256("Jefe", {"what do ya want ", "for nothing?"}))) ==
          "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    CHECK(from_hex(to_hex("melding")) == "melding");
}
