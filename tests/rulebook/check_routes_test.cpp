// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is proved of a route under its rules, with the report that shows it.

#include "catch.hpp"
#include "rulebook/example.hpp"

#include <meldroute/rulebook/check.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>

using namespace meldroute;
using example::Shelf;

namespace {

std::vector<Finding> found(const Rulebook& book, const std::string& code) {
    std::vector<Finding> out;
    for (auto& finding : check(book))
        if (finding.code == code) out.push_back(std::move(finding));
    return out;
}

/// The sound rulebook, with its decisions on the internal route as they are given.
std::shared_ptr<const Rulebook> with(const Shelf& shelf, const std::string& decisions) {
    shelf.write("dorp/decisions/meer.json", R"({"decisions": [)" + decisions + "]}");
    return shelf.load();
}

std::string truth(const std::string& id, const std::string& value) {
    return R"({"id": ")" + id + R"(", "outcome": {"type": "boolean"}, "value": )" + value + "}";
}

std::vector<std::string> events(const Finding& finding) {
    std::vector<std::string> out;
    for (const auto& entry : *finding.witness) out.push_back(entry.at("event"));
    return out;
}

} // namespace

TEST_CASE("two branches that can both hold are found, with a report", "[rulebook][check]") {
    const Shelf shelf;
    const auto book = with(shelf, truth("intern.verwijzen", R"({"var": "gevaar.acuut"})"));
    const auto all = found(*book, "M1590");
    REQUIRE(all.size() == 1);
    CHECK(all[0].severity == Finding::Severity::warning);
    CHECK(all[0].decision == "intern.verwijzen");
    const Json& facts = *all[0].witness;
    CHECK(facts.at("gevaar.acuut") == true);
    CHECK(facts.at("besluit.bestemming").size() > 0);
}

TEST_CASE("branches that exclude each other are none", "[rulebook][check]") {
    const Shelf shelf;
    const auto book =
        with(shelf,
             truth("intern.verwijzen",
                   R"({"and": [{"!": [{"var": "intern.overdragen"}]}, {"var": "gevaar.acuut"}]})"));
    CHECK(found(*book, "M1590").empty());
}

TEST_CASE("two branches that are meant so are accepted beside the second", "[rulebook][check]") {
    const Shelf shelf;
    const auto book = with(shelf, R"({"id": "intern.verwijzen", "outcome": {"type": "boolean"},
        "value": {"var": "gevaar.acuut"},
        "accepted": [{"finding": "M1590", "about": "intern.overdragen", "because": "Overdragen gaat voor."}]})");
    const auto all = found(*book, "M1590");
    REQUIRE(all.size() == 1);
    CHECK(all[0].accepted.nl == "Overdragen gaat voor.");
}

TEST_CASE("a step that nobody gets away from is found, with the way to it", "[rulebook][check]") {
    const Shelf shelf;
    auto files = example::sound();
    auto text = files.at("rijk/decisions/bewaking.json");
    const std::string over = R"("when": {"gevaar.acuut": false}, "then": true)";
    text.replace(text.find(over), over.size(), R"("when": {"gevaar.acuut": false}, "then": false)");
    shelf.write("rijk/decisions/bewaking.json", text);
    const auto all = found(*shelf.load(), "M1589");
    REQUIRE(all.size() == 1);
    CHECK(all[0].severity == Finding::Severity::error);
    CHECK(all[0].words.en.find("\"acuut\"") != std::string::npos);
    REQUIRE(all[0].witness->is_array());
    CHECK(all[0].witness->size() == 1);
}

TEST_CASE("a step that no report comes to is found, unless the rulebook has no such step",
          "[rulebook][check]") {
    const Shelf shelf;
    CHECK(found(*shelf.load(), "M1588").empty()); // «verwezen» and «verrijking» are switched off
    const auto all = found(
        *with(shelf,
              truth("intern.verwijzen",
                    R"({"and": [{"var": "gevaar.acuut"}, {"!": [{"var": "gevaar.acuut"}]}]})")),
        "M1588");
    REQUIRE(all.size() == 1);
    CHECK(all[0].words.en.find("\"verwezen\"") != std::string::npos);
}

