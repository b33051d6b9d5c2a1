# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""A Saturday night and the Monday after it: who is on call, who stands in, who is borrowed."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from meldroute import RULES, Actor, Appointment, Case, Desk, Refused, Rulebook

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
OFFICER = "aandachtsfunctionaris-mensenhandel"
CLERK = Actor("p.visser", "griffier")


def at(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 8, day, hour, minute, tzinfo=AMSTERDAM)


def make_roster(desk: Desk) -> None:
    """What a municipality keeps in a spreadsheet; `meldroute people --add` takes that in."""
    said = at(20, 9)
    desk.appoint(OFFICER, "m.devries", since=date(2024, 1, 1), by=CLERK, at=said)
    desk.appoint(
        OFFICER, "p.dejong", kind="on-call", since=at(28, 17), until=at(31, 8), by=CLERK, at=said
    )
    leave = (date(2026, 8, 31), date(2026, 9, 11))  # both days included
    desk.appoint(
        OFFICER, "l.jansen", kind="stand-in", since=leave[0], until=leave[1], by=CLERK, at=said
    )
    desk.appoint(
        "zorgcoordinator",
        "k.smit",
        lender="gemeente Lochem",
        since=date(2026, 8, 1),
        until=date(2026, 10, 31),
        by=CLERK,
        at=said,
    )


def words(one: Appointment) -> str:
    until = one.until.astimezone(AMSTERDAM) if one.until else None
    return (
        f"{one.role}, {one.kind}: {one.person}"
        + (f" tot {until:%d-%m-%Y %H.%M}" if until else "")
        + (f", geleend van {one.lender}" if one.lender else "")
    )


def show(what: str, desk: Desk, case: Case, moment: datetime) -> None:
    print(f"\n{what}, {moment:%d-%m-%Y %H.%M}")
    for owner in case.owners_at(moment):
        print(f"  {owner.step}: {owner.role}: {', '.join(owner.persons) or 'niemand'}")
    for role in desk.people(at=moment):
        for one in role.on_call + role.stand_ins + role.holders:
            print(f"    {words(one)}")
    # Work waits for these roles, and nobody is there: nobody owns nothing, so it is said.
    print("  niemand voor:", ", ".join(desk.unfilled(at=moment)) or "geen rol")


def main() -> None:
    desk = Desk("meldingen.db", Rulebook.load(RULES / "ijsselstreek"))
    make_roster(desk)

    # 02.10: the shelter calls. 112 first; whoever is on call has the report.
    night = Actor("p.dejong", OFFICER)
    facts = {"melding.kanaal": "zorginstelling", "onderwerp": ["persoon"], "gevaar.acuut": True}
    case = desk.report(
        facts, by=night, at=at(29, 2, 10), key="ZAAK-2026-0188", route="meldroute-extern"
    )
    print("nu doen:", ", ".join(str(alert.label) for alert in case.alerts))
    show("Zaterdagnacht", desk, case, at(29, 2, 10))

    told = {"gevaar.acuut": False, "melding.soort": "om-te-melden"}
    case.tell("gevaar-geweken", told, by=night, at=at(29, 5))
    monday = Actor("l.jansen", OFFICER)
    case.tell("als-melding-opgenomen", by=monday, at=at(31, 9))
    case.tell("besproken", by=monday, at=at(31, 9, 20))
    case.tell("verrijkt", by=monday, at=at(31, 9, 25))
    show("Maandag", desk, case, at(31, 9, 30))

    # The night is over: who was on call does not decide any more, who stands in does.
    decided = {"besluit.bestemming": ["politie-avim"]}
    because = "Zij zat opgesloten. Alleen de politie kan bedenktijd aanbieden."
    try:
        case.tell("gewogen", decided, by=night, at=at(31, 9, 30), because=because)
    except Refused as refused:
        print("\ngeweigerd:", refused.code)
    case.tell("gewogen", decided, by=monday, at=at(31, 9, 30), because=because)
    show("Gewogen", desk, case, at(31, 9, 30))

    # Who filled the role that night, and who said so: also years later.
    then = next(role for role in desk.people(at=at(29, 2, 10)) if role.role == OFFICER)
    for one in then.acting:
        print(f"\n{one.person}, gezegd door {one.by.person} op {one.recorded:%d-%m-%Y}")


if __name__ == "__main__":
    main()
