// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What is said of a decision that is open: all that can still come, also nothing and contradiction.

#include "catch.hpp"
#include "rules/support.hpp"

using namespace meldroute;
using Catch::Matchers::StartsWith;

namespace {

const SmallBook& book() {
    static const SmallBook one(R"({"facts": [
        {"id": "leeftijd", "type": "integer", "min": 0, "max": 120, "label": "Leeftijd"},
        {"id": "bouw", "type": "boolean", "label": "Bouw"}],
      "decisions": [
        {"id": "enige", "take": "only-one", "outcome": {"type": "enum", "values": ["hoog", "laag"]},
         "rows": [{"id": "jong", "when": {"leeftijd": "< 18"}, "then": "laag"},
                  {"id": "bouw", "when": {"bouw": true}, "then": "hoog"}], "else": "laag"},
        {"id": "soms", "take": "first", "outcome": {"type": "enum", "values": ["hoog", "laag"]},
         "rows": [{"id": "jong", "when": {"leeftijd": "< 18"}, "then": "laag"}]},
        {"id": "getal", "take": "min", "outcome": {"type": "integer", "min": 0, "max": 9},
         "rows": [{"id": "jong", "when": {"leeftijd": "< 18"}, "then": 3},
                  {"id": "kind", "when": {"leeftijd": "< 12"}, "then": 1}]}]})");
    return one;
}

} // namespace

TEST_CASE("while rows may still contradict each other, an open decision says so", "[rules]") {
    CHECK_THAT(book().why("enige", {{"bouw", true}}),
               StartsWith("enige: nog niet te zeggen (hoog of rijen die elkaar tegenspreken)."));
    CHECK_THAT(book().why("enige", {{"bouw", true}}, Lang::en),
               StartsWith("enige: cannot be said yet (hoog or rows that contradict each other)."));
}

TEST_CASE("while no row may hold, an open decision says so", "[rules]") {
    CHECK_THAT(book().why("soms", Json::object()),
               StartsWith("soms: nog niet te zeggen (laag of geen uitkomst)."));
    CHECK_THAT(book().why("getal", Json::object()),
               StartsWith("getal: nog niet te zeggen (1 tot en met 3 of geen uitkomst)."));
}
