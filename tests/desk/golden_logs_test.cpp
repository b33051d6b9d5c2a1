// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// Old logs come back for ever, by the rules of their own day: tests/golden/logs/README.md. Before
// the first release they may be written anew: MELDROUTE_REWRITE_GOLDEN=1.

#include "desk/golden_logs.hpp"

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

/// The six reports, the longest story of each route beside the rules, one in which something
/// happens by itself, and one with a gap.
std::vector<Kept> stories_to_keep(const Rulebook& rulebook) {
    std::vector<Kept> all;
    for (const auto* report : {"a-inschrijfbalie", "b-chalets", "c-meisje-van-zestien",
                               "d-nacht-in-de-opvang", "e-massagesalon", "f-ouder-vraagt-advies"}) {
        const auto file = JsonNode::read(root + "/examples/reports/" + report + ".json");
        all.push_back({report, read_scenarios(file, rulebook).front()});
    }
    std::map<std::string, Scenario> longest;
    for (const JsonNode& file : rulebook.tests())
        for (auto& story : read_scenarios(file, rulebook)) {
            const auto [at, is_first] = longest.try_emplace(story.route, story);
            if (lets_time_pass(story)) longest.try_emplace("tijd", story);
            if (!is_first && at->second.turns.size() < story.turns.size()) at->second = story;
        }
    for (const auto& [route, story] : longest) all.push_back({route, story});
    all.push_back({"meldcode-gewist", longest.at("meldcode"), {1, 3}});
    return all;
}

/// The logs of this version; those of earlier ones are left alone.
void write_anew() {
    const auto rulebook = Rulebook::load(root + "/rules/ijsselstreek");
    const auto kept = stories_to_keep(*rulebook);
    const auto version =
        open_case(rulebook, kept[0].story.route, kept[0].story.turns[0].telling)[0].engine;
    const Path folder = root + "/tests/golden/logs/" + version;
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    const auto digest = to_hex(bytes_of(rulebook->digest()));
    files::write(bundle_file(folder, digest), rulebook->bundle());
    const auto into = fresh_register(folder / register_name);
    for (const auto& one : kept) {
        const Log log = write_story(one, rulebook, folder, *into);
        write_log(log, outcome_of(log, rulebook));
    }
}

const std::vector<Log>& logs() {
    static const auto all = [] {
        if (std::getenv("MELDROUTE_REWRITE_GOLDEN") != nullptr) write_anew();
        return read_logs();
    }();
    return all;
}

/// The rules of that day, and no others.
std::shared_ptr<const Rulebook> rulebook_of(const Log& log) {
    static std::map<std::string, std::shared_ptr<const Rulebook>> known;
    auto& rulebook = known[log.rulebook()];
    if (!rulebook)
        rulebook = Rulebook::from_bundle(files::contents(bundle_file(log.folder, log.rulebook())));
    REQUIRE(to_hex(bytes_of(rulebook->digest())) == log.rulebook());
    return rulebook;
}

/// Of the register it is the same case, and one more entry follows.
void goes_on(Desk& desk, Case& one, const Log& log) {
    const Story story = restore(one.id(), log.bodies(), rulebook_of(log));
    CAPTURE(log.name);
    CHECK(desk.kept().id() == log.register_id);
    CHECK(desk.kept().read(one.id()) == log.entries);
    CHECK(to_hex(bytes_of(one.rulebook().digest())) == log.rulebook());
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
        const auto rulebook = rulebook_of(log);
        CHECK_NOTHROW(replay(log.case_id, log.bodies(), rulebook));
        CHECK(outcome_of(log, rulebook) == expected_of(log));
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
