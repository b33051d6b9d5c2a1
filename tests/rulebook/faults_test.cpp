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
    for (auto at = said.find(root); at != said.npos; at = said.find(root))
        said.erase(at, root.size());
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

const std::string weighing = "dorp/decisions/weging.json",
                  route = "dorp/routes/meldroute-intern.json";

} // namespace

TEST_CASE("the sound rulebook loads", "[rulebook][faults]") {
    CHECK(message_of(Shelf()) == "nothing was refused");
}

TEST_CASE("a file that cannot be read is named, with the place in it", "[rulebook][faults]") {
    check_all({
        {"missing", "dorp/rulebook.json", "", "",
         "M1003 \"dorp/rulebook.json\" is not there, or cannot be read"},
        {"broken", weighing, "]}", "]",
         "M1001 dorp/decisions/weging.json:6:3: from here on this is not JSON (something is "
         "missing, something is too much, or the text stops too early)"},
        {"duplicate key", weighing, "\"id\": \"weging.score\"",
         "\"id\": \"x\", \"id\": \"weging.score\"",
         "M1002 dorp/decisions/weging.json:2:15: the key \"id\" stands here twice (keep one of the "
         "two)"},
        {"unknown key", weighing, "\"take\"", "\"taek\"",
         "M1010 dorp/decisions/weging.json:2:34 /decisions/0/taek: \"taek\" is not a key here (did "
         "you mean \"take\"?)"},
        {"unknown key in the identity", "dorp/rulebook.json", "\"valid\"", "\"vaild\"",
         "M1010 dorp/rulebook.json:1:67 /vaild: \"vaild\" is not a key here (did you mean "
         "\"valid\"?)"},
        {"unknown file", "dorp/terns.json", "", "{}",
         "M1516 dorp/terns.json: \"terns\" is not a part of a rulebook (did you mean \"terms\"?)"},
        {"unknown folder", "dorp/decision/weging.json", "", "{}",
         "M1516 dorp/decision: \"decision\" is not a part of a rulebook (did you mean "
         "\"decisions\"?)"},
        {"what a file holds", "dorp/roles.json", "\"roles\"", "\"rolls\"",
         "M1010 dorp/roles.json:1:11 /rolls: \"rolls\" is not a key here (did you mean "
         "\"roles\"?)"},
        {"ends before it begins", "dorp/rulebook.json", "2026-12-31", "2025-12-31",
         "M1518 dorp/rulebook.json:1:99 /valid/until: this rulebook is valid until a day before it "
         "begins"},
    });
}

TEST_CASE("a rule that cannot be read is shown where it stands", "[rulebook][faults]") {
    check_all({
        {"unknown fact in a cell", weighing, "slachtoffer.leeftijd", "slachtofer.leeftijd",
         "M1202 dorp/decisions/weging.json:3:52 /decisions/0/rows/0/when/slachtofer.leeftijd: "
         "\"slachtofer.leeftijd\" is neither a fact nor a decision (did you mean "
         "\"slachtoffer.leeftijd\"?)"},
        {"unreadable cell", weighing, "< 18", "< achttien",
         "M1008 dorp/decisions/weging.json:3:53 /decisions/0/rows/0/when/slachtoffer.leeftijd: "
         "this is not a number with at most 9 decimals"},
        {"wrong type in a cell", weighing, "\"< 18\"", "true",
         "M1012 dorp/decisions/weging.json:3:53 /decisions/0/rows/0/when/slachtoffer.leeftijd: "
         "something like 0, 1, 2.5 … is expected here"},
        {"outcome that is not one", weighing, "\"then\": \"hoog\"", "\"then\": \"hoogg\"",
         "M1208 dorp/decisions/weging.json:6:128 /decisions/1/rows/0/then: this is not an outcome "
         "of \"weging.klasse\" (did you mean \"hoog\"?)"},
        {"a number that is a text", weighing, "\"then\": 1", "\"then\": \"veel\"",
         "M1208 dorp/decisions/weging.json:4:57 /decisions/0/rows/1/then: this is not an outcome "
         "of \"weging.score\""},
        {"cycle", weighing, "\"schuld\": 2.5", "\"weging.klasse\": \"hoog\"",
         "M1204 dorp/decisions/weging.json:6:3 /decisions/1: these decisions need each other: "
         "weging.klasse → weging.score → weging.klasse"},
        {"unknown code list", "rijk/facts/signaal.json", "codes/sectoren", "codes/sectorn",
         "M1106 rijk/facts/signaal.json:4:54 /facts/2/values: the code list \"codes/sectorn\" is "
         "not there (did you mean \"codes/sectoren\"?)"},
        {"unknown partner", "dorp/partners.json", "\"zorgloket\"", "\"zorglokaal\"",
         "M1511 dorp/partners.json:1:22 /partners/0/id: \"zorglokaal\" is not a value of "
         "codes/partners (did you mean \"zorgloket\"?)"},
        {"unknown calendar", "dorp/terms.json", "\"werkdagen\"", "\"werkdage\"",
         "M1402 dorp/terms.json:1:96 /terms/antwoord/calendar: there is no calendar \"werkdage\" "
         "(did you mean \"werkdagen\"?)"},
        {"unknown event of a term", "dorp/terms.json", "meldroute-intern.gewogen",
         "meldroute-intern.gewoggen",
         "M1510 dorp/terms.json:1:56 /terms/antwoord/from: \"gewoggen\" is not an event of "
         "meldroute-intern (did you mean \"gewogen\"?)"},
        {"alert on what is no yes or no", "dorp/alerts.json", "gevaar.nu", "weging.klasse",
         "M1514 dorp/alerts.json:1:42 /alerts/0/decision: \"weging.klasse\" must be a decision "
         "that says yes or no (give it {\"type\": \"boolean\"} as its outcome)"},
        {"a filled decision without a body", weighing,
         "\"take\": \"first\", \"rows\": [{\"id\": \"zwaar\", \"when\": {\"weging.score\": \">= "
         "2.5\"}, \"then\": \"hoog\"}], \"else\": \"laag\"",
         "\"label\": \"Hoe zwaar?\"",
         "M1213 dorp/decisions/weging.json:6:3 /decisions/1: the decision \"weging.klasse\" has no "
         "rows and no value (give it \"rows\" or \"value\", or mark it \"open\": true for a lower "
         "layer)"},
    });
}

