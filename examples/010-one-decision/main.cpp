// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// What do the rules say of what is known, why, and what should be asked next?

#include <meldroute/meldroute.hpp>

#include <iostream>

using namespace meldroute;

int main() {
    const auto book = Rulebook::load(RULES "/ijsselstreek");
    const Decisions& decisions = book->decisions();

    Situation known(book->vocabulary());
    known.tell(JsonNode::parse(R"({
        "onderwerp": ["persoon"],
        "aanwijzingen": {"seen": ["geen-eigen-papieren"]}
    })",
                               "report"));

    // Not looked at is not the same as not seen: this is not decided yet.
    const Ruling open = decisions.rule("weging.klasse", known);
    for (const auto& next : decisions.ask(open, known, Lang::nl))
        std::cout << "vraag aan " << next.who << ": " << next.words << '\n';

    known.tell(JsonNode::parse(R"({"slachtoffer.leeftijd": 16})", "answer"));
    const Ruling ruling = decisions.rule("weging.klasse", known);
    const auto& sees = book->role("aandachtsfunctionaris-mensenhandel").sees;
    std::cout << '\n' << decisions.reasons(ruling, known, {Lang::nl, sees}).text() << '\n';

    // Who may see no personal data reads what came out, and that they counted.
    std::cout << decisions.why(ruling, known, Lang::nl) << '\n';
}
