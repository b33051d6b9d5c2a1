# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Many reports at once: plain dicts, and tables of whoever gives itself in Arrow form."""

import gc
import random
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import meldroute
import pytest
from meldroute import Rulebook, RuledTable, Usage

ASKED = ["weging.klasse", "weging.helft", "weging.bestemming", "intern.sluiten-zonder-antwoord"]
ITEMS = ["papieren", "schuld"]


def some(chance: random.Random, value: Any) -> Any:
    return None if chance.random() < 0.3 else value


def reports(count: int, seed: int = 1) -> list[dict[str, Any]]:
    """Made up: facts of every type, some not known, some wrong."""
    chance = random.Random(seed)
    return [
        {
            "leeftijd": some(chance, chance.randrange(10, 125)),
            "bedrag": some(chance, Decimal(chance.randrange(100_000)) / 100),
            "gezien-op": some(chance, date(2026, 1, 1) + timedelta(chance.randrange(300))),
            "ontvangen": some(chance, datetime(2026, 1, 1, chance.randrange(24), tzinfo=UTC)),
            "duur": some(chance, timedelta(days=chance.randrange(50))),
            "toelichting": some(chance, "Geheim"),
            "kanaal": some(chance, chance.choice(["collega", "mma", "mma", "telefoon"])),
            "vorm": some(chance, chance.sample(["arbeid", "seksueel"], chance.randrange(3))),
            "tekens": some(chance, {"seen": chance.sample(ITEMS, 1), "not-seen": []}),
        }
        for _ in range(count)
    ]


