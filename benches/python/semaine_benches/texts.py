"""One text at a time: a week that is parsed, or written."""

from __future__ import annotations

from datetime import date, datetime

import iso_week_date
import isoweek
import whenever
from epiweeks import Week

from semaine import IsoWeek
from semaine_benches.benchmark import Benchmark, each
from semaine_benches.inputs import SCALARS, dates
from semaine_benches.oracle import monday, week_text


def parsed() -> list[Benchmark]:
    """From a text to a week; where a peer has no type for it, to its Monday."""
    days = dates(SCALARS)
    texts = [week_text(day) for day in days]
    mondays = [monday(day) for day in days]
    weeks = [day.isocalendar()[:2] for day in days]
    return [
        each(
            "semaine",
            "IsoWeek.parse(x)",
            texts,
            [IsoWeek(year, week) for year, week in weeks],
            IsoWeek=IsoWeek,
        ),
        # Older Pythons than 3.11 read no weeks.
        *(
            [each("fromisoformat", "date.fromisoformat(x + '-1')", texts, mondays, date=date)]
            if _reads_weeks()
            else []
        ),
        each(
            "strptime",
            "datetime.strptime(x + '-1', '%G-W%V-%u')",
            texts,
            [datetime(day.year, day.month, day.day) for day in mondays],  # noqa: DTZ001 - as parsed
            datetime=datetime,
        ),
        each(
            "isoweek",
            "Week.fromstring(x)",
            texts,
            [isoweek.Week(year, week) for year, week in weeks],
            Week=isoweek.Week,
        ),
        each(
            "iso-week-date",
            "IsoWeek(x)",
            texts,
            [iso_week_date.IsoWeek.from_date(day) for day in days],
            IsoWeek=iso_week_date.IsoWeek,
        ),
        each(
            "epiweeks",
            "Week.fromstring(x, system='iso')",
            texts,
            [Week(year, week, system="iso") for year, week in weeks],
            Week=Week,
        ),
        each(
            "whenever",
            "IsoWeekDate.parse_iso(x + '-1')",
            texts,
            [whenever.Date(day).iso_week_date() for day in mondays],
            IsoWeekDate=whenever.IsoWeekDate,
        ),
    ]


def _reads_weeks() -> bool:
    try:
        date.fromisoformat("2025-W32-1")
    except ValueError:
        return False
    return True


def written() -> list[Benchmark]:
    """From a date to the text of its week."""
    days = dates(SCALARS)
    texts = [week_text(day) for day in days]
    basic = [text.replace("-", "") for text in texts]
    return [
        each("semaine", "str(IsoWeek.of(x))", days, texts, IsoWeek=IsoWeek),
        each("f-string", "f'{(w := x.isocalendar())[0]:04}-W{w[1]:02}'", days, texts),
        each("strftime", "x.strftime('%G-W%V')", days, texts),
        each("isoweek", "Week.withdate(x).isoformat()", days, basic, Week=isoweek.Week),
        each(
            "iso-week-date",
            "IsoWeek.from_date(x).to_string()",
            days,
            texts,
            IsoWeek=iso_week_date.IsoWeek,
        ),
        each(
            "epiweeks",
            "Week.fromdate(x, system='iso').isoformat()",
            days,
            basic,
            Week=Week,
        ),
        each(
            "whenever",
            "Date(x).iso_week_date().format_iso()[:8]",
            days,
            texts,
            Date=whenever.Date,
        ),
    ]


GROUPS = {"parse_week": parsed, "format_week": written}
