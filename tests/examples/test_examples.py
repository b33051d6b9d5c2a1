# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Every example runs, and prints what its expected.txt says. Those in C++ (with a CMakeLists.txt)
are built and compared by tests/package."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = sorted(path.parent for path in Path(__file__).parents[2].glob("examples/*/expected.txt"))
SCRIPTS = [example for example in EXAMPLES if not (example / "CMakeLists.txt").exists()]


def test_every_example_says_what_it_prints() -> None:
    folders = Path(__file__).parents[2].glob("examples/[0-9]*")
    assert sorted(folders) == EXAMPLES


@pytest.mark.parametrize("example", SCRIPTS, ids=lambda example: str(example.name))
def test_an_example_prints_what_it_says(example: Path, tmp_path: Path) -> None:
    """A main.py runs with Python, a main.sh with bash and `meldroute` on the path; both in an empty
    folder, with the example's own as their argument."""
    script = next(example.glob("main.*"))
    runner = {".py": sys.executable, ".sh": "bash"}[script.suffix]
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    ran = subprocess.run(
        [runner, str(script), str(example)],
        cwd=tmp_path,
        env={**os.environ, "PATH": path},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.stderr == ""
    assert ran.stdout == (example / "expected.txt").read_text(encoding="utf-8")
    assert ran.returncode == 0
