// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// On which ground a partner receives, how it is reached and by whom; and that who may be chosen
// without a ground is found.

#include "catch.hpp"
#include "rulebook/example.hpp"

#include <meldroute/rulebook/check.hpp>

#include <nlohmann/json.hpp>

using namespace meldroute;
using example::Shelf;

namespace {

std::vector<Finding> without_ground(const Rulebook& book) {
    std::vector<Finding> out;
    for (auto& finding : check(book))
        if (finding.code == "M1594") out.push_back(std::move(finding));
    return out;
}

/// The code and words of the message on the rulebook with this file.
std::string refused(const std::string& file, const std::string& text) {
    const Shelf shelf;
    shelf.write(file, text);
    try {
        static_cast<void>(shelf.load());
    } catch (const Error& error) {
        std::string said = error.code();
        for (const auto& word : error.words()) said += " " + word;
        return said;
    }
    return "nothing was refused";
}

std::string ground(const std::string& parts) {
    return R"({"grounds": [{"id": "meer", "label": "meer", )" + parts + "}]}";
}

constexpr const char* basis =
    R"("basis": [{"law": "AVG", "article": "6", "confidence": "assumed"}])";
constexpr const char* task = R"("task": [{"law": "Taakwet", "confidence": "assumed"}])";

std::string partners(const std::string& parts) {
    return R"({"partners": [{"id": "zorgloket", "label": "het zorgloket"}, )" + parts + "]}";
}

std::vector<std::string> numbers(const Rulebook& book, std::string_view partner,
                                 std::string_view role) {
    std::vector<std::string> out;
    for (const auto& one : book.partners())
        if (one.id == partner)
            for (const auto& contact : one.seen_by(role)) out.push_back(contact.number);
    return out;
}

} // namespace

TEST_CASE("a rulebook in which every partner has a ground, or never receives, is fine",
          "[rulebook][grounds]") {
    const auto book = Shelf().load();
    CHECK(without_ground(*book).empty());
    REQUIRE(book->grounds().size() == 1);
    const auto& help = book->grounds().front();
    CHECK(help.basis.front().words(Lang::nl) == "AVG, artikel 6 lid 1 onder e");
    CHECK(help.task.front().title == "Taakwet");
    CHECK(help.exception.empty());
    CHECK(help.purpose.nl == "hulp geven");
    CHECK(book->label("hulp", Lang::nl) == "hulp");
    CHECK(without_ground(*Rulebook::from_bundle(book->bundle())).empty());
}

TEST_CASE("a partner that can be chosen and has no ground is found, where it is declared",
          "[rulebook][grounds]") {
    const Shelf shelf;
    shelf.write("dorp/partners.json", partners(R"({"extends": "politie", "grounds": ["hulp"]})"));
    const auto found = without_ground(*shelf.load());
    REQUIRE(found.size() == 1);
    CHECK(found[0].severity == Finding::Severity::warning);
    CHECK(found[0].about == std::vector<std::string>{"zorgloket", "besluit.bestemming"});
    CHECK(found[0].place.file.ends_with("dorp/partners.json"));
}

TEST_CASE("a code that no partner was declared for is a receiver without a ground",
          "[rulebook][grounds]") {
    const Shelf shelf;
    shelf.write("dorp/partners.json", "");
    const auto found = without_ground(*shelf.load());
    REQUIRE(found.size() == 1);
    CHECK(found[0].place.file.ends_with("dorp/codes/partners.json"));
}

TEST_CASE("a gap can be accepted beside the partner, and is one still when no route chooses it",
          "[rulebook][grounds]") {
    const Shelf shelf;
    shelf.write("dorp/partners.json", R"({"partners": [{"id": "zorgloket", "label": "het zorgloket",
        "accepted": [{"finding": "M1594", "because": "geen bron noemt er een"}]}]})");
    const auto found = without_ground(*shelf.load());
    REQUIRE(found.size() == 1);
    CHECK(found[0].accepted.nl == "geen bron noemt er een");
    shelf.write("dorp/routes/meldroute-intern.json", "");
    for (const auto& finding : check(*shelf.load())) CHECK(finding.code != "M1586");
}

