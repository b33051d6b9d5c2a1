# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Drawings of routes."""

from typing import ClassVar

from .result import Result, result


@result
class Picture(Result):
    """A route, or the way of a case on it, as texts that draw it; Jupyter shows the SVG."""

    _shown: ClassVar = ("route",)
    route: str
    title: str
    svg: str
    mermaid: str
    dot: str

    def _repr_svg_(self) -> str:
        return self.svg
