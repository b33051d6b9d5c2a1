// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What must hold of every case, tried on stories of every route that are random and fixed.
// MELDROUTE_CASES is how many of each route; the suite has a few.

#include "catch.hpp"

#include "casefile/examples.hpp"
#include "casefile/random_story.hpp"
#include "casefile/seen.hpp"

#include <meldroute/base/error.hpp>
#include <meldroute/casefile/time_out.hpp>

#include <cstdlib>

using namespace meldroute;
using namespace random_story;

namespace {

const CaseId any_case = examples::case_id();

/// An optional step that IJsselstreek does not have: it receives reports itself.
const std::string received_elsewhere = "meldroute-extern.bij-andere-ontvanger";

void declare(Json& bundle, const std::string& decision) {
    auto& all = bundle["decisions"];
    std::erase_if(all.get_ref<Json::array_t&>(),
                  [&](const Json& d) { return d["id"] == decision; });
    const auto fact = "proef." + decision;
    bundle["facts"].push_back({{"id", fact}, {"type", "boolean"}, {"label", fact}});
    all.push_back({{"id", decision},
                   {"take", "first"},
                   {"outcome", {{"type", "boolean"}}},
                   {"rows", {{{"id", "gezegd"}, {"when", {{fact, true}}}, {"then", true}}}},
                   {"else", false}});
}

/// The same with each optional step as a question, two gates at each weighing, and routes that start
/// each other from anywhere.
std::shared_ptr<const Rulebook> entangled() {
    Json bundle = Json::parse(ijsselstreek()->bundle());
    for (const auto* decision : {"intern.verrijken", "extern.verrijken", "extern.elders-ontvangen"})
        declare(bundle, decision);
    Dice dice(7);
    for (auto& route : bundle["routes"])
        for (auto& [id, step] : route["steps"].items()) {
            if (id == "weging") step["gates"] = {"eerste", "tweede"};
            if (dice.below(4) == 0) step["starts"].push_back(dice.of(route_ids()));
        }
    return Rulebook::from_bundle(canonical(bundle));
}

/// A case in memory, and the bodies that a register would keep.
struct Lived {
    Story story;
    std::vector<std::optional<Body>> bodies;

    void keep(Teller& teller, const std::vector<Body>& more) {
        for (const auto& body : more) {
            teller.remember(story, body);
            bodies.push_back(Body::parse(body.bytes()));
            REQUIRE(*bodies.back() == body);
            story.add(body);
        }
    }
};

/// All that a story is made of: what else can be seen of it follows from this.
void same(const Story& one, const Story& other) {
    REQUIRE(one.here() == other.here());
    REQUIRE(one.situation() == other.situation());
    REQUIRE(one.sequence() == other.sequence());
    REQUIRE(one.recorded() == other.recorded());
    REQUIRE(one.first_route() == other.first_route());
    REQUIRE(one.happened().size() == other.happened().size());
    for (std::size_t i = 0; i < one.happened().size(); ++i) {
        REQUIRE(one.happened()[i].event == other.happened()[i].event);
        REQUIRE(one.happened()[i].at == other.happened()[i].at);
        REQUIRE(one.happened()[i].sequence == other.happened()[i].sequence);
    }
    for (const auto& [route, standing] : one.here())
        for (const auto& leaf : standing.leaves) {
            REQUIRE(one.entered(route, leaf).at == other.entered(route, leaf).at);
            REQUIRE(one.entered(route, leaf).sequence == other.entered(route, leaf).sequence);
        }
}

Story comes_back(const Lived& lived) {
    const auto& book = lived.story.shared_rulebook();
    REQUIRE_NOTHROW(replay(any_case, lived.bodies, book));
    Story back = restore(any_case, lived.bodies, book);
    same(back, lived.story);
    return back;
}

struct Count {
    int told = 0, refused = 0, passed = 0;
};

/// A hundred days: what ends by itself happens, one after the other.
void let_time_pass(Lived& lived, Teller& teller, Count& count) {
    Moment until = *lived.story.recorded();
    until.micros += 100 * 24 * 3600 * 1000000LL;
    for (auto due = time_outs(lived.story, until); !due.empty();
         due = time_outs(lived.story, until)) {
        try {
            lived.keep(teller, tell_time(lived.story, due.front(), until));
        } catch (const Refused&) {
            return;
        }
        ++count.passed;
        comes_back(lived);
    }
}

void live(const std::shared_ptr<const Rulebook>& book, const std::string& route, std::uint64_t seed,
          Coverage& coverage, Count& count) {
    const int messages = std::min(50, 5 + int(describe(route).arrows.size()));
    Dice dice(seed);
    Teller teller(book, coverage, dice);
    Lived lived{Story(book), {}};
    lived.keep(teller, open_case(book, route, teller.report(route).telling));
    comes_back(lived);
    for (int i = 0; i < messages; ++i) {
        CAPTURE(route, seed, i);
        const auto before = lived.bodies.size();
        try {
            if (dice.below(4) == 0)
                lived.keep(teller, teller.unlikely(lived.story).tell(lived.story));
            else
                lived.keep(teller, teller.next(lived.story, 2));
        } catch (const Refused&) {
            ++count.refused;
        } catch (const RulebookError& error) {
            REQUIRE(error.fault() == Fault::fact_unknown);
            ++count.refused;
        }
        if (lived.bodies.size() == before) continue;
        ++count.told;
        comes_back(lived);
        if (dice.coin()) let_time_pass(lived, teller, count);
    }
    REQUIRE(seen::of(comes_back(lived)) == seen::of(lived.story));
}

} // namespace

TEST_CASE("a random story comes back as it was lived, and together they come by every step",
          "[random]") {
    Coverage coverage;
    Count count;
    std::uint64_t seed = 0;
    const auto suite = [&](const auto& book, int stories) {
        for (int s = 0; s < stories; ++s)
            for (const auto& route : route_ids())
                if (book->route(route)) live(book, route, ++seed, coverage, count);
    };
    const auto left = [&] {
        auto steps = coverage.steps_left();
        std::erase(steps, received_elsewhere);
        return steps;
    };

    suite(ijsselstreek(), cases_or(4));
    for (int more = 60; more > 0 && !left().empty(); --more) {
        const auto step = left().front();
        live(ijsselstreek(), step.substr(0, step.find('.')), ++seed, coverage, count);
    }
    CHECK(left() == std::vector<std::string>{});

    suite(Rulebook::load(MELDROUTE_SOURCE_DIR "/rules/examples/zuid-limburg"), cases_or(1));
    suite(entangled(), cases_or(3));
    CHECK(coverage.steps_left() == std::vector<std::string>{});
    CHECK(10 * coverage.arrows_left().size() < coverage.all_arrows());
    CHECK(count.told > 4 * count.refused);
    CHECK(count.refused > 200);
    CHECK(count.passed > 0);
    if (std::getenv("MELDROUTE_CASES") == nullptr) return;
    WARN(count.told << " told, " << count.refused << " refused, " << count.passed << " by itself, "
                    << coverage.all_steps() << " steps, "
                    << coverage.all_arrows() - coverage.arrows_left().size() << " of "
                    << coverage.all_arrows() << " arrows");
    for (const auto& arrow : coverage.arrows_left()) WARN("not taken: " << arrow);
}
