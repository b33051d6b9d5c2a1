# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Lets pytest run the tests that stand beside rules: `pytest --meldroute FOLDER`, or the ini option
`meldroute_rulebooks`. Each situation, row of a table and story is a test of its own."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from . import _native
from .errors import Error
from .rulebook import Rulebook
from .trials import TestResult

if TYPE_CHECKING:
    from _pytest._code.code import TerminalRepr, TracebackStyle

_books = pytest.StashKey[dict[Path, _native.Rulebook]]()
"""The rulebooks to test by folder: each is loaded once, when the first of its files is read."""

_folders = pytest.StashKey[list[Path]]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("meldroute", "rules of meldroute")
    group.addoption(
        "--meldroute",
        action="append",
        default=[],
        metavar="FOLDER",
        help="run the tests beside the rules of this rulebook; may be given more than once",
    )
    parser.addini(
        "meldroute_rulebooks",
        type="paths",
        help="rulebooks whose tests are run as well",
        default=[],
    )


def pytest_configure(config: pytest.Config) -> None:
    """A folder on the command line is what is asked for; one in the settings comes on top."""
    asked = [config.invocation_params.dir / folder for folder in config.getoption("meldroute")]
    settings: list[Path] = config.getini("meldroute_rulebooks")
    config.stash[_folders] = [folder.resolve() for folder in [*asked, *settings]]
    config.stash[_books] = {}
    named = config.args_source is pytest.Config.ArgsSource.ARGS
    if asked:
        config.args = [*(config.args if named else []), *(str(f / "tests") for f in asked)]
    elif not named:
        config.args = [*config.args, *(str(folder / "tests") for folder in settings)]


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> "RulesFile | None":
    for folder in parent.config.stash[_folders]:
        if file_path.suffix == ".json" and folder / "tests" in file_path.resolve().parents:
            return RulesFile.of(parent, file_path, folder)
    return None


class RulesFile(pytest.File):
    """A file of tests beside rules."""

    rulebook: Path

    @classmethod
    def of(cls, parent: pytest.Collector, path: Path, rulebook: Path) -> "RulesFile":
        file: RulesFile = cls.from_parent(parent, path=path)
        file.rulebook = rulebook
        return file

    def collect(self) -> Iterator["RulesTest"]:
        try:
            tests = _native.Tests.read(self._book(), [str(self.path)])
        except Error as error:
            raise self.CollectError(error.text("nl")) from error
        for index, (name, line) in enumerate(tests.names()):
            yield RulesTest.of(self, name, (tests, index), line)

    def _book(self) -> _native.Rulebook:
        books = self.config.stash[_books]
        if self.rulebook not in books:
            books[self.rulebook] = Rulebook.load(self.rulebook)._native
        return books[self.rulebook]


class RulesTest(pytest.Item):
    """A situation, a row of a table or a story."""

    test: tuple[_native.Tests, int]
    line: int

    @classmethod
    def of(
        cls, parent: RulesFile, name: str, test: tuple[_native.Tests, int], line: int
    ) -> "RulesTest":
        item: RulesTest = cls.from_parent(parent, name=name)
        item.test, item.line = test, line
        return item

    def runtest(self) -> None:
        tests, index = self.test
        result = tests.run(index)
        if not result.passed:
            raise OtherwiseError(result)

    def repr_failure(
        self,
        excinfo: pytest.ExceptionInfo[BaseException],
        style: "TracebackStyle | None" = None,
    ) -> "str | TerminalRepr":
        """What was expected, what came and why, on one line each."""
        error = excinfo.value
        if isinstance(error, OtherwiseError):
            return "\n".join(failure.words.nl for failure in error.result.failures)
        if isinstance(error, Error):
            return error.text("nl")
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, int, str]:
        return self.path, max(self.line - 1, 0), self.name


class OtherwiseError(Exception):
    """It went otherwise than the test expects."""

    def __init__(self, result: TestResult) -> None:
        super().__init__(result.name)
        self.result = result
