# SPDX-FileCopyrightText: 2026 the meldroute authors
# SPDX-License-Identifier: EUPL-1.2
"""Days in Amsterdam are found by rule; Python's time zone data say the same."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import meldroute
import pytest
from meldroute import _native

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
END = datetime(2101, 1, 1, tzinfo=AMSTERDAM)
AROUND = [timedelta(microseconds=-1), timedelta(0), timedelta(microseconds=1), timedelta(hours=2)]
AROUND += [timedelta(hours=hours) for hours in range(-26, 27)]


def last_sunday(year: int, month: int) -> datetime:
    day = datetime(year, month, 31, 1, tzinfo=UTC)
    return day - timedelta(days=day.isoweekday() % 7)


def agrees(moment: datetime) -> bool:
    local = moment.astimezone(AMSTERDAM)
    offset = timedelta(minutes=_native.amsterdam_offset(moment))
    return offset == local.utcoffset() and meldroute.amsterdam_date(moment) == local.date()


@pytest.mark.parametrize("year", range(1996, 2101))
def test_around_each_change_of_the_clock_and_of_the_year(year: int) -> None:
    changes = [last_sunday(year, 3), last_sunday(year, 10), datetime(year, 12, 31, 12, tzinfo=UTC)]
    moments = [change + step for change in changes for step in AROUND if change + step < END]
    assert [str(moment) for moment in moments if not agrees(moment)] == []


def test_at_any_other_time() -> None:
    step = timedelta(days=2, hours=7, minutes=13, seconds=11)
    start = datetime(1996, 1, 1, tzinfo=UTC)
    moments = [start + step * count for count in range((END - start) // step)]
    assert len(moments) > 16_000
    assert [str(moment) for moment in moments if not agrees(moment)] == []
