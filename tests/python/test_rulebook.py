# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""A rulebook is loaded, asked and explained."""

import base64
import hashlib
import json
import pickle
from datetime import date
from decimal import Decimal
from pathlib import Path

import meldroute
import pytest
from meldroute import Damaged, Rulebook, RulebookError, Usage
from toetsstad import files, write_rulebook

SECRET = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"
PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"


def pem(what: str, key: str) -> bytes:
    body = base64.b64encode(bytes.fromhex(key)).decode()
    return f"-----BEGIN {what}-----\n{body}\n-----END {what}-----\n".encode()


def test_it_says_what_it_is(book: Rulebook) -> None:
    assert (book.id, book.version, book.status) == ("toetsstad", "2026.1", "concept")
    assert str(book.title) == "Aanpak mensenhandel Toetsstad"
    assert book.title.text("en") == "Approach of Toetsstad"
    assert repr(book) == "<Rulebook toetsstad 2026.1, concept>"


def test_its_digest_is_that_of_its_bundle(book: Rulebook) -> None:
    assert hashlib.sha256(book.bundle).hexdigest() == book.digest
    assert json.loads(book.bundle)


def test_a_bundle_and_a_pickle_are_the_same_rulebook(book: Rulebook) -> None:
    for again in (Rulebook.from_bundle(book.bundle), pickle.loads(pickle.dumps(book))):
        assert again.digest == book.digest
        assert again.decide("weging.klasse", {"leeftijd": 16}).outcome == "hoog"


def test_a_signature_is_of_one_rulebook_and_one_key(book: Rulebook) -> None:
    # RFC 8032, 7.1, test 1, as PEM.
    secret = pem("PRIVATE KEY", "302e020100300506032b657004220420" + SECRET)
    public = pem("PUBLIC KEY", "302a300506032b6570032100" + PUBLIC)
    signature = book.sign(secret)
    assert json.loads(signature)["bundle"] == book.digest
    book.verify(signature, public)
    Rulebook.from_bundle(book.bundle).verify(signature, public)
    with pytest.raises(Damaged, match="M1529"):
        book.verify(signature.replace('"signature":"', '"signature":"00'), public)
    with pytest.raises(Usage, match="M1525"):
        book.verify(signature, secret)


def test_the_day_says_which_version_is_in_force(tmp_path: Path) -> None:
    for version, valid in (("1", {"until": "2025-12-31"}), ("2", {"from": "2026-02-01"})):
        identity = {"id": "dorp", "version": version, "status": "concept", "valid": valid}
        (tmp_path / version).mkdir()
        (tmp_path / version / "rulebook.json").write_text(json.dumps(identity))
    assert Rulebook.load_in_force(tmp_path, "dorp", date(2025, 12, 31)).version == "1"
    assert Rulebook.load_in_force(tmp_path, "dorp", date(2026, 2, 1)).version == "2"
    with pytest.raises(RulebookError, match="nearest: 1"):
        Rulebook.load_in_force(tmp_path, "dorp", date(2026, 1, 1))


def test_a_decision_says_what_came_out_and_why(book: Rulebook) -> None:
    ruling = book.decide("weging.klasse", {"leeftijd": 16})
    assert (ruling.state, ruling.outcome) == ("decided", "hoog")
    assert (ruling.rows[0].row, ruling.rows[0].state) == ("jong", "hit")
    assert ruling.used == ("leeftijd",)
    assert ruling.needed == ()
    assert "16" not in str(book.why("weging.klasse", {"leeftijd": 16}))
    assert book.why("weging.klasse", {}, "nl") != book.why("weging.klasse", {}, "en")


def test_what_is_not_known_is_asked_and_never_a_no(book: Rulebook) -> None:
    ruling = book.decide("weging.klasse", {"leeftijd": 34})
    assert (ruling.state, ruling.outcome) == ("open", None)
    assert set(ruling.possible) == {"hoog", "laag"}
    assert [(needed.fact, needed.items) for needed in ruling.needed] == [("tekens", ("schuld",))]


def test_numbers_are_exact(book: Rulebook) -> None:
    assert book.decide("weging.helft", {"bedrag": 0.3}).outcome == Decimal("0.15")
    assert book.decide("weging.helft", {"bedrag": Decimal("0.3")}).outcome == Decimal("0.15")


def test_an_answer_can_be_kept_as_json(book: Rulebook) -> None:
    ruling = book.decide("weging.helft", {"bedrag": Decimal("0.3")})
    kept = json.loads(json.dumps(ruling.to_dict()))
    assert kept["decision"] == "weging.helft"
    assert kept["outcome"] == "0.15"
    assert kept["rows"] == []


def test_check_says_what_may_still_be_missing(book: Rulebook) -> None:
    findings = book.check()
    assert {finding.severity for finding in findings} <= {"error", "warning", "note"}
    assert "M1553" in {finding.code for finding in findings}  # a fact that nothing reads
    assert all(finding.place.file and finding.words.nl for finding in findings)


def test_a_rule_that_is_wrong_is_refused_with_its_place(tmp_path: Path) -> None:
    decisions = json.loads(json.dumps(files()["decisions/alles.json"]))
    decisions["decisions"][0]["rows"][0]["when"] = {"leeftyd": "< 18"}
    folder = write_rulebook(tmp_path, {"decisions/alles.json": json.dumps(decisions, indent=1)})
    with pytest.raises(RulebookError, match="leeftijd") as refused:
        Rulebook.load(folder)
    place = refused.value.place
    assert Path(place.file).name == "alles.json"
    assert place.line > 1
    assert place.column > 0
    assert place.pointer.startswith("/decisions/0/rows/0/when")


def test_json_that_is_broken_is_refused_with_its_place(tmp_path: Path) -> None:
    folder = write_rulebook(tmp_path, {"terms.json": '{\n "terms": {,}\n}'})
    with pytest.raises(RulebookError) as refused:
        Rulebook.load(folder)
    assert (refused.value.code, refused.value.place.line) == ("M1001", 2)


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    with pytest.raises(Usage):
        Rulebook.load(tmp_path / "nergens")


def test_a_bundle_that_is_none_is_refused() -> None:
    with pytest.raises(RulebookError):
        Rulebook.from_bundle(b"{}")


def test_a_decision_that_is_not_there_names_the_nearest(book: Rulebook) -> None:
    with pytest.raises(RulebookError, match=r"weging\.klasse"):
        book.decide("weging.klase", {})


def test_the_rules_that_come_with_meldroute_load() -> None:
    book = Rulebook.load(meldroute.RULES / "ijsselstreek")
    assert book.status == "concept"
    assert [finding for finding in book.check() if finding.severity == "error"] == []


def test_a_layer_can_stand_on_another_shelf(tmp_path: Path) -> None:
    head = {"extends": {"id": "toetsstad", "version": "2026.1"}, "id": "wijk", "version": "1"}
    head |= {"title": {"nl": "Wijk"}, "status": "concept"}
    lower = tmp_path / "elders" / "wijk"
    lower.mkdir(parents=True)
    (lower / "rulebook.json").write_text(json.dumps(head))
    shelf = write_rulebook(tmp_path / "plank").parent
    with pytest.raises(RulebookError):
        Rulebook.load(lower)
    assert Rulebook.load(lower, shelves=[shelf]).id == "wijk"
