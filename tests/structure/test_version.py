# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""The version stands in CMakeLists.txt; everything else reads it there."""

import tomllib
from importlib.metadata import version as installed_version
from pathlib import Path

from project import read, version


def test_pyproject_reads_the_version() -> None:
    project = tomllib.loads(read(Path("pyproject.toml")))["project"]
    assert "version" in project["dynamic"]
    assert "version" not in project


def test_what_pip_installed_is_this_version() -> None:
    assert installed_version("meldroute") == version()
