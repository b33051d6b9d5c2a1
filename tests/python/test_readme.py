# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What README.md shows is what happens. (Its C++ is built by tests/package.)"""

import re
import subprocess
import sys
from pathlib import Path

import project

README = project.read(Path("README.md"))


def run(*words: str, folder: Path) -> str:
    ran = subprocess.run(
        [sys.executable, *words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    return ran.stdout


def block(pattern: str) -> str:
    (found,) = re.findall(pattern, README, re.S)
    return str(found)


def test_the_python_snippet_prints_what_stands_below_it(tmp_path: Path) -> None:
    snippet = block(r"```python\n(.*?)```\n")
    printed = block(r"```python\n.*?```\n+```text\n(.*?)```\n")
    assert run("-c", snippet, folder=tmp_path) == printed


def test_the_demo_prints_what_stands_in_it(tmp_path: Path) -> None:
    """A line of "…" stands for lines that were left out."""
    excerpt = block(r"<!-- demo -->\n```text\n(.*?)```\n<!-- /demo -->")
    printed = run("-m", "meldroute", "demo", folder=tmp_path)
    at = 0
    for part in re.split(r"^…\n", excerpt, flags=re.M):
        assert part in printed[at:]
        at = printed.index(part, at) + len(part)
