# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What `pip install .` brings."""

from importlib import metadata
from pathlib import Path

import meldroute
import project
import pytest

PACKAGE = Path(meldroute.__file__).parent


def test_these_tests_run_on_what_pip_installed() -> None:
    assert project.ROOT / "bindings" not in PACKAGE.parents
    assert metadata.version("meldroute") == meldroute.__version__ == project.version()


@pytest.mark.parametrize("folder", ["rules", "examples/reports", "examples/routes"])
def test_every_file_that_it_needs_comes_along(folder: str) -> None:
    ours = [path for path in project.files() if path.is_relative_to(folder)]
    assert ours
    different = [
        path for path in ours if (PACKAGE / path).read_bytes() != (project.ROOT / path).read_bytes()
    ]
    assert not different


def test_every_file_of_the_package_comes_along() -> None:
    source = project.ROOT / "bindings/python/meldroute"
    names = [path.name for path in source.iterdir() if path.is_file()]
    assert {"py.typed", "_native.pyi", "__init__.py"} <= set(names)
    assert not [name for name in names if not (PACKAGE / name).exists()]


def test_no_header_or_library_comes_along() -> None:
    files = metadata.files("meldroute") or []
    assert not [file for file in files if file.suffix in (".hpp", ".a", ".cmake")]


def test_all_that_is_public_says_what_it_is() -> None:
    public = [getattr(meldroute, name) for name in meldroute.__all__]
    assert not [each for each in public if isinstance(each, type) and not each.__doc__]
