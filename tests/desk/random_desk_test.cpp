// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Random stories of every route through the one door, kept in a file: what a desk has live is what
// any other desk reads, and a refusal leaves no trace. MELDROUTE_CASES is how many of each route.

#include "casefile/random_story.hpp"
#include "casefile/seen.hpp"
#include "catch.hpp"
#include "register/files.hpp"

#include <meldroute/desk/desk.hpp>

using namespace meldroute;
using namespace random_story;

namespace {

/// Rules of today that no case here was ever under.
std::shared_ptr<const Rulebook> another() {
    static const auto book = Rulebook::load(MELDROUTE_SOURCE_DIR "/tests/rulebooks/klein");
    return book;
}

Story story_of(const Case& one) {
    std::vector<std::optional<Body>> bodies;
    for (auto& entry : one.entries()) bodies.push_back(std::move(entry.body));
    return restore(one.id(), bodies, ijsselstreek());
}

/// All that a case shows of itself.
Json shown(const Case& one) {
    const auto at = Moment::parse("2026-07-01T12:00:00+02:00");
    Json out{{"here", one.here()},
             {"facts", one.facts().json()},
             {"sequence", one.sequence()},
             {"alias", one.alias()},
             {"rulebook", to_hex(bytes_of(one.rulebook().digest()))}};
    for (const auto& [route, standing] : one.standing())
        out["standing"][route] = {standing.leaves, standing.gate};
    for (const auto& owner : one.owners())
        out["owners"].push_back({owner.route, owner.step, owner.role});
    for (const auto& duty : one.duties(at)) {
        Json line{duty.route, duty.step, duty.id, duty.role, duty.certain, duty.late};
        line.push_back(duty.since.iso());
        if (duty.due) line.push_back(seen::of(*duty.due));
        out["duties"].push_back(std::move(line));
    }
    for (const auto& alert : one.alerts()) out["alerts"].push_back({alert.id, alert.certain});
    return out;
}

/// What others see change: every byte of the case, and its work.
struct Trace {
    std::vector<Entry> entries;
    std::vector<CaseWork> work;

    Trace(Desk& desk, const Case& one) : entries(desk.kept().read(one.id())) {
        WorkFilter filter;
        filter.case_id = one.id();
        work = desk.kept().worklist(filter);
    }
    bool operator==(const Trace&) const = default;
};

void tell(Case& one, const Message& message) {
    message.event.empty() ? one.note(message.telling) : one.tell(message.event, message.telling);
}

/// A case at one desk, looked at from another.
void live(Desk& desk, Desk& other, const std::string& route, std::uint64_t seed) {
    Coverage coverage;
    Dice dice(seed);
    Teller teller(ijsselstreek(), coverage, dice);
    auto report = teller.report(route).telling;
    report.key = "ZAAK " + route + " " + std::to_string(seed);
    Case one = desk.report(report, route);
    Json was = shown(one);
    for (int i = 0; i < 15; ++i) {
        CAPTURE(route, seed, i);
        const Story story = story_of(one);
        const Trace before(desk, one);
        const auto message = dice.below(4) == 0 ? teller.unlikely(story) : teller.likely(story);
        bool refused = true;
        try {
            tell(one, message);
            refused = false;
        } catch (const Refused&) { // as it may be
        } catch (const RulebookError& error) {
            REQUIRE(error.fault() == Fault::fact_unknown);
        }
        REQUIRE((before == Trace(desk, one)) == refused);
        Json is = shown(one);
        if (refused) REQUIRE(is == was);
        REQUIRE(shown(other.open(one.id().hex())) == is);
        was = std::move(is);
    }
    REQUIRE(shown(other.open(report.key)) == was);
}

} // namespace

TEST_CASE("what one desk tells another reads, on every route, and a refusal leaves no trace",
          "[random]") {
    const int stories = cases_or(1);
    const files::Folder folder;
    Json live_ones = Json::array();
    {
        Desk desk(folder.file(), ijsselstreek());
        Desk other(folder.file(), another());
        for (int s = 1; s <= stories; ++s)
            for (const auto& route : route_ids()) live(desk, other, route, std::uint64_t(s));
        for (const auto& one : desk.cases()) live_ones.push_back(shown(one));
        CHECK(desk.verify().cases == stories * std::int64_t(route_ids().size()));
    }
    Desk again(folder.file(), another());
    Json back = Json::array();
    for (const auto& one : again.cases()) back.push_back(shown(one));
    CHECK(back == live_ones);
    CHECK(again.verify().cases == stories * std::int64_t(route_ids().size()));
}