TEST_CASE("a word on a route that the route does not have is refused", "[rulebook][faults]") {
    check_all({
        {"unknown route", route, "\"route\": \"meldroute-intern\"",
         "\"route\": \"meldroute-inter\"",
         "M1307 dorp/routes/meldroute-intern.json:1:11 /route: \"meldroute-inter\" is not a route "
         "(did you mean \"meldroute-intern\"?)"},
        {"unknown step", route, "\"weging\": {", "\"wegin\": {",
         "M1509 dorp/routes/meldroute-intern.json:2:12 /steps/wegin: \"wegin\" is not a step of "
         "meldroute-intern (did you mean \"weging\"?)"},
        {"unknown role", route, "\"owner\": \"weger\"", "\"owner\": \"wegger\"",
         "M1508 dorp/routes/meldroute-intern.json:2:23 /steps/weging/owner: \"wegger\" is not a "
         "role (did you mean \"weger\"?)"},
        {"unknown fact to ask", route, "\"asks\": [\"gevaar.acuut\"]",
         "\"asks\": [\"gevaar.acut\"]",
         "M1101 dorp/routes/meldroute-intern.json:2:60 /steps/weging/asks/0: the fact "
         "\"gevaar.acut\" is not declared (did you mean \"gevaar.acuut\"?)"},
        {"unknown advice", route, "\"advice\": \"weging.klasse\"", "\"advice\": \"weging.klase\"",
         "M1201 dorp/routes/meldroute-intern.json:3:57 /steps/weging/decides/advice: the decision "
         "\"weging.klase\" is not there (did you mean \"weging.klasse\"?)"},
        {"unknown term", route, "\"term\": \"antwoord\"", "\"term\": \"antword\"",
         "M1512 dorp/routes/meldroute-intern.json:6:66 /steps/gemeld/duties/0/term: there is no "
         "term \"antword\" (did you mean \"antwoord\"?)"},
        {"unknown event", route, "\"done\": \"teruggekoppeld\"", "\"done\": \"terugkoppeld\"",
         "M1510 dorp/routes/meldroute-intern.json:6:125 /steps/gemeld/duties/0/done: "
         "\"terugkoppeld\" is not an event of meldroute-intern (did you mean \"teruggekoppeld\"?)"},
        {"unknown route to start", route, "\"stappenplan\"", "\"stapenplan\"",
         "M1307 dorp/routes/meldroute-intern.json:8:16 /steps/gemeld/starts/0: \"stapenplan\" is "
         "not a route (did you mean \"stappenplan\"?)"},
        {"unreadable condition of a duty", route, "\"melding.kanaal\": \"collega\"",
         "\"melding.kanaal\": \"colega\"",
         "M1013 dorp/routes/meldroute-intern.json:6:105 "
         "/steps/gemeld/duties/0/when/melding.kanaal: \"colega\" is not one of the values here "
         "(did you mean \"collega\"?)"},
        {"unknown fact in a condition", route, "{\"melding.kanaal\"", "{\"melding.kanal\"",
         "M1202 dorp/routes/meldroute-intern.json:6:104 /steps/gemeld/duties/0/when/melding.kanal: "
         "\"melding.kanal\" is neither a fact nor a decision (did you mean \"melding.kanaal\"?)"},
        {"gates where there are none", route, "\"label\": \"Gemeld\"",
         "\"label\": \"Gemeld\", \"gates\": [\"een\"]",
         "M1515 dorp/routes/meldroute-intern.json:5:60 /steps/gemeld/gates: the step \"gemeld\" of "
         "meldroute-intern has no gates"},
        {"a duty twice", route, "\"duties\": [",
         "\"duties\": [{\"id\": \"antwoorden\", \"label\": \"Nog eens\"}, ",
         "M1507 dorp/routes/meldroute-intern.json:6:66 /steps/gemeld/duties/1/id: "
         "\"meldroute-intern.gemeld.antwoorden\" is declared twice (the first stands in "
         "dorp/routes/meldroute-intern.json:6:23)"},
        {"a guard that is not there", "rijk/decisions/bewaking.json", "intern.overdragen",
         "intern.doorgeven",
         "M1513 dorp/routes/meldroute-intern.json:1:1: meldroute-intern asks "
         "\"intern.overdragen\", and there is no such decision (declare it, with the outcome "
         "boolean)"},
        {"a guard that is no yes or no", "rijk/decisions/bewaking.json",
         "{\"id\": \"gevaar.nu\", \"take\": \"first\", \"outcome\": {\"type\": \"boolean\"}, "
         "\"rows\": [{\"id\": \"acuut\", \"when\": {\"gevaar.acuut\": true}, \"then\": true}], "
         "\"else\": false}",
         "{\"id\": \"gevaar.nu\", \"take\": \"first\", \"outcome\": {\"type\": \"integer\"}, "
         "\"rows\": [{\"id\": \"acuut\", \"when\": {\"gevaar.acuut\": true}, \"then\": 1}], "
         "\"else\": 0}",
         "M1514 rijk/decisions/bewaking.json:2:51 /decisions/0/outcome: \"gevaar.nu\" must be a "
         "decision that says yes or no (give it {\"type\": \"boolean\"} as its outcome)"},
    });
}

