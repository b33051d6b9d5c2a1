// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "rulebook/example.hpp"

#include <meldroute/rulebook/check.hpp>

#include <algorithm>
#include <map>

using namespace meldroute;
using example::Shelf;

namespace {

/// "M1551 dorp/routes/x.json:2:12 …", without the folder of the test.
std::vector<std::string> said(const Shelf& shelf, const Rulebook& book, const std::string& code) {
    std::vector<std::string> out;
    const auto root = shelf.root().generic_string() + "/";
    for (const auto& finding : check(book)) {
        if (finding.code != code) continue;
        auto file = finding.place.file;
        if (file.starts_with(root)) file.erase(0, root.size());
        out.push_back(file + ":" + std::to_string(finding.place.line) + " " + finding.words.en);
    }
    return out;
}
using Said = std::vector<std::string>;

} // namespace

TEST_CASE("steps without an owner are found", "[rulebook][check]") {
    const Shelf shelf;
    const auto found = said(shelf, *shelf.load(), "M1551");
    CHECK(std::count(found.begin(), found.end(),
                     "dorp/routes/meldroute-intern.json:1 the step \"bewaard\" of meldroute-intern "
                     "has no owner (give it an \"owner\" in the words on this route)") == 1);
    for (const auto& sentence : found) {
        CHECK(sentence.find("\"weging\"") == sentence.npos);        // has one
        CHECK(sentence.find("\"afgesloten\"") == sentence.npos);    // nobody owes anything there
        CHECK(sentence.find("geen-acuut-gevaar") == sentence.npos); // idle
    }
}

TEST_CASE("a decision that no layer filled in is found", "[rulebook][check]") {
    const Shelf shelf;
    CHECK(said(shelf, *shelf.load(), "M1554").empty());
    CHECK(
        said(shelf, *shelf.load("rijk"), "M1554") ==
        Said{"rijk/decisions/bewaking.json:6 the decision \"weging.klasse\" is still open (give it "
             "a body with \"fills\": true)"});
}

TEST_CASE("what is left open matters where something reads it", "[rulebook][check]") {
    const auto severity = [](const char* reading) {
        const Shelf shelf;
        shelf.write("rijk/decisions/open.json",
                    R"({"decisions": [{"id": "zorg.plek", "label": "Plek",
            "outcome": {"type": "boolean"}, "open": true}]})");
        shelf.write("dorp/decisions/lezer.json", reading);
        for (const auto& finding : check(*shelf.load()))
            if (finding.code == "M1554") return finding.severity;
        return Finding::Severity::error;
    };
    CHECK(severity(R"({"decisions": []})") == Finding::Severity::note);
    CHECK(severity(R"({"decisions": [{"id": "zorg.nodig", "label": "Nodig", "outcome":
        {"type": "boolean"}, "value": {"!": {"var": "zorg.plek"}}}]})") ==
          Finding::Severity::warning);
}

TEST_CASE("a fact that nothing reads is found", "[rulebook][check]") {
    const Shelf shelf;
    CHECK(said(shelf, *shelf.load(), "M1553") ==
          Said{"rijk/facts/signaal.json:4 nothing reads the fact \"locatie.sector\""});
}

TEST_CASE("a weighing that reads origin is found, also by way of another decision",
          "[rulebook][check]") {
    const Shelf shelf;
    shelf.write("dorp/facts/f.json", R"({"facts": [
        {"id": "land-van-herkomst", "type": "boolean", "label": "x"},
        {"id": "betaald", "type": "boolean", "label": "y"}]})");
    shelf.write("dorp/decisions/d.json", R"({"decisions": [
        {"id": "weging.extra", "outcome": {"type": "boolean"}, "value": {"and": [{"var": "tussen.stap"}, {"var": "betaald"}]}},
        {"id": "tussen.stap", "outcome": {"type": "boolean"}, "value": {"!": [{"var": "land-van-herkomst"}]}}]})");
    CHECK(said(shelf, *shelf.load(), "M1555") ==
          Said{"dorp/decisions/d.json:2 \"weging.extra\" weighs \"land-van-herkomst\" (origin, "
               "nationality, language and risk groups may not count in a weighing)"});
}