TEST_CASE("a place where nobody has to act is found, with what was told", "[rulebook][check]") {
    const Shelf shelf;
    const std::string guards =
        truth("extern.overdragen", R"({"var": "gevaar.acuut"})") + "," +
        truth("extern.zelf-melden", R"({"var": "gevaar.acuut"})") + "," +
        truth("extern.antwoord-onmogelijk", R"({"==": [{"var": "melding.kanaal"}, "mma"]})");
    shelf.write("dorp/routes/extern.json", R"({"route": "meldroute-extern", "steps": {
        "binnengekomen": {"owner": "weger"}}})");
    const auto all = found(*with(shelf, guards), "M1591");
    REQUIRE(all.size() == 1);
    CHECK(all[0].words.en.find("geadviseerd") != std::string::npos);
    CHECK(events(all[0]) == std::vector<std::string>{"als-advies-opgenomen", "advies-gegeven"});

    SECTION("somebody who watches it closes the route") {
        shelf.write("dorp/routes/extern.json", R"({"route": "meldroute-extern", "steps": {
            "binnengekomen": {"owner": "weger"}, "geadviseerd": {"owner": "weger"}}})");
        CHECK(found(*with(shelf, guards), "M1591").empty());
    }
    SECTION("so does a duty that is always there") {
        shelf.write("dorp/routes/extern.json", R"({"route": "meldroute-extern", "steps": {
            "binnengekomen": {"owner": "weger"},
            "nog-te-antwoorden": {"duties": [{"id": "antwoorden", "role": "weger", "label": "Antwoord"}]},
            "geen-antwoord": {"owner": "weger"}, "beantwoord": {"owner": "weger"}}})");
        CHECK(found(*with(shelf, guards), "M1591").empty());
    }
}

TEST_CASE("a duty where the route is done is found", "[rulebook][check]") {
    const Shelf shelf;
    auto text = example::sound().at("dorp/routes/meldroute-intern.json");
    const std::string first = R"("weging": {"owner")";
    text.replace(text.find(first), first.size(), R"("afgesloten": {"label": "Klaar", "duties":
        [{"id": "opruimen", "role": "weger", "label": "Ruim op"}]},
        "weging": {"owner")");
    shelf.write("dorp/routes/meldroute-intern.json", text);
    CHECK(found(*shelf.load(), "M1592").size() == 1);
}

TEST_CASE("a route that is started and of which nothing is said is found", "[rulebook][check]") {
    const Shelf shelf;
    const auto all = found(*shelf.load(), "M1596");
    REQUIRE(all.size() == 1);
    CHECK(all[0].words.en.find("stappenplan") != std::string::npos);
    const auto ours = Rulebook::load(MELDROUTE_SOURCE_DIR "/rules/ijsselstreek");
    CHECK(found(*ours, "M1596").empty());
}

TEST_CASE("where a no goes on as well as a yes, that is found", "[rulebook][check]") {
    const Shelf shelf;
    const auto closing = [&](const std::string& decides, const std::string& more = "") {
        shelf.write("dorp/routes/meldroute-intern.json",
                    R"({"route": "meldroute-intern", "steps": {"overgenomen": {"owner": "weger",
                        "decides": )" +
                        decides + more + "}}}");
        return found(*shelf.load(), "M1595");
    };
    const std::string by_closing = R"({"event": "sluiten", "fact": "gevaar.acuut"})";

    const auto all = closing(by_closing);
    REQUIRE(all.size() == 1);
    CHECK(all[0].severity == Finding::Severity::warning);
    for (const auto* word : {"\"overgenomen\"", "\"sluiten\"", "\"gevaar.acuut\""})
        CHECK(all[0].words.en.find(word) != std::string::npos);
    CHECK(closing(R"({"fact": "gevaar.acuut"})").size() == 1);

    CHECK(closing(R"({"event": "sluiten", "fact": "melding.kanaal"})").empty()); // no yes or no
    CHECK(closing(R"({"event": "gewogen", "fact": "gevaar.acuut"})").empty());   // not from here
    CHECK(closing("[" + by_closing.substr(0, 1) + R"("fact": "gevaar.acuut"}, )" +
                  R"({"event": "sluiten", "fact": "melding.kanaal"}])")
              .empty()); // by a note

    const auto meant = closing(by_closing, R"(, "accepted": [{"finding": "M1595",
        "about": "gevaar.acuut", "because": "Het sluit hoe dan ook."}])");
    REQUIRE(meant.size() == 1);
    CHECK(meant[0].accepted.nl == "Het sluit hoe dan ook.");
}

TEST_CASE("where a guard of the arrow reads what was decided, a no stops it", "[rulebook][check]") {
    const Shelf shelf;
    shelf.write("rijk/decisions/bewaking.json", R"({"decisions": [
      {"id": "gevaar.nu", "outcome": {"type": "boolean"}, "value": {"var": "gevaar.acuut"}},
      {"id": "gevaar.geweken", "outcome": {"type": "boolean"}, "value": {"!": [{"var": "gevaar.acuut"}]}},
      {"id": "intern.overdragen", "outcome": {"type": "boolean"}, "value": {"var": "gevaar.acuut"}},
      {"id": "intern.sluiten-zonder-antwoord", "outcome": {"type": "boolean"}, "value": {"var": "gevaar.nu"}},
      {"id": "weging.klasse", "outcome": {"type": "enum", "values": ["laag", "hoog"]}, "open": true}]})");
    shelf.write("dorp/routes/meldroute-intern.json",
                R"({"route": "meldroute-intern", "steps": {"overgenomen": {"owner": "weger",
                    "decides": {"event": "sluiten", "fact": "gevaar.acuut"}}}})");
    CHECK(found(*shelf.load(), "M1595").empty());
}
