// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "command/page.hpp"
#include "command/running.hpp"

#include <nlohmann/json.hpp>

#include <sstream>

using namespace meldroute;
using namespace meldroute::example;

namespace {

const std::vector<std::string> officer{"--role", "aandachtsfunctionaris-mensenhandel"};
const std::string report = root + "/examples/reports/a-inschrijfbalie.json";

Ran run_as_officer(std::vector<std::string> args) {
    args.insert(args.end(), officer.begin(), officer.end());
    return run(args);
}

std::string child(const Folder& folder) {
    return folder.write("feiten.json", R"({"slachtoffer.leeftijd": 16,
        "aanwijzingen": {"seen": ["geen-eigen-papieren"]}})");
}

/// Words that Dutch has and English has not.
bool is_dutch(const std::string& text) {
    std::istringstream words(text);
    for (std::string word; words >> word;)
        for (const char* dutch : {"de", "het", "een", "niet", "van", "geen", "wordt", "zijn"})
            if (word == dutch) return true;
    return false;
}

} // namespace

TEST_CASE("explain tells why, why not otherwise, and what would make it so") {
    const Folder folder;
    const Ran ran = run_as_officer({"explain", rules, child(folder), "slachtoffer.minderjarig"});
    CAPTURE(ran.out, ran.err);
    CHECK(ran.status == 0);
    CHECK(ran.says("is hoogstens 17 (hier: 16)"));
    CHECK(ran.says("Wat de uitkomst anders zou maken"));
    CHECK(ran.says("18 was in plaats van 16"));
    const Ran towards =
        run_as_officer({"explain", rules, child(folder), "weging.klasse", "--towards", "laag"});
    CHECK(towards.says("Wat deze uitkomst zou geven"));
}

TEST_CASE("explain reads the story of a report, and tells of every advice in it") {
    const Ran ran = run_as_officer({"explain", rules, report});
    CAPTURE(ran.out, ran.err);
    CHECK(ran.status == 0);
    CHECK(ran.says("Hoe zwaar weegt het signaal? "));
    CHECK(ran.says("Advies: aan wie overdragen? "));
    std::istringstream lines(ran.out);
    for (std::string line; std::getline(lines, line);) CHECK(columns(line) <= Page::width);
    const auto json = nlohmann::json::parse(run({"explain", rules, report, "--json"}).out);
    CHECK(json["rulebook"]["id"] == "ijsselstreek");
    for (const auto& decision : json["decisions"]) CHECK(decision.contains("least-change"));
}

TEST_CASE("explain shows personal data to a role that sees them only") {
    const Folder folder;
    const Ran ran = run({"explain", rules, child(folder), "weging.klasse"});
    CHECK(ran.says("Persoonsgegevens waar dit van afhangt"));
    CHECK_FALSE(ran.says("16"));
    const Ran nobody = run({"explain", rules, child(folder), "weging.klasse", "--role", "buurman"});
    CHECK(nobody.status == 1);
    CHECK(nobody.warns("M1508"));
}

TEST_CASE("a ruling leaves a receipt that explains it again, and fits no other facts") {
    const Folder folder;
    const auto facts = child(folder), receipt = folder / "bewijs.json";
    CHECK(run({"decide", rules, "weging.klasse", facts, "--receipt", receipt}).status == 0);
    const Ran again = run_as_officer({"explain", rules, facts, "--receipt", receipt});
    CAPTURE(again.out, again.err);
    CHECK(again.says("Het bewijs klopt"));
    CHECK(again.says("Hoe zwaar weegt het signaal? hoog."));
    const auto other = folder.write("anders.json", R"({"slachtoffer.leeftijd": 15,
        "aanwijzingen": {"seen": ["geen-eigen-papieren"]}})");
    CHECK(run({"explain", rules, other, "--receipt", receipt}).warns("M1543"));
    folder.write("bewijs.json.key", "geen sleutel");
    CHECK(run({"explain", rules, facts, "--receipt", receipt}).warns("M1541"));
}

TEST_CASE("every command speaks English too") {
    const Folder folder;
    const auto english = [](std::vector<std::string> args) {
        args.insert(args.begin(), {"--lang", "en"});
        return run(args);
    };
    const auto facts = child(folder);
    for (const auto& args : std::vector<std::vector<std::string>>{
             {"help"},
             {"check", rules},
             {"decide", rules, "weging.klasse", facts, "--role", officer[1]},
             {"explain", rules, facts, "weging.klasse", "--role", officer[1]},
             {"draw", rules, "stappenplan"}}) {
        const Ran ran = english(args);
        CAPTURE(args, ran.out);
        CHECK(ran.status == 0);
        CHECK_FALSE(is_dutch(ran.out));
    }
    for (const auto& args :
         std::vector<std::vector<std::string>>{{"chek", rules},
                                               {"decide"},
                                               {"demo", "--kleur"},
                                               {"demo", "--out"},
                                               {"draw", "a", "b", "c"},
                                               {"check", root + "/rules/nergens"},
                                               {"decide", rules, "weging.klas"}}) {
        const Ran ran = english(args);
        CAPTURE(args, ran.err);
        CHECK(ran.status != 0);
        CHECK_FALSE(is_dutch(ran.err));
    }
    CHECK(run({"help", "--lang", "fr"}).status == 2);
    CHECK(run({"help", "--lang"}).status == 2);

    const Ran demo = english({"demo", "--out", folder.path(), "--rules", rules, "--reports",
                              root + "/examples/reports"});
    CAPTURE(demo.err);
    CHECK(demo.says("DO NOW"));
    CHECK(demo.says("«A man of about thirty comes to register."));
    for (const char* dutch : {"NU DOEN", "Aan zet", "besluit   ", "Vraag aan", "Werklijst"})
        CHECK_FALSE(demo.says(dutch));
}
