// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Old logs come back for ever, by the rules of their own day: tests/golden/logs/README.md. Before
// the first release they may be written anew: MELDROUTE_REWRITE_GOLDEN=1.

#include "desk/golden_logs.hpp"

#include "casefile/klein.hpp"
#include "catch.hpp"

#include <meldroute/desk/desk.hpp>
#include <meldroute/routes/machines.hpp>

#include <algorithm>
#include <cstdlib>
#include <set>

using namespace meldroute;
using namespace golden_logs;

namespace {

const std::string root = MELDROUTE_SOURCE_DIR;

bool lets_time_pass(const Scenario& story) {
    return std::any_of(story.turns.begin(), story.turns.end(),
                       [](const Turn& turn) { return turn.time_passes; });
}

/// The next version of the small rulebook: one decision rules otherwise, by which a duty closes, one
/// term is shorter, and one fact is new.
std::shared_ptr<const Rulebook> next_small() {
    Json bundle = Json::parse(klein::book()->bundle());
    bundle["identity"]["version"] = "2026.2";
    for (auto& decision : bundle["decisions"])
        if (decision["id"] == "weging.klasse")
            decision["rows"][0]["when"]["slachtoffer.leeftijd"] = "< 16";
    bundle["terms"]["terugkoppeling"]["length"]["days"] = 3;
    bundle["facts"].push_back(
        {{"id", "melding.spoed"}, {"type", "boolean"}, {"label", "Is er haast bij?"}});
    return Rulebook::from_bundle(canonical(bundle));
}

/// A case of the small rulebook that moves while it is weighed, by its third turn.
Kept story_that_moves() {
    const auto next = next_small();
    const auto file = JsonNode::parse(R"({"name": "verhuisd", "route": "meldroute-intern",
        "at": "2026-06-02T10:20:00+02:00", "by": {"person": "b.smit", "role": "medewerker"},
        "given": {"melding.kanaal": "collega", "slachtoffer.leeftijd": 17,
                  "aanwijzingen": {"not-seen": ["paspoort-ingenomen"]}},
        "tell": [
          {"event": "besproken", "at": "2026-06-02T11:00:00+02:00",
           "by": {"person": "a.jansen", "role": "aandachtsfunctionaris"}},
          {"at": "2026-06-03T09:00:00+02:00", "because": "De regels zijn vernieuwd.",
           "by": {"person": "a.jansen", "role": "aandachtsfunctionaris"}},
          {"event": "gewogen", "at": "2026-06-03T10:00:00+02:00",
           "given": {"besluit.bestemming": ["politie"]}, "because": "Zij is bijna achttien.",
           "by": {"person": "a.jansen", "role": "aandachtsfunctionaris"}},
          {"at": "2026-06-03T10:05:00+02:00", "given": {"melding.spoed": true},
           "by": {"person": "a.jansen", "role": "aandachtsfunctionaris"}}]})",
                                      "verhuisd");
    return {"verhuisd", read_scenarios(file, *next).front(), klein::book(), {{2, next}}};
}

/// The six reports, the longest story of each route beside the rules, one in which something
/// happens by itself, one with a gap; and one that moves, whose move is erased in another.
std::vector<Kept> stories_to_keep(const std::shared_ptr<const Rulebook>& rules) {
    const Rulebook& rulebook = *rules;
    std::vector<Kept> all;
    for (const auto* report : {"a-inschrijfbalie", "b-chalets", "c-meisje-van-zestien",
                               "d-nacht-in-de-opvang", "e-massagesalon", "f-ouder-vraagt-advies"}) {
        const auto file = JsonNode::read(root + "/examples/reports/" + report + ".json");
        all.push_back({report, read_scenarios(file, rulebook).front(), rules});
    }
    std::map<std::string, Scenario> longest;
    for (const JsonNode& file : rulebook.tests())
        for (auto& story : read_scenarios(file, rulebook)) {
            const auto [at, is_first] = longest.try_emplace(story.route, story);
            if (lets_time_pass(story)) longest.try_emplace("tijd", story);
            if (!is_first && at->second.turns.size() < story.turns.size()) at->second = story;
        }
    for (const auto& [route, story] : longest) all.push_back({route, story, rules});
    all.push_back({"meldcode-gewist", longest.at("meldcode"), rules, {}, {1, 3}});
    all.push_back(story_that_moves());
    all.push_back(story_that_moves());
    all.back().name += "-gewist";
    all.back().erased = {3};
    return all;
}

