// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2

#include "catch.hpp"
#include "rulebook/example.hpp"

#include <nlohmann/json.hpp>

using namespace meldroute;
using example::Shelf;

namespace {

const std::string sources = MELDROUTE_SOURCE_DIR;

Situation told(const Rulebook& book, const std::string& facts) {
    Situation situation(book.vocabulary());
    situation.tell(JsonNode::parse(facts, "facts"));
    return situation;
}

Json outcome(const Rulebook& book, const std::string& decision, const std::string& facts) {
    const auto ruling = book.decisions().rule(decision, told(book, facts));
    return *ruling.outcome;
}

std::string replaced(std::string text, const std::string& old, const std::string& with) {
    text.replace(text.find(old), old.size(), with);
    return text;
}

} // namespace

TEST_CASE("a municipality fills what the nation left open", "[rulebook][layers]") {
    const Shelf shelf;
    const auto book = shelf.load();

    CHECK(book->id() == "dorp");
    CHECK(book->version() == "2026.1");
    CHECK(book->status() == "concept");
    CHECK(outcome(*book, "weging.klasse", R"({"slachtoffer.leeftijd": 16})") == "hoog");
    CHECK(outcome(*book, "weging.klasse", R"({"slachtoffer.leeftijd": 34, "schuld": 2.5})") ==
          "laag");
    CHECK(outcome(*book, "weging.score", R"({"slachtoffer.leeftijd": 16, "schuld": 2.5})") == 3.5);

    SECTION("and extends the list of partners, after those of the nation") {
        const auto slot = book->vocabulary().find("besluit.bestemming");
        REQUIRE(slot);
        CHECK(book->vocabulary()[*slot].type.code_ids() ==
              std::vector<std::string>{"politie", "riec", "zorgloket"});
    }
    SECTION("while the nation by itself still has it open") {
        const auto nation = shelf.load("rijk");
        CHECK_THROWS_AS(outcome(*nation, "weging.klasse", "{}"), RulebookError);
    }
}

TEST_CASE("a layer may stand beside the folder of a rulebook", "[rulebook][layers]") {
    const Shelf shelf;
    std::filesystem::create_directories(shelf.root() / "voorbeelden");
    std::filesystem::copy(shelf.root() / "dorp", shelf.root() / "voorbeelden" / "dorp",
                          std::filesystem::copy_options::recursive);
    CHECK(shelf.load("voorbeelden/dorp")->id() == "dorp");
}

TEST_CASE("a district may stand between the nation and the municipality", "[rulebook][layers]") {
    auto files = example::sound();
    files["streek/rulebook.json"] =
        R"({"id": "streek", "version": "3", "status": "concept", "extends": {"id": "rijk", "version": "1"}})";
    files["streek/decisions/weging.json"] = files["dorp/decisions/weging.json"];
    files.erase("dorp/decisions/weging.json");
    files["dorp/rulebook.json"] =
        R"({"id": "dorp", "version": "1", "status": "concept", "extends": {"id": "streek", "version": "3"}})";
    const Shelf shelf(files);

    const auto book = shelf.load();
    CHECK(outcome(*book, "weging.klasse", R"({"slachtoffer.leeftijd": 16})") == "hoog");

    SECTION("found on another shelf, in a folder of another name") {
        const Shelf elsewhere(
            {{"rijk-1/rulebook.json", files["rijk/rulebook.json"]},
             {"rijk-2/rulebook.json", replaced(files["rijk/rulebook.json"], R"("1")", R"("2")")}});
        for (const auto* part : {"codes/partners", "codes/sectoren", "facts/signaal",
                                 "decisions/bewaking", "grounds", "partners"})
            elsewhere.write("rijk-1/" + std::string(part) + ".json",
                            files["rijk/" + std::string(part) + ".json"]);
        std::filesystem::remove_all(shelf.root() / "rijk");
        CHECK(Rulebook::load(shelf.root() / "dorp", {elsewhere.root()})->digest() ==
              book->digest());
    }
}

TEST_CASE("what a rulebook says about a route is there by step", "[rulebook][routes]") {
    const auto book = Shelf().load();
    const auto* route = book->route("meldroute-intern");
    REQUIRE(route != nullptr);
    CHECK(book->route("stappenplan") == nullptr);

    const auto& weighing = book->step("meldroute-intern", "weging");
    CHECK(weighing.owner == "weger");
    CHECK(weighing.asks == std::vector<std::string>{"gevaar.acuut"});
    CHECK(weighing.gates == std::vector<std::string>{"eerste", "tweede"});
    REQUIRE(weighing.decides.size() == 1);
    CHECK(weighing.decides[0].by == "weger"); // the owner, where nobody else is named
    CHECK(weighing.decides[0].reason == Decides::Reason::when_deviating);

    const auto& reported = book->step("meldroute-intern", "gemeld");
    REQUIRE(reported.duties.size() == 1);
    CHECK(reported.duties[0].role == "weger");
    CHECK(reported.duties[0].term == "antwoord");
    CHECK(reported.duties[0].done == "teruggekoppeld");
    CHECK(reported.shares[0].ground == "hulp");
    REQUIRE(reported.starts.size() == 1);
    CHECK(reported.starts[0].route == "stappenplan");
    CHECK(reported.starts[0].when.empty());
    CHECK(book->step("meldroute-intern", "bewaard").owner.empty());

    SECTION("and the condition of a duty is a decision of its own") {
        CHECK(reported.duties[0].when == "meldroute-intern.gemeld.antwoorden");
        CHECK(outcome(*book, reported.duties[0].when, R"({"melding.kanaal": "collega"})") == true);
        CHECK(outcome(*book, reported.duties[0].when, R"({"melding.kanaal": "mma"})") == false);
    }
}

