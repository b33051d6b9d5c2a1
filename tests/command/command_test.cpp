// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "command/page.hpp"
#include "command/running.hpp"

#include <nlohmann/json.hpp>

#include <set>

namespace fs = std::filesystem;
using namespace meldroute::example;

namespace {

int widest_line(const std::string& text) {
    std::istringstream lines(text);
    int widest = 0;
    for (std::string line; std::getline(lines, line);)
        widest = std::max(widest, meldroute::columns(line));
    return widest;
}

} // namespace

TEST_CASE("who asks for help gets it, and who calls wrongly is told how") {
    CHECK(run({"help"}).status == 0);
    CHECK(run({"help"}).says("meldroute demo"));
    CHECK(run({"check", "--help"}).says("meldroute check MAP"));
    CHECK(run({"batch", rules, "-h", "--lang", "en"}).says("meldroute batch FOLDER"));
    CHECK_FALSE(run({"check", "--help"}).says("meldroute batch"));
    CHECK(run({}).status == 2);

    const Ran near = run({"chek", rules});
    CHECK(near.status == 2);
    CHECK(near.warns("bedoelde u \"check\"?"));
    const Ran option = run({"demo", "--kleur"});
    CHECK(option.status == 2);
    CHECK(option.warns("--kleur"));
    CHECK(run({"decide", rules}).status == 2);
    CHECK(run({"draw", "a", "b", "c"}).status == 2);
    CHECK(run({"demo", "--out"}).status == 2);
}

TEST_CASE("what is not there is said in Dutch, with its number") {
    const Ran ran = run({"check", root + "/rules/nergens"});
    CHECK(ran.status == 2);
    CHECK(ran.warns("M1003"));
    CHECK(ran.out.empty());
}

TEST_CASE("the demo shows both reports for a person") {
    const Folder folder;
    const Ran ran = demo(folder);
    CAPTURE(ran.err);
    REQUIRE(ran.status == 0);
    CHECK(ran.says("«Een man van een jaar of dertig komt zich inschrijven."));
    CHECK(ran.says("NU DOEN"));
    CHECK(ran.says("dinsdag 2 juni 2026, 10.20 uur · n.bakker ("));
    CHECK(ran.says("Geweigerd (M1618), er is niets veranderd"));
    CHECK(ran.says("advies      Nederlandse Arbeidsinspectie, politie (AVIM)"));
    CHECK(ran.says("door m.devries"));
    CHECK(ran.says("vergunningen: «Is hier een vergunning nodig"));
    CHECK(ran.says("Hoe zwaar weegt het signaal? hoog"));
    CHECK(ran.says(" regels in 6 zaken"));
    CHECK(widest_line(ran.out) <= meldroute::Page::width);
}

TEST_CASE("the story of each other route is shown in words") {
    const std::string routes = root + "/examples/routes";
    const Folder folder;
    const Ran ran = demo(folder, routes);
    CAPTURE(ran.err);
    REQUIRE(ran.status == 0);
    CHECK(ran.says("ZAAK-2026-0041 – er is een aanpak afgesproken – de politie"));
    CHECK(ran.says("Van welke mate van gevaar gaan we uit? mindere mate van gevaar"));
    CHECK(ran.says("zonder naam (medewerker Burgerzaken)"));
    CHECK(ran.says("Niemand: alles is gedaan."));
    const Ran english = demo(folder, routes, rules, "en");
    CHECK(english.says("• Start: A permit officer receives an application."));
    for (const Ran& one : {ran, english}) {
        CHECK(!one.says("{\""));
        CHECK(!one.says("[\""));
        CHECK(widest_line(one.out) <= meldroute::Page::width);
    }
}

TEST_CASE("who signs by a note is shown with what was signed") {
    const std::string maastricht = root + "/rules/examples/maastricht";
    std::ifstream file(maastricht + "/tests/verhalen.json");
    auto story = nlohmann::json::parse(file)["tests"][0];
    story["key"] = "ZAAK-1";
    const Folder stories, out;
    std::ofstream(stories / "story.json") << story;
    const Ran ran = demo(out, stories.path(), maastricht);
    CAPTURE(ran.err);
    REQUIRE(ran.status == 0);
    CHECK(ran.says("besluit     Tweede handtekening: vernietigen: ja, door j.smit"));
}