TEST_CASE("a weighing that reads a risk group is found", "[rulebook][check]") {
    const Shelf shelf;
    shelf.write("dorp/facts/f.json",
                R"({"facts": [{"id": "preventie.doelgroep", "type": "boolean", "label": "x"}]})");
    shelf.write("dorp/decisions/d.json", R"({"decisions": [
        {"id": "weging.extra", "outcome": {"type": "boolean"}, "value": {"!": [{"var": "preventie.doelgroep"}]}},
        {"id": "voorlichting", "outcome": {"type": "boolean"}, "value": {"!": [{"var": "preventie.doelgroep"}]}}]})");
    CHECK(said(shelf, *shelf.load(), "M1555") ==
          Said{"dorp/decisions/d.json:2 \"weging.extra\" weighs \"preventie.doelgroep\" (origin, "
               "nationality, language and risk groups may not count in a weighing)"});
}

TEST_CASE("a finding that the decision accepts carries the reason", "[rulebook][check]") {
    const Shelf shelf;
    shelf.write("dorp/decisions/d.json", R"({"decisions": [
        {"id": "voor-cijfers", "label": "x", "outcome": {"type": "boolean"}, "value": {"!": [{"var": "gevaar.acuut"}]},
         "source": [{"policy": "Kader", "confidence": "local"}],
         "accepted": [{"finding": "M1581", "because": {"nl": "Alleen cijfers.", "en": "Figures only."}}]},
        {"id": "jeugd", "label": "x", "take": "first", "outcome": {"type": "boolean"},
         "rows": [{"id": "jong", "when": {"slachtoffer.leeftijd": "< 18"}, "then": true},
                  {"id": "oud", "when": {"slachtoffer.leeftijd": ">= 18"}, "then": false}],
         "source": [{"policy": "Kader", "confidence": "local"}],
         "accepted": [{"finding": "M1575", "about": "oud", "because": "Voor wie leest."}]}]})");
    std::map<std::string, std::string> accepted;
    for (const auto& finding : check(*shelf.load()))
        if (!finding.accepted.empty())
            accepted[finding.code + finding.decision] = finding.accepted.nl;
    CHECK(accepted == std::map<std::string, std::string>{{"M1581voor-cijfers", "Alleen cijfers."},
                                                         {"M1575jeugd", "Voor wie leest."}});
    CHECK(said(shelf, *shelf.load(), "M1586").empty());
    CHECK(said(shelf, *shelf.load(), "M1581").size() == 2); // the other one is not accepted
}

TEST_CASE("an acceptance of what is not there is found, and no error can be accepted",
          "[rulebook][check]") {
    const Shelf shelf;
    shelf.write("dorp/decisions/d.json", R"({"decisions": [
        {"id": "gat", "take": "first", "outcome": {"type": "boolean"},
         "rows": [{"id": "jong", "when": {"slachtoffer.leeftijd": "< 18"}, "then": true}],
         "accepted": [{"finding": "M1570", "because": "x"}, {"finding": "M1575", "about": "jong", "because": "y"},
                      {"finding": "M1581", "about": "jong", "because": "z"}]}]})");
    const auto found = said(shelf, *shelf.load(), "M1586");
    REQUIRE(found.size() == 3);
    CHECK(found[0] == "dorp/decisions/d.json:4 \"gat\" accepts M1570, and there is no such finding "
                      "(take it out of \"accepted\"; an error cannot be accepted)");
    CHECK(said(shelf, *shelf.load(), "M1570").size() == 1);
}

TEST_CASE("a layer for others to build on is not blamed for what they read and fill",
          "[rulebook][check]") {
    const Shelf shelf;
    shelf.write("rijk/decisions/los.json", R"({"decisions": [
        {"id": "los", "label": "x", "outcome": {"type": "boolean"}, "value": {"!": [{"var": "gevaar.acuut"}]},
         "accepted": [{"finding": "M1581", "because": "Voor wie het vraagt."}]}]})");
    const auto above = shelf.load("rijk");
    for (const auto& finding : check(*above)) {
        CHECK(finding.severity == Finding::Severity::note);
        CHECK(finding.code != "M1553");
        CHECK(finding.code != "M1586");
    }
}

