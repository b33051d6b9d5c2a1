// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include <meldroute/desk/desk.hpp>
#include <meldroute/desk/stories.hpp>
#include <meldroute/routes/machines.hpp>
#include <meldroute/rulebook/check.hpp>

#include "catch.hpp"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>

using namespace meldroute;

namespace {

const std::string root = MELDROUTE_SOURCE_DIR;

const std::shared_ptr<const Rulebook>& rulebook() {
    static const auto book = Rulebook::load(root + "/rules/ijsselstreek");
    return book;
}

/// Of a folder of examples: the reports of the demo, or a story of each other route.
std::vector<JsonNode> examples(const std::string& folder) {
    std::vector<JsonNode> files;
    for (const auto& file : std::filesystem::directory_iterator(root + "/examples/" + folder))
        files.push_back(JsonNode::read(file.path()));
    return files;
}

/// Every route that one of these stories comes through.
std::set<std::string> routes_gone(const std::vector<JsonNode>& files) {
    std::set<std::string> routes;
    for (const JsonNode& file : files)
        for (const Scenario& story : read_scenarios(file, *rulebook())) {
            Desk desk(":memory:", rulebook());
            for (const auto& [route, at] : play(desk, story).standing()) routes.insert(route);
        }
    return routes;
}

Json report_a() {
    return Json::parse(std::ifstream(root + "/examples/reports/a-inschrijfbalie.json"));
}

std::vector<Mismatch> failures_of(const Json& test) {
    return run_tests(rulebook(), JsonNode::parse(test.dump(), "test.json")).front().failures;
}

std::string all_words(const std::vector<Mismatch>& failures) {
    std::string words;
    for (const Mismatch& failure : failures) words += failure.words(Lang::nl) + "\n";
    return words;
}

Json situation() {
    return {{"name", "een kind met één aanwijzing"},
            {"given",
             {{"slachtoffer.leeftijd", 16}, {"aanwijzingen", {{"seen", {"geen-eigen-papieren"}}}}}},
            {"expect", {{"weging.klasse", "hoog"}}}};
}

} // namespace

TEST_CASE("every example goes as its story says") {
    std::map<std::string, int> stories;
    for (const std::string folder : {"reports", "routes"})
        for (const JsonNode& file : examples(folder))
            for (const TestResult& result : run_tests(rulebook(), file)) {
                INFO(result.name << "\n" << all_words(result.failures));
                CHECK(result.passed());
                ++stories[folder];
            }
    CHECK(stories["reports"] == 6);
}

TEST_CASE("every route has its story: the reports come through it, or one begins with it") {
    std::set<std::string> told = routes_gone(examples("reports"));
    for (const JsonNode& file : examples("routes"))
        for (const Scenario& story : read_scenarios(file, *rulebook())) {
            CAPTURE(story.route);
            CHECK(told.insert(story.route).second);
            CHECK(!story.title.en.empty());
            CHECK(!story.quote.en.empty());
            for (const Turn& turn : story.turns) CHECK(!turn.says.en.empty());
        }
    for (const RouteKind& kind : house_routes()) {
        CAPTURE(kind.tables->id);
        CHECK(told.contains(std::string(kind.tables->id)));
    }
}

TEST_CASE(
    "three published routes fit by JSON alone: they load, check clean and pass their stories") {
    for (const std::string region : {"alphen-chaam", "zuid-limburg", "maastricht"}) {
        const auto book = Rulebook::load(root + "/rules/examples/" + region);
        for (const Finding& finding : check(*book)) {
            INFO(region << ": " << finding.words.nl);
            CHECK((finding.severity == Finding::Severity::note || !finding.accepted.empty()));
        }
        int stories = 0;
        for (const JsonNode& file : book->tests())
            for (const TestResult& result : run_tests(book, file)) {
                INFO(region << ": " << result.name << "\n" << all_words(result.failures));
                CHECK(result.passed());
                ++stories;
            }
        CHECK(stories > 100);
    }
}

TEST_CASE("a step that two routes have is called as in its own route") {
    const auto called = [](const char* id) { return rulebook()->label(id, Lang::nl); };
    CHECK(called("meldroute-intern.vastgelegd") == "Het signaal is vastgelegd");
    CHECK(called("meldroute-extern.vastgelegd") == "De melding is vastgelegd");
    CHECK(called("meldroute-extern.gewogen") == "gewogen"); // no words of its own there
    CHECK(called("meldroute-extern.nergens") == "meldroute-extern.nergens");
}

TEST_CASE("the tests beside the rules of IJsselstreek pass") {
    for (const JsonNode& file : rulebook()->tests())
        for (const TestResult& result : run_tests(rulebook(), file)) {
            INFO(result.name << "\n" << all_words(result.failures));
            CHECK(result.passed());
        }
}