TEST_CASE("the demo says the same twice, and draws the way of each case") {
    const Folder folder;
    const std::string first = demo(folder).out;
    CHECK(demo(folder).out == first);
    std::ifstream drawing(folder / "ZAAK-2026-0117-stappenplan.svg");
    std::string line;
    std::getline(drawing, line);
    CHECK(line.starts_with("<svg "));
}

TEST_CASE("the worklist names no fact about a person") {
    const Folder folder;
    const std::string out = demo(folder).out;
    const std::string list = out.substr(out.find("Werklijst"));
    for (const char* fact : {"bakker", "devries", "dertig", "Zutphen", "paspoort", "massagesalon"})
        CHECK(list.find(fact) == std::string::npos);
}

TEST_CASE("a register is listed, shown and verified with the rules that it keeps itself") {
    const Folder folder;
    demo(folder);
    const std::string file = folder / "meldingen.db";
    CHECK(run({"case", file}).says("ZAAK-2026-0117"));
    CHECK(nlohmann::json::parse(run({"case", file, "--json"}).out).size() == 6);

    const Ran shown = run({"case", file, "ZAAK-2026-0117", "--at", "2026-06-06T12:00:00+02:00"});
    CHECK(shown.status == 0);
    CHECK(shown.says("WAT ER NU VERTELD KAN WORDEN"));
    CHECK(widest_line(shown.out) <= meldroute::Page::width);
    const auto json = nlohmann::json::parse(run({"case", file, "ZAAK-2026-0117", "--json"}).out);
    CHECK(json["here"].front() == "overgenomen");
    CHECK(run({"case", file, "--verify"}).says(" regels in 6 zaken"));

    CHECK(run({"case", file, "ZAAK-2026-9999"}).status == 2);
    CHECK(run({"case", folder / "nergens.db"}).warns("M1003"));
    CHECK(!fs::exists(folder / "nergens.db"));
}

TEST_CASE("rules are checked and tested") {
    const Ran checked = run({"check", rules});
    CHECK(checked.status == 0);
    CHECK(checked.says("fouten 0"));
    CHECK(nlohmann::json::parse(run({"check", rules, "--json"}).out).is_array());

    const Ran tested = run({"test", rules});
    CHECK(tested.status == 0);
    CHECK(tested.says("alles goed"));
}

TEST_CASE("our own rules are clean: no error, no warning, and each acceptance accepts something") {
    for (const std::string book : {"/rules/nl", "/rules/ijsselstreek"}) {
        const auto found = nlohmann::json::parse(run({"check", root + book, "--json"}).out);
        for (const auto& finding : found) {
            CAPTURE(finding.dump());
            if (finding["accepted"].is_null()) CHECK(finding["severity"] == "note");
            // What is open for a layer below, and terms of routes that are not there yet.
            const std::set<std::string> open{"M1554", "M1558", "M1560"};
            if (finding["accepted"].is_null()) CHECK(open.contains(finding["code"]));
        }
    }
    CHECK(run({"check", rules}).says("aanvaard"));
}

TEST_CASE("no tests found is not all well") {
    const Folder folder;
    const auto bundle = folder / "regels.json";
    CHECK(run({"bundle", rules, "-o", bundle}).status == 0);
    const Ran ran = run({"test", bundle});
    CHECK(ran.status == 2);
    CHECK(ran.out.empty());
    CHECK(ran.warns("bij ijsselstreek is geen toets gevonden"));
    CHECK(run({"test", bundle, "--mutate", "--lang", "en"}).warns("nothing was tested"));
}

