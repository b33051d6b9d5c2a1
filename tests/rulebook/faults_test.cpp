// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// One case for each kind of bad input: a sound rulebook in which one thing is changed, and the whole
// message with file, line, column and hint.

#include "catch.hpp"
#include "rulebook/example.hpp"

using namespace meldroute;
using example::Shelf;

namespace {

/// The files of the sound rulebook with one text in one of them replaced.
struct Change {
    std::string name, file, old, with, message;
};

std::string message_of(const Shelf& shelf) {
    std::string said = "nothing was refused";
    try {
        static_cast<void>(shelf.load());
    } catch (const Error& error) {
        said = error.what();
    }
    const auto root = shelf.root().generic_string() + "/";
    for (auto at = said.find(root); at != said.npos; at = said.find(root)) said.erase(at, root.size());
    return said;
}

std::string message_after(const Change& change) {
    auto files = example::sound();
    auto& text = files[change.file];
    if (change.old.empty()) {
        text = change.with;
    } else {
        const auto at = text.find(change.old);
        if (at == text.npos) return "the test does not fit the example";
        text.replace(at, change.old.size(), change.with);
    }
    return message_of(Shelf(files));
}

void check_all(const std::vector<Change>& changes) {
    for (const auto& change : changes) {
        CAPTURE(change.name);
        CHECK(message_after(change) == change.message);
    }
}

const std::string weighing = "dorp/decisions/weging.json", route = "dorp/routes/meldroute-intern.json";

} // namespace

TEST_CASE("the sound rulebook loads", "[rulebook][faults]") {
    CHECK(message_of(Shelf()) == "nothing was refused");
}

TEST_CASE("a file that cannot be read is named, with the place in it", "[rulebook][faults]") {
    check_all({
        {"missing", "dorp/rulebook.json", "", "", ""},
        {"broken", weighing, "]}", "]", ""},
        {"duplicate key", weighing, "\"id\": \"weging.score\"", "\"id\": \"x\", \"id\": \"weging.score\"", ""},
        {"unknown key", weighing, "\"take\"", "\"taek\"", ""},
        {"unknown key in the identity", "dorp/rulebook.json", "\"valid\"", "\"vaild\"", ""},
        {"unknown file", "dorp/terns.json", "", "{}", ""},
        {"unknown folder", "dorp/decision/weging.json", "", "{}", ""},
        {"what a file holds", "dorp/roles.json", "\"roles\"", "\"rolls\"", ""},
        {"ends before it begins", "dorp/rulebook.json", "2026-12-31", "2025-12-31", ""},
    });
}

TEST_CASE("a rule that cannot be read is shown where it stands", "[rulebook][faults]") {
    check_all({
        {"unknown fact in a cell", weighing, "slachtoffer.leeftijd", "slachtofer.leeftijd", ""},
        {"unreadable cell", weighing, "< 18", "< achttien", ""},
        {"wrong type in a cell", weighing, "\"< 18\"", "true", ""},
        {"outcome that is not one", weighing, "\"then\": \"hoog\"", "\"then\": \"hoogg\"", ""},
        {"a number that is a text", weighing, "\"then\": 1", "\"then\": \"veel\"", ""},
        {"cycle", weighing, "\"schuld\": 2.5", "\"weging.klasse\": \"hoog\"", ""},
        {"unknown code list", "rijk/facts/signaal.json", "codes/sectoren", "codes/sectorn", ""},
        {"unknown partner", "dorp/partners.json", "\"zorgloket\"", "\"zorglokaal\"", ""},
        {"unknown calendar", "dorp/terms.json", "\"werkdagen\"", "\"werkdage\"", ""},
        {"unknown event of a term", "dorp/terms.json", "meldroute-intern.gewogen", "meldroute-intern.gewoggen", ""},
        {"alert on what is no yes or no", "dorp/alerts.json", "gevaar.nu", "weging.klasse", ""},
        {"a filled decision without a body", weighing, "\"take\": \"first\", \"rows\": [{\"id\": \"zwaar\", \"when\": {\"weging.score\": \">= 2.5\"}, \"then\": \"hoog\"}], \"else\": \"laag\"", "\"see\": []", ""},
    });
}