/// The logs of this version; those of earlier ones are left alone.
void write_anew() {
    const auto rulebook = Rulebook::load(root + "/rules/ijsselstreek");
    const auto kept = stories_to_keep(rulebook);
    const auto version =
        open_case(rulebook, kept[0].story.route, kept[0].story.turns[0].telling)[0].engine;
    const Path folder = root + "/tests/golden/logs/" + version;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const auto into = fresh_register(folder / register_name);
    for (const auto& one : kept) write_log(write_story(one, folder, *into));
}

const std::vector<Log>& logs() {
    static const auto all = [] {
        if (std::getenv("MELDROUTE_REWRITE_GOLDEN") != nullptr) write_anew();
        return read_logs();
    }();
    return all;
}

/// Of the register it is the same case, and one more entry follows.
void goes_on(Desk& desk, Case& one, const Log& log) {
    const Story story = restore(one.id(), log.bodies(), rulebooks_of(log));
    CAPTURE(log.name);
    CHECK(desk.kept().id() == log.register_id);
    CHECK(desk.kept().read(one.id()) == log.entries);
    CHECK(one.rulebook().digest() == story.rulebook().digest());
    CHECK(one.standing() == story.here());
    CHECK(one.facts().json() == story.situation().json());
    CHECK(one.duties(*story.recorded()).size() == open_duties(story).size());

    Telling telling;
    telling.by = {"a.jansen", "burgerzaken"};
    telling.at = *story.recorded();
    one.note(telling);
    CHECK(one.sequence() == story.sequence() + 1);
}

} // namespace

TEST_CASE("an old log is whole, moves as it moved, and comes back as it was", "[golden]") {
    for (const Log& log : logs()) {
        CAPTURE(log.name);
        CHECK_NOTHROW(replay(log.case_id, log.bodies(), rulebooks_of(log)));
        CHECK(outcome_of(log) == expected_of(log));
        for (const Entry& entry : log.entries)
            if (!entry.erased()) CHECK(read_body(entry).bytes() == entry.body);
    }
}

TEST_CASE("every route has an old log, and one has a gap", "[golden]") {
    std::set<std::string> routes;
    std::size_t erased = 0;
    for (const Log& log : logs()) {
        routes.insert(expected_of(log)["first-route"].get<std::string>());
        for (const Entry& entry : log.entries) erased += entry.erased() ? 1 : 0;
    }
    for (const auto& route : route_ids()) {
        CAPTURE(route);
        CHECK(routes.contains(route));
    }
    CHECK(erased > 0);
}

TEST_CASE("an old log that moved goes by the rules of each day", "[golden]") {
    std::size_t moved = 0;
    for (const Log& log : logs()) {
        auto bodies = log.bodies();
        const auto at = std::find_if(bodies.begin(), bodies.end(), [](const auto& body) {
            return body && body->kind == EntryKind::migrated;
        });
        if (at == bodies.end()) continue;
        CAPTURE(log.name);
        ++moved;
        CHECK(log.rulebooks().size() == 2);
        const auto by_each = rulebooks_of(log);
        const Bodies all(bodies), before = all.first(std::size_t(at - bodies.begin())),
                                  with = all.first(before.size() + 1);
        const Story old = restore(log.case_id, before, by_each);
        CHECK(open_duties(restore(log.case_id, with, by_each)).size() < open_duties(old).size());
        CHECK_THROWS_AS(restore(log.case_id, all, old.shared_rulebook()), Damaged);
    }
    CHECK(moved > 0);
}

TEST_CASE("an old register opens, under other rules of today, and its cases go on", "[golden]") {
    logs();
    for (const auto& version : versions()) {
        CAPTURE(version);
        const files::Folder copy;
        std::filesystem::copy_file(version / register_name, copy.file());
        Desk desk(copy.file(), Rulebook::load(root + "/tests/rulebooks/klein"));
        std::map<CaseId, Log> kept;
        for (const Log& log : logs())
            if (log.folder == version) kept.emplace(log.case_id, log);
        CHECK(desk.verify().cases == std::int64_t(kept.size()));
        for (Case& one : desk.cases()) goes_on(desk, one, kept.at(one.id()));
        CHECK_NOTHROW(desk.verify());
    }
}
