# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""A fault has one number, one line in the table and one in docs/errors.md."""

import re
from pathlib import Path

from project import read

ENUM = re.findall(r"^\s*(\w+) = (\d{4}),", read(Path("include/meldroute/base/faults.hpp")), re.M)
TABLE = re.findall(r"\{Fault::(\w+),", read(Path("src/base/fault_table.cpp")))
PAGE = re.findall(r"^\| M(\d{4}) ", read(Path("docs/errors.md")), re.M)


def test_numbers_and_names_are_used_once() -> None:
    names, numbers = zip(*ENUM, strict=True)
    assert len(set(names)) == len(names)
    assert len(set(numbers)) == len(numbers)


def test_every_fault_has_one_line_in_the_table_in_order_of_number() -> None:
    assert [name for name, number in sorted(ENUM, key=lambda fault: fault[1])] == TABLE


def test_every_fault_stands_on_the_page_of_errors() -> None:
    assert sorted(number for _, number in ENUM) == PAGE