TEST_CASE("a lower layer changes nothing that is set above it", "[rulebook][faults][layers]") {
    check_all({
        {"a layer that is not there", "dorp/rulebook.json", "\"rijk\"", "\"rik\"",
         "M1501 dorp/rulebook.json:1:132 /extends/id: the layer \"rik\" is not there (it is a "
         "folder with a rulebook.json of that id, beside this rulebook or on a shelf)"},
        {"another version", "dorp/rulebook.json", "\"version\": \"1\"", "\"version\": \"2\"",
         "M1502 dorp/rulebook.json:1:151 /extends/version: this stands on rijk 2, and what is "
         "there is rijk 1 (read what changed, then write the version that is there)"},
        {"layers in a circle", "rijk/rulebook.json", "\"vastgesteld\"",
         "\"vastgesteld\", \"extends\": {\"id\": \"dorp\", \"version\": \"2026.1\"}",
         "M1503 rijk/rulebook.json:1:75 /extends/id: these layers extend each other: dorp → rijk → "
         "dorp"},
        {"a decision again", weighing, "\"id\": \"weging.score\"", "\"id\": \"gevaar.nu\"",
         "M1504 dorp/decisions/weging.json:2:10 /decisions/0/id: \"gevaar.nu\" is set by a layer "
         "above, in rijk/decisions/bewaking.json:2:10 (a lower layer fills what is open (with "
         "\"fills\": true), extends an extensible code list, or adds something new)"},
        {"a fill of what is not open", weighing, "\"id\": \"weging.score\"",
         "\"id\": \"gevaar.nu\", \"fills\": true",
         "M1504 dorp/decisions/weging.json:2:10 /decisions/0/id: \"gevaar.nu\" is set by a layer "
         "above, in rijk/decisions/bewaking.json:2:10 (a lower layer fills what is open (with "
         "\"fills\": true), extends an extensible code list, or adds something new)"},
        {"a fill of nothing", weighing, "\"id\": \"weging.klasse\"", "\"id\": \"weging.klas\"",
         "M1505 dorp/decisions/weging.json:6:10 /decisions/1/id: \"weging.klas\" is not a decision "
         "of a layer above (did you mean \"weging.klasse\"?)"},
        {"an open decision without saying so", weighing, "\"fills\": true", "\"fills\": false",
         "M1504 dorp/decisions/weging.json:6:10 /decisions/1/id: \"weging.klasse\" is set by a "
         "layer above, in rijk/decisions/bewaking.json:6:10 (a lower layer fills what is open "
         "(with \"fills\": true), extends an extensible code list, or adds something new)"},
        {"another outcome", weighing, "\"fills\": true",
         "\"fills\": true, \"outcome\": {\"type\": \"boolean\"}",
         "M1504 dorp/decisions/weging.json:6:53 /decisions/1/outcome: \"weging.klasse\" is set by "
         "a layer above, in rijk/decisions/bewaking.json:6:61 (a lower layer fills what is open "
         "(with \"fills\": true), extends an extensible code list, or adds something new)"},
        {"a fact again", "dorp/facts/f.json", "",
         R"({"facts": [{"id": "schuld", "type": "boolean"}]})",
         "M1504 dorp/facts/f.json:1:19 /facts/0/id: \"schuld\" is set by a layer above, in "
         "rijk/facts/signaal.json:6:10 (a lower layer fills what is open (with \"fills\": true), "
         "extends an extensible code list, or adds something new)"},
        {"a fact with a decision's name", "dorp/facts/f.json", "",
         R"({"facts": [{"id": "gevaar.nu", "type": "boolean"}]})",
         "M1504 dorp/facts/f.json:1:19 /facts/0/id: \"gevaar.nu\" is set by a layer above, in "
         "rijk/decisions/bewaking.json:2:10 (a lower layer fills what is open (with \"fills\": "
         "true), extends an extensible code list, or adds something new)"},
        {"a list that is not extensible", "dorp/codes/partners.json", "\"partners\"",
         "\"sectoren\"",
         "M1506 dorp/codes/partners.json:1:13 /extends: the code list \"sectoren\" is not "
         "extensible, in rijk/codes/sectoren.json:1:8"},
        {"a list that is not there", "dorp/codes/partners.json", "\"partners\"", "\"partner\"",
         "M1106 dorp/codes/partners.json:1:13 /extends: the code list \"partner\" is not there "
         "(did you mean \"partners\"?)"},
        {"a value again", "dorp/codes/partners.json", "\"zorgloket\"", "\"riec\"",
         "M1109 dorp/codes/partners.json:1:36 /values/0: the value \"riec\" stands here twice"},
        {"an owner again", "rijk/routes/r.json", "",
         R"({"route": "meldroute-intern", "steps": {"weging": {"owner": "weger"}}})",
         "M1504 dorp/routes/meldroute-intern.json:2:23 /steps/weging/owner: "
         "\"meldroute-intern.weging.owner\" is set by a layer above, in rijk/routes/r.json:1:61 (a "
         "lower layer fills what is open (with \"fills\": true), extends an extensible code list, "
         "or adds something new)"},
        {"a term again", "rijk/terms.json", "",
         R"({"terms": {"antwoord": {"length": {"weeks": 1}, "from": "zaak.begonnen"}}})",
         "M1504 dorp/terms.json:1:24 /terms/antwoord: \"antwoord\" is set by a layer above, in "
         "rijk/terms.json:1:24 (a lower layer fills what is open (with \"fills\": true), extends "
         "an extensible code list, or adds something new)"},
        {"a role twice", "dorp/roles.json", "[", "[{\"id\": \"weger\", \"label\": \"een ander\"}, ",
         "M1507 dorp/roles.json:1:58 /roles/1/id: \"weger\" is declared twice (the first stands in "
         "dorp/roles.json:1:19)"},
    });
}

TEST_CASE("bytes that are no bundle are refused", "[rulebook][faults][bundle]") {
    CHECK_THROWS_WITH(
        Rulebook::from_bundle("{\"bundle\": 2}"),
        "M1517 bundle:1:1: this is not a bundle of a rulebook that this meldroute can read");
    CHECK_THROWS_WITH(Rulebook::from_bundle("{"),
                      "M1001 bundle:1:2: from here on this is not JSON (something is missing, "
                      "something is too much, or the text stops too early)");
}
