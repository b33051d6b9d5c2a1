// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What a rulebook may say of the routes that begin at a step, and what is found about it.

#include "catch.hpp"
#include "rulebook/example.hpp"

#include <meldroute/rulebook/check.hpp>

#include <nlohmann/json.hpp>

using namespace meldroute;
using example::Shelf;

namespace {

/// The sound rulebook, with these starts at its first step.
Shelf starting(const std::string& starts, const std::string& more = "") {
    auto files = example::sound();
    files["dorp/routes/meldroute-intern.json"] =
        R"({"route": "meldroute-intern", "steps": {"vastgelegd": {"owner": "weger", "starts": )" +
        starts + "}" + more + "}}";
    return Shelf(files);
}

/// The code and words of the message, and where.
std::string refused(const std::string& starts) {
    const auto shelf = starting(starts);
    try {
        static_cast<void>(shelf.load());
    } catch (const Error& error) {
        std::string said = error.code() + " " + error.place().pointer;
        for (const auto& word : error.words()) said += " " + word;
        return said;
    }
    return "nothing was refused";
}

int count(const Rulebook& book, const std::string& code) {
    int found = 0;
    for (const auto& finding : check(book)) found += finding.code == code;
    return found;
}

constexpr const char* on_age =
    R"([{"route": "bibob", "when": {"slachtoffer.leeftijd": "< 18"}, "label": "Zoek uit"}])";

} // namespace

TEST_CASE("a route begins always, or on a condition that somebody finds out", "[rulebook]") {
    const auto shelf = starting(
        R"(["stappenplan", {"route": "bibob", "when": {"gevaar.acuut": true}, "label": "Zoek uit"}])");
    const auto book = shelf.load();
    const auto& starts = book->step("meldroute-intern", "vastgelegd").starts;
    REQUIRE(starts.size() == 2);
    CHECK(starts[0].route == "stappenplan");
    CHECK(starts[0].when.empty());
    CHECK(starts[1].when == "meldroute-intern.vastgelegd.bibob");
    CHECK(starts[1].find_out.role == "weger"); // the owner, where nobody else is named
    CHECK(book->label(starts[1].when, Lang::nl) == "Zoek uit");
    CHECK(book->decisions().has(starts[1].when));
    const auto again = Rulebook::from_bundle(book->bundle());
    CHECK(again->step("meldroute-intern", "vastgelegd").starts[1].when == starts[1].when);
}

TEST_CASE("what cannot begin is refused with its place", "[rulebook]") {
    const std::string steps = " /steps/vastgelegd/starts/0";
    CHECK(refused(R"([{"route": "bibop", "when": {"gevaar.acuut": true}, "label": "x"}])") ==
          "M1307" + steps + "/route bibop bibob");
    CHECK(refused(R"([{"route": "bibob", "label": "x"}])").starts_with("M1011" + steps));
    CHECK(refused(R"([{"route": "bibob", "when": {"gevaar.acuut": true}}])")
              .starts_with("M1011" + steps));
    CHECK(refused(R"([{"route": "bibob", "when": {"gevaar.acut": true}, "label": "x"}])")
              .starts_with("M1202"));
    CHECK(
        refused(
            R"([{"route": "bibob", "when": {"gevaar.acuut": true}, "label": "x", "role": "wegr"}])")
            .starts_with("M1508" + steps));
}

TEST_CASE("a route that may begin on a condition needs its guards too", "[rulebook][check]") {
    const auto shelf = starting(on_age);
    const auto found = check(*shelf.load());
    REQUIRE_FALSE(found.empty());
    CHECK(found.front().code == "M1559");
    CHECK(found.front().words.nl.starts_with("bibob kan beginnen"));
}

TEST_CASE("what a condition to begin reads is asked at its step", "[rulebook][check]") {
    // Without the condition nobody would ask it before it counts.
    const std::string later = R"(, "weging": {"owner": "weger", "asks": ["slachtoffer.leeftijd"]})";
    const std::string duty =
        R"([], "duties": [{"id": "tel", "label": "Tel", "when": {"slachtoffer.leeftijd": "< 18"}}])";
    CHECK(count(*starting(duty, later).load(), "M1587") == 1);
    CHECK(count(*starting(std::string(on_age) + duty.substr(2), later).load(), "M1587") == 0);
}