TEST_CASE("an acceptance is idle once there is a ground", "[rulebook][grounds]") {
    const Shelf shelf;
    shelf.write("dorp/partners.json",
                R"({"partners": [{"id": "zorgloket", "label": "het zorgloket", "grounds": ["hulp"],
        "accepted": [{"finding": "M1594", "because": "geen bron noemt er een"}]}]})");
    bool idle = false;
    for (const auto& finding : check(*shelf.load())) idle = idle || finding.code == "M1586";
    CHECK(idle);
}

TEST_CASE("a part of a ground is no ground", "[rulebook][grounds]") {
    const std::string whole = R"("exception": [], "purpose": "hulp")";
    const auto lacks = [](const std::string& part) { return "M1537 meer " + part; };
    CHECK(refused("dorp/grounds.json", ground(std::string(task) + ", " + whole))
              .starts_with(lacks("basis")));
    CHECK(refused("dorp/grounds.json", ground(std::string(basis) + ", " + whole))
              .starts_with(lacks("task")));
    CHECK(refused("dorp/grounds.json",
                  ground(std::string(basis) + ", " + task + R"(, "purpose": "hulp")"))
              .starts_with(lacks("exception")));
    CHECK(refused("dorp/grounds.json",
                  ground(std::string(basis) + ", " + task + R"(, "exception": [])"))
              .starts_with(lacks("purpose")));
    CHECK(refused("dorp/grounds.json", ground(std::string(basis) + ", " + task + ", " + whole)) ==
          "nothing was refused");
    // Consent carries it too, where a fact tells of it.
    CHECK(refused("dorp/grounds.json",
                  ground(std::string(basis) + R"(, "consent": "gevaar.acuut", )" + whole)) ==
          "nothing was refused");
    CHECK(refused("dorp/grounds.json",
                  ground(std::string(basis) + R"(, "consent": "gevaar.acuu", )" + whole))
              .starts_with("M1101"));
}

TEST_CASE("a ground that is not declared is refused, with the nearest", "[rulebook][grounds]") {
    CHECK(refused("dorp/partners.json",
                  partners(R"({"extends": "politie", "grounds": ["hulpp"]})")) ==
          "M1536 hulpp hulp");
    auto files = example::sound();
    auto& route = files.at("dorp/routes/meldroute-intern.json");
    route.replace(route.find(R"("ground": "hulp")"), 16, R"("ground": "hulo")");
    const auto& path = "dorp/routes/meldroute-intern.json";
    CHECK(refused(path, files.at(path)) == "M1536 hulo hulp");
}

TEST_CASE("who never receives has no ground to receive", "[rulebook][grounds]") {
    CHECK(refused("rijk/partners.json", R"({"partners": [
        {"id": "riec", "label": "RIEC", "receives": "no-personal-data", "grounds": ["hulp"]}]})")
              .starts_with("M1538"));
}

TEST_CASE("a layer below adds a line of its own to a partner, and a ground that was missing",
          "[rulebook][grounds]") {
    const Shelf shelf;
    shelf.write(
        "dorp/partners.json",
        partners(R"({"extends": "politie", "contact": [{"number": "wijkagent", "for": ["weger"]}]},
                            {"extends": "riec", "contact": [{"number": "post", "when": "met papier"}]})"));
    const auto book = shelf.load();
    CHECK(numbers(*book, "politie", "") == std::vector<std::string>{"0900"});
    CHECK(numbers(*book, "politie", "weger") == std::vector<std::string>{"0900", "wijkagent"});
    CHECK(numbers(*book, "riec", "") == std::vector<std::string>{"post"});
    CHECK(refused("dorp/partners.json", partners(R"({"extends": "politi", "grounds": ["hulp"]})"))
              .starts_with("M1511"));
    CHECK(refused("dorp/partners.json", partners(R"({"extends": "politie", "label": "anders"})"))
              .starts_with("M1010"));
    CHECK(refused(
              "dorp/partners.json",
              partners(R"({"extends": "politie", "contact": [{"number": "1", "for": ["wegr"]}]})"))
              .starts_with("M1508"));
}
