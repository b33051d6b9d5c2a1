# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""A case system in Python takes a report from the registration desk to the first hand-over."""

from datetime import datetime
from zoneinfo import ZoneInfo

from meldroute import RULES, Actor, Case, Conflict, Desk, Refused, Rulebook

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
CLERK = Actor("b.bakker", "burgerzaken")
OFFICER = Actor("a.jansen", "aandachtsfunctionaris-mensenhandel")


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 6, day, hour, tzinfo=AMSTERDAM)


def show(what: str, case: Case) -> None:
    print(f"\n{what}")
    print("  staat bij: ", ", ".join(case.here))
    for owner in case.owners:
        print(f"  van wie:    {owner.step}: {owner.role}")
    for question in case.questions[:1]:
        print(f"  vraag nu:   {question.words} (aan: {question.who})")
    for duty in case.duties:
        day = duty.due.date if duty.due and duty.due.date else "geen datum"
        print(f"  te doen:    {duty.role}: {duty.label} [{day}]")


def main() -> None:
    book = Rulebook.load(RULES / "ijsselstreek")
    desk = Desk("meldingen.db", book)

    # Your own case number is the key: sending the report twice gives the same case.
    report = {
        "melding.kanaal": "collega",
        "melding.afdeling": "burgerzaken",
        "onderwerp": ["persoon"],
        "gevaar.acuut": False,
        "vorm": ["arbeid"],
        "slachtoffer.lijkt-minderjarig": False,
        "aanwijzingen": {"seen": ["begeleider-praat", "geen-eigen-papieren"]},
    }
    case = desk.report(report, by=CLERK, at=at(2, 10), key="ZAAK-2026-0117")
    assert desk.report(report, by=CLERK, at=at(2, 10), key="ZAAK-2026-0117").id == case.id
    show("Gemeld aan de balie", case)

    # A colleague, in another program, writes to the same case; who comes second reads again.
    Desk("meldingen.db", book).open("ZAAK-2026-0117").note(
        {"aanwijzingen": {"seen": ["kent-eigen-adres-niet"]}}, by=CLERK, at=at(2, 11)
    )
    try:
        case.tell("besproken", by=OFFICER, at=at(2, 14))
    except Conflict:
        case.refresh()
        case.tell("besproken", by=OFFICER, at=at(2, 14))
    if "verrijking" in case.here:
        case.tell("verrijkt", by=OFFICER, at=at(3, 9))
    show("Besproken, en de bronnen bekeken", case)

    advice = case.rule("weging.bestemming")
    print("\nAdvies van de regels:", ", ".join(advice.outcome))
    print("  omdat:     ", ", ".join(row.row for row in advice.rows if row.state == "hit"))

    # The rulebook advises; a named person decides, with a reason.
    decided = {"besluit.bestemming": ["nederlandse-arbeidsinspectie", "politie-avim"]}
    try:
        case.tell("gewogen", decided, by=OFFICER, at=at(4, 9))
    except Refused as refused:
        print("\nGeweigerd:", refused.code)
    case.tell(
        "gewogen",
        decided,
        by=OFFICER,
        at=at(4, 9),
        because="Een ander houdt het paspoort; de inspectie en de politie kijken samen.",
    )
    show("Gewogen en overgedragen", case)

    # Tomorrow another process opens the file, and the case is where it was.
    again = Desk("meldingen.db", book)
    assert again.open("ZAAK-2026-0117").here == case.here
    verified = again.verify()
    print(f"\nNagekeken: {verified.cases} zaak, {verified.entries} aantekeningen, niets veranderd.")


if __name__ == "__main__":
    main()
