# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""What do the rules say of a table of reports? One call for all rows; an empty cell is unknown."""

import pyarrow as pa
from meldroute import RULES, Rulebook

REPORTS = pa.table(
    {
        "zaak": ["2026-0117", "2026-0118", "2026-0119", "2026-0120"],
        "gevaar.acuut": [False, None, True, False],
        "slachtoffer.leeftijd": [34, 16, None, 340],
        "vorm": [["arbeid"], None, [], ["arbeid"]],
        "aanwijzingen.seen": [["loon-niet-betaald"], [], ["mishandeld-of-bedreigd"], []],
    }
)


def main() -> None:
    book = Rulebook.load(RULES / "ijsselstreek")
    asked = ["weging.klasse", "weging.bestemming"]
    ruled = book.decide_batch(REPORTS, asked, keep=["zaak"], needed=True, threads=2)

    # The answer is a table too: for pyarrow as here, or polars.DataFrame(ruled), or pandas.
    for row in pa.table(ruled).to_pylist():
        print(row["zaak"])
        for decision in asked:
            said, needed = row[decision], row[f"{decision}:needed"][:2]
            print(f"  {decision}: {row[f'{decision}:state']}, {said}; vraag nog: {needed}")
        if row["error:code"]:
            print("  ", row["error:words"])


if __name__ == "__main__":
    main()