TEST_CASE("a test that fails is a finding") {
    const Folder folder;
    const auto file = folder.write("fout.json", R"({"tests": [{"name": "niets weegt niets",
        "given": {"slachtoffer.leeftijd": 16, "aanwijzingen": {"seen": ["geen-eigen-papieren"]}},
        "expect": {"weging.klasse": "laag"}}]})");
    const Ran ran = run({"test", rules, file});
    CHECK(ran.status == 1);
    CHECK(ran.says("FOUT niets weegt niets"));
    CHECK(ran.says("verwacht laag, kreeg hoog"));
    CHECK(ran.says("1 fout"));
}

TEST_CASE("rules that do not load are a finding with file and line") {
    const Folder folder;
    folder.write("rulebook.json", "{\n  \"id\": \"kapot\",\n  \"id\": \"nog eens\"\n}");
    const Ran ran = run({"check", folder.path()});
    CHECK(ran.status == 1);
    CHECK(ran.warns("rulebook.json:3:"));
}

TEST_CASE("a decision is explained, or given to a program") {
    const Folder folder;
    const auto facts = folder.write("feiten.json", R"({"slachtoffer.leeftijd": 16,
        "aanwijzingen": {"seen": ["geen-eigen-papieren"]}})");
    const Ran words = run({"decide", rules, "weging.klasse", facts});
    CHECK(words.status == 0);
    CHECK(words.says("hoog"));
    const auto json =
        nlohmann::json::parse(run({"decide", rules, "weging.klasse", facts, "--json"}).out);
    CHECK(json["outcome"] == "hoog");
    CHECK(json["rulebook"]["id"] == "ijsselstreek");

    const Ran open = run({"decide", rules, "weging.klasse"});
    CHECK(open.says("Wat nog gevraagd moet worden"));
    CHECK(run({"decide", rules, "weging.klas"}).warns("weging.klasse"));
    const auto wrong = folder.write("fout.json", R"({"slachtoffer.leeftijd": "zestien"})");
    const Ran refused = run({"decide", rules, "weging.klasse", wrong});
    CHECK(refused.status == 1);
    CHECK(refused.warns("fout.json:1:"));
    CHECK(!refused.warns("zestien"));
}

TEST_CASE("a route is drawn with or without a rulebook") {
    CHECK(run({"draw", "stappenplan"}).out.starts_with("<svg "));
    CHECK(run({"draw", "stappenplan", "--as", "mermaid"}).out.starts_with("stateDiagram-v2"));
    CHECK(run({"draw", "stappenplan", "--as", "dot"}).out.starts_with("digraph "));
    CHECK(run({"draw", "stappenplan", "--as", "png"}).status == 2);
    CHECK(run({"draw", rules, "stappenplan"}).says("Is iedereen veilig?"));
    CHECK(run({"draw", "stapenplan"}).status == 1);
}

TEST_CASE("all routes of a rulebook, or all of a case, are drawn into a folder") {
    const Folder folder;
    CHECK(run({"draw", rules}).status == 2);
    CHECK(run({"draw", rules, "-o", folder / "routes"}).status == 0);
    CHECK(std::ifstream(folder / "routes/meldroute-intern.svg"));

    demo(folder);
    const auto kept = folder / "meldingen.db";
    CHECK(run({"draw", kept, "ZAAK-2026-0117", "meldroute-intern"}).says("▶ nu hier"));
    CHECK(run({"draw", kept, "ZAAK-2026-0117", "-o", folder / "zaak"}).status == 0);
    CHECK(std::ifstream(folder / "zaak/stappenplan.svg"));
    CHECK(run({"draw", kept, "ZAAK-2026-0117", "stapenplan"}).status == 1);
    CHECK(
        run({"draw", kept, "ZAAK-2026-0117", "bibob"}).warns("bibob is geen route van deze zaak"));
    CHECK(run({"draw", kept, "geen-zaak"}).status == 2);
    CHECK(run({"draw", kept}).status == 2);
}

TEST_CASE("a page wraps by columns, not by bytes, and hangs from its mark") {
    std::ostringstream out;
    meldroute::Page page(out);
    page.item(2, "•", std::string(60, 'x') + " één twee " + std::string(40, 'y'));
    CHECK(out.str() ==
          "  • " + std::string(60, 'x') + " één twee\n    " + std::string(40, 'y') + "\n");
}
