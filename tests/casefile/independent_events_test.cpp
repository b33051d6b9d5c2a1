// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Parallel tracks, and routes side by side: what is independent ends the same in any order. Tried on
// random pairs at random places; MELDROUTE_CASES is how many stories of each route.

#include "catch.hpp"

#include "casefile/independence.hpp"
#include "casefile/seen.hpp"

using namespace meldroute;
using namespace random_story;

namespace {

Story after(Story story, const std::vector<Body>& bodies) {
    for (const auto& body : bodies) story.add(body);
    return story;
}

/// All that can be seen, but for the order of what has none and the numbers of the entries.
Json without_order(const Story& story) {
    Json out = seen::of(story);
    out.erase("sequence");
    for (const auto* list : {"duties", "happened"}) {
        for (auto& one : out[list]) one.erase("entry");
        std::sort(out[list].begin(), out[list].end());
    }
    return out;
}

struct Pairs {
    int independent = 0, in_one_route = 0, across = 0, starting = 0;
};

void try_both_orders(const Story& story, const Effect& one, const Effect& other, Pairs& pairs) {
    if (!are_independent(one, other)) return;
    CAPTURE(one.message().event, one.message().telling.facts->dump());
    CAPTURE(other.message().event, other.message().telling.facts->dump());
    CAPTURE(seen::standing(story).dump());
    Story there = after(story, one.bodies()), back = after(story, other.bodies());
    there = after(there, other.message().tell(there));
    back = after(back, one.message().tell(back));
    REQUIRE(without_order(there) == without_order(back));
    ++pairs.independent;
    if (one.left().empty() || other.left().empty()) return;
    const bool same_route = one.left().begin()->first == other.left().begin()->first;
    ++(same_route ? pairs.in_one_route : pairs.across);
    pairs.starting += one.bodies().size() + other.bodies().size() > 2 ? 1 : 0;
}

/// What might be told at this moment, each thought of by itself.
std::vector<Effect> effects(Teller& teller, const Story& story) {
    const Moment at{story.recorded()->micros + 3600000000, 120};
    std::vector<Effect> all;
    for (int tries = 0; tries < 4; ++tries) {
        Message message = teller.likely(story);
        message.telling.at = at;
        try {
            all.emplace_back(story, std::move(message));
        } catch (const Refused&) {} // another then
    }
    return all;
}

void wander(const std::string& route, std::uint64_t seed, Pairs& pairs) {
    Coverage coverage;
    Dice dice(seed);
    Teller teller(ijsselstreek(), coverage, dice);
    Story story = after(Story(ijsselstreek()),
                        open_case(ijsselstreek(), route, teller.report(route).telling));
    for (int i = 0; i < 15; ++i) {
        CAPTURE(route, seed, i);
        const auto all = effects(teller, story);
        for (std::size_t a = 0; a < all.size(); ++a)
            for (std::size_t b = a + 1; b < all.size(); ++b)
                try_both_orders(story, all[a], all[b], pairs);
        if (!all.empty()) story = after(story, all.front().bodies());
    }
}

} // namespace

TEST_CASE("independent events end the same in any order", "[random]") {
    const int stories = cases_or(1);
    Pairs pairs;
    std::uint64_t seed = 0;
    for (int s = 0; s < stories; ++s) {
        for (const auto& route : route_ids()) wander(route, ++seed, pairs);
        for (int more = 0; more < 4; ++more) wander("stappenplan", ++seed, pairs);
    }
    CAPTURE(pairs.independent, pairs.in_one_route, pairs.across, pairs.starting);
    CHECK(pairs.independent > 100 * stories);
    CHECK(pairs.in_one_route > 50 * stories);
    CHECK(pairs.across > 10 * stories);
    CHECK(pairs.starting > stories);
}