TEST_CASE("a fact with a question is one that somebody can be asked", "[rulebook][check]") {
    const Shelf shelf;
    shelf.write("dorp/facts/f.json", R"({"facts": [
        {"id": "stil", "type": "boolean", "label": "x"},
        {"id": "gevraagd", "type": "boolean", "label": "y", "ask": {"nl": "Is het zo?"}}]})");
    shelf.write("dorp/decisions/d.json", R"({"decisions": [
        {"id": "beide", "outcome": {"type": "boolean"}, "value": {"and": [{"var": "stil"}, {"var": "gevraagd"}]}}]})");
    const auto found = said(shelf, *shelf.load(), "M1584");
    CHECK(std::count_if(found.begin(), found.end(), [](const std::string& words) {
              return words.find("\"stil\"") != std::string::npos;
          }) == 1);
    CHECK(std::count_if(found.begin(), found.end(), [](const std::string& words) {
              return words.find("\"gevraagd\"") != std::string::npos;
          }) == 0);
}

namespace {

/// The words on the internal route with these steps, and a guard to hand over that reads this.
example::Files with_steps(const std::string& steps, const std::string& guard) {
    auto files = example::sound();
    files["rijk/decisions/bewaking.json"] =
        R"({"decisions": [{"id": "intern.overdragen", "outcome": {"type": "boolean"}, "value": )" +
        guard + R"(},
        {"id": "intern.sluiten-zonder-antwoord", "outcome": {"type": "boolean"}, "value": {"==": [{"var": "melding.kanaal"}, "mma"]}},
        {"id": "gevaar.geweken", "outcome": {"type": "boolean"}, "value": {"<": [{"var": "schuld"}, 3]}},
        {"id": "intern.verrijken", "outcome": {"type": "boolean"}, "value": {"!": [{"var": "gevaar.acuut"}]}},
        {"id": "gevaar.nu", "outcome": {"type": "boolean"}, "value": {"<": [{"var": "schuld"}, 2]}}]})";
    files["dorp/decisions/weging.json"] = R"({"decisions": []})";
    files["dorp/terms.json"] = R"({"terms": {}})";
    files["dorp/alerts.json"] = R"({"alerts": []})";
    files["dorp/routes/meldroute-intern.json"] =
        R"({"route": "meldroute-intern", "steps": {)" + steps + "}}";
    return files;
}

} // namespace

TEST_CASE("a guard that reads what is only asked at a later step is found", "[rulebook][check]") {
    // Noted goes to Enriching by intern.verrijken, and nothing goes back to Noted.
    const Shelf shelf(
        with_steps(R"("vastgelegd": {"label": "Vastgelegd"}, "weging": {"asks": ["gevaar.acuut"]})",
                   R"({"!": [{"var": "gevaar.acuut"}]})"));
    CHECK(
        said(shelf, *shelf.load(), "M1587") ==
        Said{
            "dorp/routes/meldroute-intern.json:1 \"gevaar.acuut\" counts in \"intern.verrijken\" "
            "at the "
            "step meldroute-intern.vastgelegd, and is only asked later: at meldroute-intern.weging "
            "(let meldroute-intern.vastgelegd or a step before it ask for it)"});
}

TEST_CASE("a duty whose condition reads what is only asked later is found", "[rulebook][check]") {
    const Shelf shelf(with_steps(
        R"("vastgelegd": {"duties": [{"id": "tel", "label": "Tel", "when": {"slachtoffer.leeftijd": "< 18"}}]},
           "gemeld": {"asks": ["slachtoffer.leeftijd"]})",
        "true"));
    CHECK(said(shelf, *shelf.load(), "M1587").size() == 1);
}

TEST_CASE("what may have been asked before, or beside, is not found", "[rulebook][check]") {
    const auto silent = [](const std::string& steps, const std::string& guard) {
        const Shelf shelf(with_steps(steps, guard));
        CHECK(said(shelf, *shelf.load(), "M1587") == Said{});
    };
    const std::string age = R"({"<": [{"var": "slachtoffer.leeftijd"}, 18]})";
    silent(R"("weging": {"asks": ["slachtoffer.leeftijd"]})", age);     // at the step itself
    silent(R"("vastgelegd": {"asks": ["slachtoffer.leeftijd"]})", age); // before it
    silent(R"("bewaard": {"asks": ["slachtoffer.leeftijd"]})",
           age);                                              // after it, and then it is back
    silent(R"("acuut": {"asks": ["gevaar.acuut"]})", "true"); // on a track beside it
    silent(R"("weging": {"label": "Wegen"})", age);           // nowhere: that is M1584
    silent(R"("weging": {"decides": {"fact": "gevaar.acuut"}},
              "vastgelegd": {"duties": [{"id": "a", "label": "A", "when": {"gevaar.acuut": "unknown"}}]})",
           "true"); // not knowing it is what the duty is about
}