TEST_CASE("a word on a route that the route does not have is refused", "[rulebook][faults]") {
    check_all({
        {"unknown route", route, "\"route\": \"meldroute-intern\"", "\"route\": \"meldroute-inter\"", ""},
        {"unknown step", route, "\"weging\": {", "\"wegin\": {", ""},
        {"unknown role", route, "\"owner\": \"weger\"", "\"owner\": \"wegger\"", ""},
        {"unknown fact to ask", route, "\"asks\": [\"gevaar.acuut\"]", "\"asks\": [\"gevaar.acut\"]", ""},
        {"unknown advice", route, "\"advice\": \"weging.klasse\"", "\"advice\": \"weging.klase\"", ""},
        {"unknown term", route, "\"term\": \"antwoord\"", "\"term\": \"antword\"", ""},
        {"unknown event", route, "\"done\": \"teruggekoppeld\"", "\"done\": \"terugkoppeld\"", ""},
        {"unknown route to start", route, "\"stappenplan\"", "\"stapenplan\"", ""},
        {"unreadable condition of a duty", route, "\"melding.kanaal\": \"collega\"", "\"melding.kanaal\": \"colega\"", ""},
        {"unknown fact in a condition", route, "{\"melding.kanaal\"", "{\"melding.kanal\"", ""},
        {"gates where there are none", route, "\"label\": \"Gemeld\"", "\"label\": \"Gemeld\", \"gates\": [\"een\"]", ""},
        {"a duty twice", route, "\"duties\": [", "\"duties\": [{\"id\": \"antwoorden\", \"label\": \"Nog eens\"}, ", ""},
        {"a guard that is not there", "rijk/decisions/bewaking.json", "intern.overdragen", "intern.doorgeven", ""},
        {"a guard that is no yes or no", "rijk/decisions/bewaking.json", "{\"id\": \"gevaar.nu\", \"take\": \"first\", \"outcome\": {\"type\": \"boolean\"}, \"rows\": [{\"id\": \"acuut\", \"when\": {\"gevaar.acuut\": true}, \"then\": true}], \"else\": false}", "{\"id\": \"gevaar.nu\", \"take\": \"first\", \"outcome\": {\"type\": \"integer\"}, \"rows\": [{\"id\": \"acuut\", \"when\": {\"gevaar.acuut\": true}, \"then\": 1}], \"else\": 0}", ""},
    });
}

TEST_CASE("a lower layer changes nothing that is set above it", "[rulebook][faults][layers]") {
    check_all({
        {"a layer that is not there", "dorp/rulebook.json", "\"rijk\"", "\"rik\"", ""},
        {"another version", "dorp/rulebook.json", "\"version\": \"1\"", "\"version\": \"2\"", ""},
        {"layers in a circle", "rijk/rulebook.json", "\"vastgesteld\"", "\"vastgesteld\", \"extends\": {\"id\": \"dorp\", \"version\": \"2026.1\"}", ""},
        {"a decision again", weighing, "\"id\": \"weging.score\"", "\"id\": \"gevaar.nu\"", ""},
        {"a fill of what is not open", weighing, "\"id\": \"weging.score\"", "\"id\": \"gevaar.nu\", \"fills\": true", ""},
        {"a fill of nothing", weighing, "\"id\": \"weging.klasse\"", "\"id\": \"weging.klas\"", ""},
        {"an open decision without saying so", weighing, "\"fills\": true", "\"fills\": false", ""},
        {"another outcome", weighing, "\"fills\": true", "\"fills\": true, \"outcome\": {\"type\": \"boolean\"}", ""},
        {"a fact again", "dorp/facts/f.json", "", R"({"facts": [{"id": "schuld", "type": "boolean"}]})", ""},
        {"a fact with a decision's name", "dorp/facts/f.json", "", R"({"facts": [{"id": "gevaar.nu", "type": "boolean"}]})", ""},
        {"a list that is not extensible", "dorp/codes/partners.json", "\"partners\"", "\"sectoren\"", ""},
        {"a list that is not there", "dorp/codes/partners.json", "\"partners\"", "\"partner\"", ""},
        {"a value again", "dorp/codes/partners.json", "\"zorgloket\"", "\"riec\"", ""},
        {"an owner again", "rijk/routes/r.json", "", R"({"route": "meldroute-intern", "steps": {"weging": {"owner": "weger"}}})", ""},
        {"a term again", "rijk/terms.json", "", R"({"terms": {"antwoord": {"length": {"weeks": 1}, "from": "zaak.begonnen"}}})", ""},
        {"a role twice", "dorp/roles.json", "[", "[{\"id\": \"weger\", \"label\": \"een ander\"}, ", ""},
    });
}

TEST_CASE("bytes that are no bundle are refused", "[rulebook][faults][bundle]") {
    CHECK_THROWS_WITH(Rulebook::from_bundle("{\"bundle\": 2}"), "");
    CHECK_THROWS_WITH(Rulebook::from_bundle("{"), "");
}
