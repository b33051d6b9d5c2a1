# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Reports that nobody made: drawn from their number alone, so that every run has the same ones."""

from typing import Any

import numpy as np
import pyarrow as pa

SIGNS = ["geen-eigen-papieren", "loon-niet-betaald", "slaapplek-op-werk"]
SECTORS = ["land-en-tuinbouw", "horeca", "bouw", "schoonmaak"]
SCHEMA = pa.schema(
    [
        ("zaak", pa.int64()),
        ("gevaar.acuut", pa.bool_()),
        ("slachtoffer.leeftijd", pa.int64()),
        ("locatie.sector", pa.string()),
        ("aanwijzingen.seen", pa.list_(pa.string())),
        ("aanwijzingen.not-seen", pa.list_(pa.string())),
    ]
)


def draw(numbers: Any, of: int, below: int) -> Any:
    """A number below `below` for each report: splitmix64 of its number and of what is drawn."""
    mixed = numbers.astype(np.uint64) * np.uint64(64) + np.uint64(of)
    mixed = mixed * np.uint64(0x9E3779B97F4A7C15)
    mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return (mixed ^ (mixed >> np.uint64(31))) % np.uint64(below)


def lists(signs: Any, wanted: int) -> pa.Array:
    """Per report the signs whose draw is `wanted`."""
    rows, columns = np.nonzero(signs == wanted)
    counts = np.bincount(rows, minlength=len(signs))
    offsets = np.concatenate([[0], np.cumsum(counts)]).astype(np.int32)
    return pa.ListArray.from_arrays(offsets, pa.array(SIGNS).take(pa.array(columns)))


def reports(numbers: Any) -> pa.RecordBatch:
    """A third of the dangers, ages and sectors is not known; nor is much of what may be seen."""
    signs = np.stack([draw(numbers, 8 + i, 6) for i in range(len(SIGNS))], axis=1)
    unknown = [draw(numbers, i, 3) == 0 for i in range(3)]
    sectors = pa.array(draw(numbers, 5, len(SECTORS)).astype(np.int64), mask=unknown[2])
    columns = [
        pa.array(numbers),
        pa.array(draw(numbers, 3, 50) == 0, mask=unknown[0]),
        pa.array(draw(numbers, 4, 70).astype(np.int64), mask=unknown[1]),
        pa.array(SECTORS).take(sectors),
        lists(signs, 0),
        lists(signs, 1),
    ]
    return pa.RecordBatch.from_arrays(columns, schema=SCHEMA)
