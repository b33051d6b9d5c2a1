# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What `pip install .` builds with: scikit-build-core, and from PyPI the C++ headers that the
system does not have (pyproject.toml, tool.meldroute.headers)."""

import os
import subprocess
import tomllib
from pathlib import Path

from scikit_build_core import build as scikit

Settings = dict[str, str | list[str]] | None

build_wheel = scikit.build_wheel
build_sdist = scikit.build_sdist
build_editable = scikit.build_editable
get_requires_for_build_sdist = scikit.get_requires_for_build_sdist
prepare_metadata_for_build_wheel = scikit.prepare_metadata_for_build_wheel
prepare_metadata_for_build_editable = scikit.prepare_metadata_for_build_editable


def get_requires_for_build_wheel(config_settings: Settings = None) -> list[str]:
    return scikit.get_requires_for_build_wheel(config_settings) + missing_headers()


def get_requires_for_build_editable(config_settings: Settings = None) -> list[str]:
    return scikit.get_requires_for_build_editable(config_settings) + missing_headers()


def missing_headers() -> list[str]:
    project = tomllib.loads(Path("pyproject.toml").read_text())
    headers = project["tool"]["meldroute"]["headers"]
    return [package for header, package in headers.items() if not system_has(header)]


def system_has(header: str) -> bool:
    compiler = os.environ.get("CXX", "c++").split()
    look = [*compiler, "-x", "c++", "-E", "-include", header, "-o", os.devnull, os.devnull]
    return subprocess.run(look, capture_output=True, check=False).returncode == 0