TEST_CASE("the tests of every layer are the tests of the rulebook", "[rulebook][check]") {
    const Shelf shelf;
    shelf.write("rijk/tests/boven.json", R"({"tests": []})");
    shelf.write(
        "dorp/tests/onder.json",
        R"({"tests": [{"name": "x", "given": {}, "undecided": {"weging.klasse": ["laag", "hoog"]}}]})");
    const auto book = shelf.load();
    REQUIRE(book->tests().size() == 2);
    CHECK(book->tests()[0].place().file.ends_with("boven.json"));
    const auto found = said(shelf, *book, "M1583");
    CHECK(std::count_if(found.begin(), found.end(), [](const std::string& words) {
              return words.find("\"weging.klasse\"") != std::string::npos;
          }) == 0);
    CHECK(std::count_if(found.begin(), found.end(), [](const std::string& words) {
              return words.find("\"gevaar.nu\"") != std::string::npos; // of the layer above
          }) == 1);
}

TEST_CASE("a route that starts without its guards is found", "[rulebook][check]") {
    const Shelf shelf;
    const auto found = check(*shelf.load());
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().severity == Finding::Severity::error); // errors come first
    CHECK(found.front().code == "M1559");
    CHECK(found.front().words.nl.starts_with("stappenplan kan beginnen, en vraagt naar"));
}

TEST_CASE("labels of nothing and terms that no route starts are found", "[rulebook][check]") {
    const Shelf shelf;
    shelf.write("dorp/labels.json", R"({"labels": {"gewogen": "a", "gewoggen": "b"}})");
    shelf.write("dorp/terms/later.json",
                R"({"terms": {"advies": {"length": {"days": 8}, "from": "wmo.gevraagd"}}})");
    const auto book = shelf.load();
    CHECK(said(shelf, *book, "M1557") ==
          Said{"dorp/labels.json:1 the label \"gewoggen\" belongs to nothing"});
    CHECK(said(shelf, *book, "M1558") ==
          Said{"dorp/terms/later.json:1 the term \"advies\" runs from \"wmo.gevraagd\", which no "
               "route tells (whoever hears of it counts from there; no duty can be late by it)"});
}

TEST_CASE("a bundle is checked like the folder, with places in the bundle", "[rulebook][check]") {
    const auto folder = Shelf().load();
    const auto a = check(*folder), b = check(*Rulebook::from_bundle(folder->bundle()));
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK(a[i].code == b[i].code);
        CHECK(a[i].words.nl == b[i].words.nl);
    }
}

TEST_CASE("what is proved about a list of records ends in words, whatever is done with it",
          "[rulebook][check]") {
    for (const std::string formula :
         {R"({">": [{"max": [{"var": "personen"}, {"var": "oud"}]}, 40]})",
          R"({">": [{"sum": [{"var": "personen"}, {"var": "oud"}]}, 40]})",
          R"({"some": [{"var": "personen"}, {"<": [{"var": "oud"}, 18]}]})"}) {
        const Shelf shelf;
        shelf.write("dorp/facts/f.json", R"({"facts": [{"id": "personen", "type": "list", "max": 3,
            "label": "x", "fields": [{"id": "oud", "type": "integer", "min": 0, "max": 120}]}]})");
        shelf.write("dorp/decisions/d.json", R"({"decisions": [
            {"id": "oudste", "outcome": {"type": "boolean"}, "value": )" +
                                                 formula + R"(},
            {"id": "klasse", "take": "first", "outcome": {"type": "boolean"},
             "rows": [{"id": "a", "when": {"oudste": true}, "then": true}, {"id": "b", "when": {"oudste": true, "gevaar.acuut": true}, "then": false}]}]})");
        INFO(formula);
        // The largest of no records is no outcome.
        CHECK(said(shelf, *shelf.load(), "M1570").size() ==
              (formula.starts_with(R"({">": [{"max")") ? 2 : 1));
    }
}