TEST_CASE("everything with an id has a label, and else its id", "[rulebook]") {
    const auto book = Shelf().load();
    CHECK(book->label("gewogen", Lang::en) == "weighed");
    CHECK(book->label("weging", Lang::nl) == "Weging");
    CHECK(book->label("meldroute-intern.weging", Lang::nl) == "Weging");
    CHECK(book->label("weger", Lang::nl) == "de weger");
    CHECK(book->label("zorgloket", Lang::nl) == "het zorgloket");
    CHECK(book->label("politie", Lang::nl) == "de politie");
    CHECK(book->label("bewaard", Lang::nl) == "bewaard");
}

TEST_CASE("a code without words of its own is called as the partner of that name", "[rulebook]") {
    const Shelf shelf;
    shelf.write("dorp/codes/partners.json",
                R"({"extends": "partners", "values": ["zorgloket", "molen"]})");
    const auto book = shelf.load();
    const auto& type = book->vocabulary()[*book->vocabulary().find("besluit.bestemming")].type;
    CHECK(type.codes[std::size_t(type.code("zorgloket"))].label.nl == "het zorgloket");
    CHECK(type.codes[std::size_t(type.code("riec"))].label.nl == "het RIEC");
    CHECK(type.codes[std::size_t(type.code("molen"))].label.nl == "molen");
}

TEST_CASE("loading a bundle equals loading the folder", "[rulebook][bundle]") {
    const auto folder = Shelf().load();
    const auto bundle = Rulebook::from_bundle(folder->bundle());

    CHECK(bundle->bundle() == folder->bundle());
    CHECK(bundle->digest() == folder->digest());
    CHECK(bundle->id() == folder->id());
    CHECK(bundle->valid_until() == folder->valid_until());
    CHECK(bundle->decisions().ids() == folder->decisions().ids());
    CHECK(bundle->vocabulary().ids() == folder->vocabulary().ids());
    CHECK(bundle->calendars().ids() == folder->calendars().ids());
    CHECK(bundle->label("gewogen", Lang::en) == "weighed");

    for (const std::string facts :
         {"{}", R"({"slachtoffer.leeftijd": 16, "schuld": 2.5, "melding.kanaal": "mma"})",
          R"({"slachtoffer.leeftijd": 40, "schuld": 12.5, "besluit.bestemming": ["riec"]})"})
        for (const auto& id : folder->decisions().ids()) {
            CAPTURE(id, facts);
            const auto a = folder->decisions().rule(id, told(*folder, facts));
            const auto b = bundle->decisions().rule(id, told(*bundle, facts));
            CHECK(a.outcome == b.outcome);
            CHECK(a.possible == b.possible);
            CHECK(a.used == b.used);
        }
}

TEST_CASE("a digest follows from the rules, not from how they are written", "[rulebook][bundle]") {
    const Shelf shelf;
    const auto digest = shelf.load()->digest();
    const auto& files = example::sound();

    SECTION("notes, tests and white space change nothing") {
        shelf.write("dorp/roles.json", R"({ "note": "x", "$schema": "y",
            "roles": [{"note": "z", "id": "weger", "label": "de weger"}] })");
        shelf.write("dorp/tests/een.json", R"({"tests": []})");
        CHECK(shelf.load()->digest() == digest);
        CHECK(shelf.load()->tests().size() == 1);
    }
    SECTION("one file or two change nothing") {
        shelf.write("dorp/terms.json", "");
        shelf.write("dorp/terms/antwoord.json", files.at("dorp/terms.json"));
        CHECK(shelf.load()->digest() == digest);
    }
    SECTION("a limit changes it") {
        shelf.write("dorp/decisions/weging.json",
                    replaced(files.at("dorp/decisions/weging.json"), ">= 2.5", ">= 2.6"));
        CHECK(shelf.load()->digest() != digest);
    }
}

TEST_CASE("the example municipality loads on the national test layer", "[rulebook][example]") {
    const std::filesystem::path example = sources + "/../shared/format/voorbeeldstad";
    if (!std::filesystem::exists(example)) {
        WARN("the example rulebook is not beside this checkout: nothing was tested");
        return;
    }
    const auto book = Rulebook::load(example, {sources + "/tests/rulebooks"});
    CHECK(book->id() == "voorbeeldstad");
    CHECK(book->tests().size() == 1);
    CHECK(Rulebook::from_bundle(book->bundle())->digest() == book->digest());

    for (const auto& test : book->tests()[0].at("tests").items()) {
        if (!test.has("expect")) continue;
        for (const auto& [decision, expected] : test.at("expect").members()) {
            CAPTURE(test.at("name").string(), decision);
            CHECK(outcome(*book, decision, test.at("given").json().dump()) == expected.json());
        }
    }
}
