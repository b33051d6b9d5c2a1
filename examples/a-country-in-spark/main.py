# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""A million reports over as many workers as Spark has: `python main.py [NUMBER OF REPORTS]`."""

import os
import sys
import time
from collections.abc import Iterator

import pyarrow as pa
from meldroute import RULES, Rulebook
from pyspark.sql import SparkSession
from pyspark.sql.functions import col
from reports import reports

CLASS, GOES_TO = "weging.klasse", "weging.bestemming"
ANSWER = f"""zaak bigint, `{CLASS}` string, `{CLASS}:state` string, `{GOES_TO}` array<string>,
`{GOES_TO}:state` string, `error:code` string, `error:words` string"""

# Spark takes a dot for a field of a struct, and loses such columns on their way to a worker.
MADE = {
    "zaak": "bigint",
    "gevaar.acuut": "boolean",
    "slachtoffer.leeftijd": "bigint",
    "locatie.sector": "string",
    "aanwijzingen.seen": "array<string>",
    "aanwijzingen.not-seen": "array<string>",
}
UNDOTTED = [name.replace(".", "/") for name in MADE]

# A rulebook travels to the workers as its bundle, and is read there once.
BOOK = Rulebook.load(RULES / "ijsselstreek")


def decide(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    book = BOOK
    for batch in batches:
        table = batch.rename_columns(list(MADE))
        yield from pa.table(book.decide_batch(table, [CLASS, GOES_TO], keep=["zaak"])).to_batches()


def make(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    for batch in batches:
        yield reports(batch["id"].to_numpy()).rename_columns(UNDOTTED)


def main(count: int) -> None:
    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)  # the workers have what we have
    spark = SparkSession.builder.master("local[2]").appName("a country").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    made = (
        spark.range(count, numPartitions=8)
        .mapInArrow(
            make,
            ", ".join(f"`{name.replace('.', '/')}` {kind}" for name, kind in MADE.items()),
        )
        .cache()
    )
    print(made.count(), "reports")
    start = time.perf_counter()
    answer = made.mapInArrow(decide, ANSWER).cache()
    answer.count()
    seconds = time.perf_counter() - start
    answer.groupBy(col(f"`{CLASS}:state`"), col(f"`{CLASS}`")).count().orderBy("count").show()
    print(f"decided in {seconds:.1f} s: {count / seconds:,.0f} reports a second")
    spark.stop()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
