// SPDX-FileCopyrightText: 2026 the meldroute authors
// SPDX-License-Identifier: EUPL-1.2
//
// A report from the registration desk becomes a case: who has it, what to do, what a person decides.

#include <meldroute/meldroute.hpp>

#include <nlohmann/json.hpp>

#include <iostream>

using namespace meldroute;

const Actor clerk{"b.bakker", "burgerzaken"};
const Actor officer{"a.jansen", "aandachtsfunctionaris-mensenhandel"};

Telling telling(const Actor& by, const char* at, Json facts = nullptr, const char* because = "") {
    return {std::move(facts), by, Moment::parse(at), because, ""};
}

void show(const char* what, const Case& signal) {
    std::cout << what << '\n';
    for (const OwnerView& owner : signal.owners())
        std::cout << "  " << owner.step << ": " << owner.role << '\n';
}

int main() {
    Desk desk(":memory:", Rulebook::load(RULES "/ijsselstreek"));

    Case signal = desk.report(telling(clerk, "2026-06-02T10:20:00+02:00",
                                      {{"melding.kanaal", "collega"},
                                       {"onderwerp", {"persoon"}},
                                       {"gevaar.acuut", false},
                                       {"vorm", {"arbeid"}},
                                       {"aanwijzingen", {{"seen", {"begeleider-praat"}}}}}));
    show("gemeld", signal);

    signal.tell("besproken", telling(officer, "2026-06-02T14:00:00+02:00"));
    signal.tell("verrijkt", telling(officer, "2026-06-03T15:00:00+02:00"));
    show("besproken en verrijkt", signal);

    // Only the person in the role that decides may decide, and nothing happens without a reason.
    const Json bound_for{{"besluit.bestemming", {"nederlandse-arbeidsinspectie"}}};
    try {
        signal.tell("gewogen", telling(clerk, "2026-06-04T09:00:00+02:00", bound_for));
    } catch (const Refused& refused) {
        std::cout << "geweigerd: " << refused.code() << '\n';
    }
    signal.tell("gewogen", telling(officer, "2026-06-04T10:00:00+02:00", bound_for,
                                   "Het gaat om werk; de inspectie kan hem ook alleen spreken."));
    show("gewogen", signal);

    std::cout << "te doen\n";
    for (const DutyView& duty : signal.duties(Moment::parse("2026-06-04T10:00:00+02:00")))
        std::cout << "  " << duty.step << "." << duty.id << ": " << duty.role << '\n';
}
