# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2

import json

import pytest
from meldroute import RULES, Damaged, Rulebook, RulebookError, Usage

OFFICER = "aandachtsfunctionaris-mensenhandel"
FACTS = {"slachtoffer.leeftijd": 16, "aanwijzingen": {"seen": ["geen-eigen-papieren"]}}
KEY = bytes(range(32))


@pytest.fixture(scope="module")
def example() -> Rulebook:
    return Rulebook.load(RULES / "ijsselstreek")


def test_reasons_are_sentences_and_data(example: Rulebook) -> None:
    why = example.why("weging.klasse", FACTS, role=OFFICER)
    assert str(why).startswith("Hoe zwaar weegt het signaal? hoog.\n")
    assert "16" in str(why)
    data = json.loads(json.dumps(why.to_dict()))
    assert data["decision"] == "weging.klasse"
    assert any(row["state"] == "hit" for row in data["rows"])
    assert repr(why) == "Reasons(decision='weging.klasse')"
    assert why != example.why("weging.klasse", FACTS, "en", OFFICER)


def test_without_a_role_personal_data_are_known_or_unknown_only(example: Rulebook) -> None:
    child, adult = (
        example.why("slachtoffer.minderjarig", {"slachtoffer.leeftijd": age}) for age in (16, 40)
    )
    assert str(child).splitlines()[1:] == str(adult).splitlines()[1:]
    with pytest.raises(RulebookError, match="M1508"):
        example.why("weging.klasse", FACTS, role="aandachtsfunctionaris")


def test_a_notebook_shows_reasons_with_nothing_that_could_be_run(example: Rulebook) -> None:
    html = example.why("weging.klasse", FACTS, role=OFFICER)._repr_html_()
    assert html.startswith("<p>Hoe zwaar weegt het signaal? hoog.</p><ul><li>")
    assert "«" in html


def test_the_least_change_is_told(example: Rulebook) -> None:
    found = example.least_change(
        "slachtoffer.minderjarig", {"slachtoffer.leeftijd": 16}, role=OFFICER
    )
    assert "18 was in plaats van 16" in str(found)
    assert found.to_dict()["found"][0]["changes"][0]["to"] == 18
    assert found.data["complete"]
    wanted = example.least_change(
        "slachtoffer.minderjarig", {"slachtoffer.leeftijd": 16}, "nee", role=OFFICER
    )
    assert wanted.data["found"] == found.data["found"]
    # Whether it is low hangs on what nobody looked at: no change of what is known settles that.
    low = example.least_change("weging.klasse", FACTS, "laag", role=OFFICER)
    assert low.data["found"] == []
    assert low.data["complete"]
    assert example.least_change("weging.klasse", FACTS).data["withheld"]


def test_a_receipt_gives_the_ruling_again(example: Rulebook) -> None:
    receipt = example.receipt("weging.klasse", FACTS, KEY)
    assert b"papieren" not in receipt
    assert example.reproduce(receipt, FACTS, KEY) == example.decide("weging.klasse", FACTS)
    for facts, key in ((FACTS | {"slachtoffer.leeftijd": 17}, KEY), (FACTS, bytes(32))):
        with pytest.raises(Damaged, match="M1543"):
            example.reproduce(receipt, facts, key)
    with pytest.raises(Damaged, match="M1541"):
        example.reproduce(receipt[1:], FACTS, KEY)
    with pytest.raises(Usage):
        example.receipt("weging.klasse", FACTS, "sleutel")  # type: ignore[arg-type]
