# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Draws what `bench growth` prints: how the cost of a decision grows with rules and with records.

Usage: bench growth | growth.py FOLDER
"""

import math
import sys
from pathlib import Path

WIDTH, HEIGHT = 640, 380
LEFT, RIGHT, TOP, BOTTOM = 90, 150, 50, 60
COLOURS = ["#1b5e8c", "#b3541e", "#4a7c3a", "#7a4a8c"]
Series = dict[str, list[tuple[float, float]]]


def tables(text: str) -> dict[str, list[list[str]]]:
    """The Markdown tables in what was printed, by title; the first row is the head."""
    out: dict[str, list[list[str]]] = {}
    title = ""
    for line in text.splitlines():
        if line.startswith("### "):
            title = line[4:]
        elif line.startswith("| "):
            out.setdefault(title, []).append([cell.strip() for cell in line.strip("|").split("|")])
    return out


def series(table: list[list[str]], columns: list[int]) -> Series:
    head, *rows = table
    return {
        head[column]: [(float(row[0]), float(row[column])) for row in rows if row[column]]
        for column in columns
    }


def decades(values: list[float]) -> range:
    return range(math.floor(math.log10(min(values))), math.ceil(math.log10(max(values))) + 1)


def spoken(number: float, unit: str) -> str:
    if unit != "ns":
        return f"{number:,.0f}".replace(",", " ")
    for size, name in ((1e6, "ms"), (1e3, "µs")):
        if number >= size:
            return f"{number / size:g} {name}"
    return f"{number:g} ns"


class Picture:
    """Two logarithmic axes and a line for each series."""

    def __init__(self, title: str, below: str, lines: Series) -> None:
        points = [point for line in lines.values() for point in line]
        self.x, self.y = decades([p[0] for p in points]), decades([p[1] for p in points])
        self.names: list[tuple[float, float]] = []  # where a line's name stands
        self.parts = [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" '
            'font-family="sans-serif" font-size="13" fill="#222">',
            f"<title>{title}</title>",
            f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
            f'<text x="{LEFT}" y="26" font-size="15">{title}</text>',
            f'<text x="{(LEFT + WIDTH - RIGHT) / 2}" y="{HEIGHT - 14}" '
            f'text-anchor="middle">{below}</text>',
        ]
        self.grid()
        for number, (name, line) in enumerate(lines.items()):
            self.line(name, line, COLOURS[number % len(COLOURS)])

    def at(self, x: float, y: float) -> tuple[float, float]:
        def share(value: float, axis: range) -> float:
            return (math.log10(value) - axis[0]) / max(1, axis[-1] - axis[0])

        return (
            LEFT + share(x, self.x) * (WIDTH - LEFT - RIGHT),
            HEIGHT - BOTTOM - share(y, self.y) * (HEIGHT - TOP - BOTTOM),
        )

    def grid(self) -> None:
        rule = 'stroke="#ddd"'
        for power in self.y:
            x, y = self.at(10 ** self.x[0], 10**power)
            self.parts.append(f'<path d="M{x:.1f} {y:.1f}H{WIDTH - RIGHT}" {rule}/>')
            self.parts.append(
                f'<text x="{x - 8:.1f}" y="{y + 4:.1f}" text-anchor="end">'
                f"{spoken(10**power, 'ns')}</text>"
            )
        for power in self.x:
            x, y = self.at(10**power, 10 ** self.y[0])
            self.parts.append(f'<path d="M{x:.1f} {y:.1f}V{TOP}" {rule}/>')
            self.parts.append(
                f'<text x="{x:.1f}" y="{y + 20:.1f}" text-anchor="middle">'
                f"{spoken(10**power, '')}</text>"
            )

    def line(self, name: str, points: list[tuple[float, float]], colour: str) -> None:
        places = [self.at(x, y) for x, y in points]
        path = "L".join(f"{x:.1f} {y:.1f}" for x, y in places)
        self.parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2.5"/>')
        self.parts += [
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="{colour}"/>' for x, y in places
        ]
        x, y = places[-1]
        while any(x == other_x and abs(y - other_y) < 15 for other_x, other_y in self.names):
            y += 1
        self.names.append((x, y))
        self.parts.append(f'<text x="{x + 10:.1f}" y="{y + 4:.1f}" fill="{colour}">{name}</text>')

    def text(self) -> str:
        return "\n".join([*self.parts, "</svg>", ""])


def main(folder: Path) -> None:
    printed = sys.stdin.read()
    sys.stdout.write(printed)
    by_title = tables(printed)
    rules = next(table for title, table in by_title.items() if title.startswith("Rules"))
    records = next(table for title, table in by_title.items() if title.startswith("Records"))
    pictures = {
        "growth-rules.svg": Picture(
            "One decision", "rules in the table", series(rules, [1, 2, 3, 4])
        ),
        "growth-records.svg": Picture(
            "One record of a batch, 2000 rules", "records in the batch", series(records, [1, 2])
        ),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, picture in pictures.items():
        (folder / name).write_text(
            "<!-- SPDX-FileCopyrightText: 2026 the meldroute authors -->\n"
            "<!-- SPDX-License-Identifier: EUPL-1.2 -->\n" + picture.text()
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
