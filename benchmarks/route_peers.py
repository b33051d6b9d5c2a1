# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Times SpiffWorkflow, python-statemachine and meldroute from Python, in turns, on one story: a
report on the internal route from the desk to closing, eight messages in all.

What they do differs, and each is taken in its cheapest form. The peers keep where a case stands, in
memory; their guards read a truth that is told ready-made. python-statemachine is also timed with a
log of its own, written by hand: JSON, HMAC and SHA-256 of each message. meldroute merges and checks
facts, decides by the rulebook what the guards and the conditions of duties ask, checks who decides
and with what reason, derives duties with their dates, and commits a chained entry to a register in
memory.

Usage: route_peers.py RULEBOOK
"""

import hashlib
import hmac
import json
import sys
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from meldroute import Actor, Desk, Rulebook
from peers import rounds, show
from SpiffWorkflow.operators import Attrib, Equal
from SpiffWorkflow.specs import ExclusiveChoice, Join, Simple, WorkflowSpec
from SpiffWorkflow.util.task import TaskState
from SpiffWorkflow.workflow import Workflow
from statemachine import State, StateChart

Facts = dict[str, Any]
REPORT: Facts = {
    "melding.kanaal": "collega",
    "melding.afdeling": "burgerzaken",
    "onderwerp": ["persoon"],
    "gevaar.acuut": False,
    "vorm": ["arbeid"],
    "slachtoffer.lijkt-minderjarig": False,
    "aanwijzingen": ["begeleider-praat", "geen-eigen-papieren"],
}
# Most indications were not asked: each weighing then also finds out which could still matter.
OPEN_REPORT = REPORT | {"aanwijzingen": {"seen": ["begeleider-praat", "geen-eigen-papieren"]}}
BY = Actor("a.jansen", "aandachtsfunctionaris-mensenhandel")
AT = datetime(2026, 6, 2, 10, 20, tzinfo=ZoneInfo("Europe/Amsterdam"))
BECAUSE = "Samen besproken."
KEPT: Facts = {"besluit.bestemming": []}
# The event, what is told with it, and where the track of progress then stands.
STORY: list[tuple[str, Facts, str]] = [
    ("besproken", {}, "verrijking"),
    ("verrijkt", {}, "weging"),
    ("gewogen", KEPT, "bewaard"),
    ("aangevuld", {}, "weging"),
    ("gewogen", KEPT, "bewaard"),
    ("teruggekoppeld", {}, "bewaard"),
    ("sluiten", {}, "afgesloten"),
]


# ── meldroute ───────────────────────────────────────────────────────────────────────────────────


class OwnRoute:
    """One desk for all; each story is a case of its own."""

    def __init__(self, folder: str) -> None:
        self.desk = Desk(":memory:", Rulebook.load(folder))

    def run(self, report: Facts = REPORT) -> list[str]:
        case = self.desk.report(report, by=BY, at=AT)
        places = []
        for event, facts, _ in STORY:
            case.tell(event, facts, by=BY, at=AT, because=BECAUSE)
            places.append(case.here[0])
        return places


# ── python-statemachine ─────────────────────────────────────────────────────────────────────────


class InternalRoute(StateChart):
    """The same states, in three parallel regions; guards read attributes."""

    allow_event_without_transition = False
    catch_errors_as_events = False

    enriches = True
    hands_over = False
    refers = False
    in_danger = False
    closes_unanswered = False

    class Running(State.Parallel):
        class Progress(State.Compound):
            vastgelegd = State(initial=True)
            verrijking = State()
            weging = State()
            gemeld = State()
            verwezen = State()
            bewaard = State()
            overgenomen = State()
            afgesloten = State()
            besproken = vastgelegd.to(verrijking, cond="enriches") | vastgelegd.to(weging)
            verrijkt = verrijking.to(weging)
            gewogen = (
                weging.to(gemeld, cond="hands_over")
                | weging.to(verwezen, cond="refers")
                | weging.to(bewaard)
            )
            aangevuld = bewaard.to(weging) | overgenomen.to(weging)
            overdracht_bevestigd = gemeld.to(overgenomen) | verwezen.to(overgenomen)
            overdracht_geweigerd = gemeld.to(weging) | verwezen.to(weging)
            sluiten = bewaard.to(afgesloten, cond="answered or closes_unanswered") | overgenomen.to(
                afgesloten, cond="answered or closes_unanswered"
            )
            heropend = afgesloten.to(weging)

        class Answer(State.Compound):
            nog_te_antwoorden = State(initial=True)
            beantwoord = State()
            teruggekoppeld = nog_te_antwoorden.to(beantwoord)

        class Danger(State.Compound):
            geen_acuut_gevaar = State(initial=True)
            acuut = State()
            gevaar_gezien = geen_acuut_gevaar.to(acuut)
            gevaar_geweken = acuut.to(geen_acuut_gevaar)

    def answered(self) -> bool:
        return "beantwoord" in self.configuration_values


PROGRESS = {state for _, _, state in STORY}


def run_statemachine() -> list[str]:
    machine = InternalRoute()
    places = []
    for event, _, _ in STORY:
        machine.send(event)
        places.append(next(one for one in machine.configuration_values if one in PROGRESS))
    return places


def run_statemachine_with_log() -> list[str]:
    """Each message as JSON, committed and chained, into a list."""
    machine = InternalRoute()
    log: list[tuple[bytes, bytes]] = []
    previous = b""
    places = []
    for event, facts, _ in [("melding", REPORT, ""), *STORY]:
        if event != "melding":
            machine.send(event)
            places.append(next(one for one in machine.configuration_values if one in PROGRESS))
        entry = {
            "event": event,
            "facts": facts,
            "person": BY.person,
            "role": BY.role,
            "at": AT.isoformat(),
            "because": BECAUSE,
            "here": list(machine.configuration_values),
        }
        body = json.dumps(entry, sort_keys=True, separators=(",", ":")).encode()
        commitment = hmac.digest(previous or b"begin", body, "sha256")
        previous = hashlib.sha256(previous + commitment).digest()
        log.append((body, previous))
    return places


# ── SpiffWorkflow ───────────────────────────────────────────────────────────────────────────────


def spiff_workflow() -> WorkflowSpec:
    """The story as tasks that a person does, in its lean form without BPMN. Its tasks do not go
    back: what was supplemented is weighed in a task of its own."""
    spec = WorkflowSpec(name="meldroute-intern", addstart=True)

    def task(name: str) -> Simple:
        return Simple(spec, name, manual=True)

    closing = Join(spec, "antwoord-en-voortgang")
    besproken, verrijkt, gewogen = task("besproken"), task("verrijkt"), task("gewogen")
    spec.start.connect(besproken)
    enriches = ExclusiveChoice(spec, "verrijken?")
    besproken.connect(enriches)
    enriches.connect_if(Equal(Attrib("enriches"), True), verrijkt)
    enriches.connect(gewogen)
    verrijkt.connect(gewogen)
    weigh = gewogen
    for again in ("", " opnieuw"):
        choice = ExclusiveChoice(spec, "overdragen?" + again)
        weigh.connect(choice)
        handed = task("overdracht-bevestigd" + again)
        choice.connect_if(Equal(Attrib("hands_over"), True), handed)
        if again:
            choice.connect(closing)
        else:
            supplemented, weigh = task("aangevuld"), task("gewogen opnieuw")
            choice.connect(supplemented)
            supplemented.connect(weigh)
    answered = task("teruggekoppeld")
    spec.start.connect(answered)
    answered.connect(closing)
    closing.connect(task("sluiten"))
    return spec


SPIFF_STORY = ["besproken", "verrijkt", "gewogen", "aangevuld", "gewogen opnieuw"]
SPIFF_STORY += ["teruggekoppeld", "sluiten"]


def run_spiff(spec: WorkflowSpec) -> bool:
    workflow = Workflow(spec)
    workflow.run_all(halt_on_manual=True)
    for name in SPIFF_STORY:
        task = workflow.get_next_task(spec_name=name, state=TaskState.READY)
        task.set_data(enriches=True, hands_over=False)
        task.run()
        workflow.run_all(halt_on_manual=True)
    return workflow.is_completed()


# ── In turns ────────────────────────────────────────────────────────────────────────────────────


def main(folder: str) -> None:
    own = OwnRoute(folder)
    spec = spiff_workflow()
    places = [place for _, _, place in STORY]
    runs = [own.run(), own.run(OPEN_REPORT), run_statemachine(), run_statemachine_with_log()]
    if any(run != places for run in runs):
        raise SystemExit("another place")
    if not run_spiff(spec):
        raise SystemExit("SpiffWorkflow did not come to its end")
    variants = {
        "meldroute": own.run,
        "meldroute, most indications unknown": lambda: own.run(OPEN_REPORT),
        "python-statemachine": run_statemachine,
        "python-statemachine, a log by hand": run_statemachine_with_log,
        "SpiffWorkflow": lambda: run_spiff(spec),
    }
    show(f"A report and {len(STORY)} events on the internal route", rounds(variants))


if __name__ == "__main__":
    main(sys.argv[1])