def one_by_one(book: Rulebook, rows: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What `decide` says of each, in the form of a batch; None where it raises."""
    for facts in rows:
        said: dict[str, Any] = {"error:code": None}
        try:
            for decision in ASKED:
                ruling = book.decide(decision, facts)
                said[decision] = ruling.outcome
                said[decision + ":state"] = ruling.state
                said[decision + ":needed"] = tuple(needed.fact for needed in ruling.needed)
        except meldroute.Error as error:
            said = {"error:code": error.code}
        yield said


def agrees(ruled: dict[str, Any], alone: dict[str, Any]) -> bool:
    return all(ruled[column] == value for column, value in alone.items())


def test_plain_dicts_are_decided_as_each_alone(book: Rulebook) -> None:
    rows = reports(300)
    ruled = book.decide_batch(rows, ASKED, needed=True)
    assert len(ruled) == len(rows) == len(ruled.to_pylist())
    pairs = list(zip(ruled.to_pylist(), one_by_one(book, rows), strict=True))
    assert not [pair for pair in pairs if not agrees(*pair)]
    wrong = [row for row, said in enumerate(ruled.to_pylist()) if said["error:code"]]
    assert wrong
    assert [error.row for error in ruled.errors] == wrong


@pytest.mark.parametrize("library", ["pyarrow", "polars"])
def test_a_table_is_decided_as_its_rows(book: Rulebook, library: str) -> None:
    module = pytest.importorskip(library)
    rows = reports(300, seed=2)
    table = module.Table.from_pylist(rows) if library == "pyarrow" else module.DataFrame(rows)
    ruled = book.decide_batch(table, ASKED, needed=True, threads=2)
    pairs = list(zip(ruled.to_pylist(), one_by_one(book, rows), strict=True))
    assert not [pair for pair in pairs if not agrees(*pair)]


def test_what_comes_out_is_a_table_of_typed_columns(book: Rulebook) -> None:
    pa = pytest.importorskip("pyarrow")
    rows = [{"zaak": {"id": n}, "leeftijd": 16 + n, "bedrag": "12.50"} for n in range(3)]
    ruled = book.decide_batch(pa.Table.from_pylist(rows), ASKED, keep=["zaak"])
    table = pa.table(ruled)
    table.validate(full=True)
    assert table["zaak"].to_pylist() == [{"id": 0}, {"id": 1}, {"id": 2}]
    assert table["weging.klasse"].to_pylist() == ["hoog", "hoog", None]
    assert table["weging.klasse:state"].to_pylist() == ["decided", "decided", "open"]
    assert table["weging.helft"].to_pylist() == [Decimal("6.25")] * 3
    assert table.schema.field("weging.bestemming").type == pa.list_(pa.string())
    assert table["error:code"].to_pylist() == [None] * 3


def test_polars_gets_the_same(book: Rulebook) -> None:
    pl = pytest.importorskip("polars")
    frame = pl.DataFrame({"zaak": ["a", "b"], "leeftijd": [16, 200], "kanaal": ["mma", "collega"]})
    frame = frame.with_columns(pl.col("kanaal").cast(pl.Categorical))
    out = pl.DataFrame(book.decide_batch(frame, ["weging.klasse"], keep=["zaak", "kanaal"]))
    assert out["zaak"].to_list() == ["a", "b"]
    assert out["kanaal"].to_list() == ["mma", "collega"]
    assert out["weging.klasse"].to_list() == ["hoog", None]
    assert out["error:code"].to_list() == [None, "M1105"]


def test_a_slice_is_decided_as_itself(book: Rulebook) -> None:
    pa = pytest.importorskip("pyarrow")
    rows = [{"nr": n, "leeftijd": n % 100, "vorm": ["arbeid"] * (n % 2)} for n in range(100)]
    table = pa.Table.from_pylist(rows).slice(13, 70)
    asked = ["weging.klasse", "weging.bestemming"]
    out = pa.table(book.decide_batch(table, asked, keep=["nr"])).to_pylist()
    assert [row["nr"] for row in out] == list(range(13, 83))
    assert [row["weging.klasse"] == "hoog" for row in out] == [n % 100 < 18 for n in range(13, 83)]
    assert [len(row["weging.bestemming"]) for row in out] == [n % 2 for n in range(13, 83)]


def test_one_batch_and_a_stream_of_batches_are_tables_too(book: Rulebook) -> None:
    pa = pytest.importorskip("pyarrow")
    batch = pa.RecordBatch.from_pydict({"leeftijd": [3, None]})

    class OneArray:
        def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
            return batch.__arrow_c_array__(requested_schema)  # type: ignore[no-any-return]

    reader = pa.RecordBatchReader.from_batches(batch.schema, iter([batch, batch]))
    once = book.decide_batch(OneArray(), ["weging.klasse"]).to_pylist()
    assert [row["weging.klasse:state"] for row in once] == ["decided", "open"]
    assert book.decide_batch(reader, ["weging.klasse"]).to_pylist() == once + once


@pytest.mark.parametrize("threads", [2, 5])
def test_several_threads_give_what_one_gives(book: Rulebook, threads: int) -> None:
    rows = reports(200) * 100
    alone = book.decide_batch(rows, ["weging.klasse"])
    assert book.decide_batch(rows, ["weging.klasse"], threads=threads).to_pylist() == (
        alone.to_pylist()
    )


def test_other_threads_go_on_meanwhile(book: Rulebook) -> None:
    rows = [{"leeftijd": n % 120} for n in range(10_000)]
    counted, done = 0, threading.Event()

    def work() -> None:
        book.decide_batch(rows, ASKED)
        done.set()

    worker = threading.Thread(target=work)
    worker.start()
    while not done.is_set():
        counted += 1
    worker.join()
    assert counted > 10


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"decisions": []}, "M1907"),
        ({"decisions": ["weging.klase"]}, "M1201"),
        ({"decisions": ["weging.klasse"], "threads": 0}, "M1908"),
        ({"decisions": ["weging.klasse"], "keep": ["zaak"]}, "M1904"),
        ({"decisions": ["weging.klasse"], "lang": "fr"}, "M2007"),
    ],
)
def test_a_wrong_call_is_refused(book: Rulebook, asked: Any, code: str) -> None:
    with pytest.raises(meldroute.Error) as refused:
        book.decide_batch([{"leeftijd": 3}], **asked)
    assert refused.value.code == code


@pytest.mark.parametrize("table", ["leeftijd", {"leeftijd": [3]}, b"x"], ids=type)
def test_what_is_no_table_is_refused(book: Rulebook, table: Any) -> None:
    with pytest.raises(Usage):
        book.decide_batch(table, ["weging.klasse"])


def test_what_gives_no_arrow_where_it_says_so_is_refused(book: Rulebook) -> None:
    pa = pytest.importorskip("pyarrow")
    schema, array = pa.record_batch({"leeftijd": [3]}).__arrow_c_array__()

    class Made:
        def __init__(self, made: Any) -> None:
            self.made = made

    class Stream(Made):
        def __arrow_c_stream__(self, requested_schema: object = None) -> object:
            return self.made

    class Array(Made):
        def __arrow_c_array__(self, requested_schema: object = None) -> tuple[object, object]:
            return self.made  # type: ignore[no-any-return]

    tables: list[Stream | Array] = [Stream(array), Stream(5)]
    tables += [Array(made) for made in (None, (schema,), (array, schema), (1, 2))]
    for table in tables:
        with pytest.raises(Usage, match="M1905"):
            book.decide_batch(table, ["weging.klasse"])
    assert len(book.decide_batch(Array((schema, array)), ["weging.klasse"])) == 1


def test_an_index_outside_its_dictionary_is_refused(book: Rulebook) -> None:
    pa = pytest.importorskip("pyarrow")
    indices, words = pa.array([0, 7], pa.int8()), pa.array(["mma"])
    column = pa.DictionaryArray.from_arrays(indices, words, safe=False)
    with pytest.raises(Usage, match=r"M1905.*kanaal"):
        book.decide_batch(pa.table({"kanaal": column}), ["weging.klasse"])


def test_a_column_that_is_no_fact_is_refused_with_the_nearest(book: Rulebook) -> None:
    pa = pytest.importorskip("pyarrow")
    with pytest.raises(Usage, match="leeftijd"):
        book.decide_batch(pa.table({"leeftijt": [3]}), ["weging.klasse"])
    with pytest.raises(Usage, match="int64"):
        book.decide_batch(pa.table({"kanaal": [3]}), ["weging.klasse"])


def test_no_error_and_no_repr_holds_a_fact(book: Rulebook) -> None:
    wrong = {"leeftijd": "Geheim", "kanaal": "Geheim", "Geheim": 1, "toelichting": b"Geheim"}
    rows: list[dict[str, object]] = [{fact: value} for fact, value in wrong.items()]
    ruled = book.decide_batch(rows, ["weging.klasse"], lang="en")
    assert [error.code for error in ruled.errors] == ["M1103", "M1104", "M1101", "M2001"]
    assert "Geheim" not in "".join(error.words for error in ruled.errors)
    assert repr(ruled) == "<RuledTable, 4 rows, 4 with an error>"


def test_nothing_is_kept_when_nobody_holds_it(book: Rulebook) -> None:
    pa = pytest.importorskip("pyarrow")
    before = pa.total_allocated_bytes()
    table = pa.table({"zaak": ["x" * 100] * 10_000, "leeftijd": [3] * 10_000})
    ruled: RuledTable | None = book.decide_batch(table, ["weging.klasse"], keep=["zaak"])
    out = pa.table(ruled)
    column = out["zaak"]
    del table, ruled, out
    gc.collect()
    assert column[9_999].as_py() == "x" * 100
    del column
    gc.collect()
    assert pa.total_allocated_bytes() == before