TEST_CASE("the example rulebook passes its own tests, as they were written") {
    const std::filesystem::path example = root + "/../shared/format/voorbeeldstad";
    if (!std::filesystem::exists(example)) {
        WARN("the example rulebook is not beside this checkout: nothing was tested");
        return;
    }
    const auto book = Rulebook::load(example, {root + "/tests/rulebooks"});
    for (const JsonNode& file : book->tests())
        for (const TestResult& result : run_tests(book, file)) {
            INFO(result.name << "\n" << all_words(result.failures));
            CHECK(result.passed());
        }
}

TEST_CASE("a story that goes otherwise is found, at the moment and by the word") {
    struct Wrong {
        const char *pointer, *what;
        Json value;
    };
    const auto wrong = GENERATE(values<Wrong>({
        {"/here", "here", {"weging"}},
        {"/next", "next", "vorm"},
        {"/alerts", "alerts", Json::array()},
        {"/owner", "owner vastgelegd", {{"vastgelegd", "burgerzaken"}}},
        {"/duties", "duties", {{{"id", "samen-wegen"}}}},
        {"/duties", "due bespreken", {{{"id", "bespreken"}, {"due", "2026-06-09"}}}},
        {"/duties", "readings bespreken", {{{"id", "bespreken"}, {"readings", {"2026-06-09"}}}}},
        {"/next", "next", nullptr},
        {"/not-duties", "not-duties", {"bespreken"}},
        {"/rulings", "weging.klasse", {{"weging.klasse", "laag"}}},
        {"/never/steps", "never", {"verrijking"}},
        {"/never/duties", "never", {"meldroute-intern.vastgelegd.bespreken"}},
        {"/never/alerts", "never", {"bel-112"}},
        {"/tell/0/refused", "refused", "M1618"},
    }));
    Json story = report_a();
    story[Json::json_pointer(wrong.pointer)] = wrong.value;
    const auto failures = failures_of(story);
    CAPTURE(wrong.pointer);
    REQUIRE(!failures.empty());
    CHECK(failures.front().what == wrong.what);
    CHECK(!failures.front().when.empty());
}

TEST_CASE("the order of what has no order plays no part in a story") {
    Json story = report_a();
    for (Json& turn : story["tell"]) {
        if (turn.contains("here")) std::reverse(turn["here"].begin(), turn["here"].end());
        if (!turn.contains("rulings")) continue;
        auto& bound_for = turn["rulings"]["weging.bestemming"];
        std::reverse(bound_for.begin(), bound_for.end());
    }
    CHECK(all_words(failures_of(story)).empty());
}

TEST_CASE("a situation that is decided otherwise says which rows hit") {
    Json test = situation();
    CHECK(failures_of(test).empty());

    test["expect"]["weging.klasse"] = "laag";
    const auto failures = failures_of(test);
    REQUIRE(failures.size() == 1);
    CHECK(failures[0].expected == "laag");
    CHECK(failures[0].got == "hoog");
    CHECK(failures[0].why.nl.find("rij minderjarig geldt") != std::string::npos);
    CHECK(failures[0].words(Lang::en).find("expected laag, got hoog") != std::string::npos);
}

TEST_CASE("a situation that should be open and is decided fails, and the other way round") {
    Json decided = situation();
    decided.erase("expect");
    decided["undecided"] = {{"weging.klasse", {"laag", "hoog"}}};
    CHECK(failures_of(decided).size() == 1);

    Json open = situation();
    open["given"] = Json::object();
    CHECK(failures_of(open).size() == 1);
}

TEST_CASE("what a test cannot mean is refused with its place") {
    Json unknown_key = report_a(), unknown_fact = report_a();
    unknown_key["tell"][0]["heer"] = Json::array();
    unknown_fact["given"]["slachtoffer.leeftyd"] = 16;
    for (const Json& story : {unknown_key, unknown_fact}) {
        try {
            failures_of(story);
            FAIL("not refused");
        } catch (const RulebookError& error) {
            CHECK(error.place().file == "test.json");
            CHECK(error.place().line > 0);
            CHECK(!error.place().pointer.empty());
        }
    }
}

TEST_CASE("a played story ends where its last message says") {
    const auto stories = read_scenarios(
        JsonNode::read(root + "/examples/reports/a-inschrijfbalie.json"), *rulebook());
    REQUIRE(stories.size() == 1);
    Desk desk(":memory:", rulebook());
    const Case report = play(desk, stories[0]);
    CHECK(report.alias() == "ZAAK-2026-0117");
    CHECK(report.here().size() == stories[0].turns.back().expected.at("here").items().size());
}

TEST_CASE("who only wants advice has an adviser, and nobody else owns a case") {
    Desk desk(":memory:", Rulebook::load(root + "/rules/ijsselstreek"));
    Telling told;
    told.by = {"a.jansen", "adviseur"};
    told.at = Moment::parse("2026-09-22T10:00:00+02:00");
    Case one = desk.report(told, "meldroute-extern");
    for (const std::string event : {"als-advies-opgenomen", "advies-gegeven"}) {
        one.tell(event, told);
        REQUIRE(one.owners().size() == 1);
        CHECK(one.owners()[0].role == "adviseur");
    }
}
