# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""A route shows itself, in Jupyter too; and so does the way of a case."""

import pickle
import xml.etree.ElementTree as ET

import pytest
from meldroute import Case, Rulebook, RulebookError


def test_a_route_shows_itself(book: Rulebook) -> None:
    assert "meldroute-intern" in book.routes
    picture = book.picture("meldroute-intern", "en")
    root = ET.fromstring(picture._repr_svg_())
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.attrib["lang"] == "en"
    assert picture.mermaid.startswith("stateDiagram-v2")
    assert picture.dot.startswith("digraph")
    assert pickle.loads(pickle.dumps(picture)) == picture
    assert repr(picture) == "Picture(route='meldroute-intern')"


def test_every_route_is_a_picture_that_is_well_formed(book: Rulebook) -> None:
    for route in ("stappenplan", "bibob", "privacy-poorten", "casusoverleg"):
        ET.fromstring(book.picture(route).svg)


def test_the_way_of_a_case_has_its_days_and_no_fact(case: Case) -> None:
    picture = case.pictures()["meldroute-intern"]
    assert "nu hier" in picture.svg
    assert "✓" in picture.svg
    assert "Geheim" not in picture.svg + picture.mermaid + picture.dot


def test_an_unknown_route_says_which_comes_near(book: Rulebook) -> None:
    with pytest.raises(RulebookError, match="stappenplan"):
        book.picture("stapenplan")
