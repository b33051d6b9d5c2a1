// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Whatever is told, its stored form tells the same again: over random vocabularies and tellings.

#include "catch.hpp"
#include "facts/random_telling.hpp"
#include "facts/support.hpp"

using namespace meldroute;

namespace {

Situation restored(const Vocabulary& vocabulary, const JsonNode& facts) {
    Situation situation(vocabulary);
    situation.tell(facts);
    return situation;
}

} // namespace

TEST_CASE("the stored form of a situation tells the same situation", "[facts][situation]") {
    const auto seed = GENERATE(range(0U, 200U));
    CAPTURE(seed);
    Dice dice(seed);
    const auto vocabulary = random_vocabulary(dice);
    Situation situation(vocabulary);

    for (int telling = 0; telling < 4; ++telling) {
        situation.tell(JsonNode::wrap(random_telling(dice, vocabulary), "melding"));
        const auto stored = situation.json();
        CAPTURE(telling, stored.dump());

        REQUIRE(restored(vocabulary, JsonNode::wrap(stored, "aantekening")) == situation);
        REQUIRE(restored(vocabulary, JsonNode::parse(stored.dump(), "aantekening")) == situation);
        REQUIRE(restored(vocabulary, JsonNode::parse(canonical(stored), "body")) == situation);
        REQUIRE(restored(vocabulary, JsonNode::parse(canonical(stored), "body")).json() == stored);

        situation.tell(JsonNode::wrap(stored, "aantekening"));
        REQUIRE(situation.json() == stored);
    }
}
