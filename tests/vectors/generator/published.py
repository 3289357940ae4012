"""Verifies the tables of facts that other projects publish in their tests.

A slip of the pen in a table must not look like a fault of the library, so each fact is checked
with CPython's calendar, and with the stepper outside CPython's years.
"""

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

from . import grammar, rules, stepper
from .rules import Refusal

Fact = dict[str, str]

# The Julian day number at noon of 1970-01-01, since the Unix epoch is JD 2440587.5.
JULIAN_DAY_OF_EPOCH = 2_440_588


def date_is_true(fact: Fact) -> bool:
    """A date and what is said of it; without a date, a week date that has to be refused."""
    if not fact["year"]:
        year, week, weekday = (
            int(fact[name]) for name in ("iso_year", "iso_week", "weekday")
        )
        return isinstance(rules.week(year, week), Refusal) or not 1 <= weekday <= 7
    epoch_day = rules.date(int(fact["year"]), int(fact["month"]), int(fact["day"]))
    if not isinstance(epoch_day, int):
        return False
    found = stepper.day_of(epoch_day)._asdict()
    said = ("iso_year", "iso_week", "weekday")
    return all(fact[name] in ("", str(found[name])) for name in said if name in fact)


def year_is_true(fact: Fact) -> bool:
    return stepper.weeks_in_year(int(fact["year"])) == int(fact["weeks"])


def text_is_true(fact: Fact) -> bool:
    """A text and its day, or the Monday of its week; no day if it has to be refused."""
    function = fact["function"]
    found = grammar.parse(function, unquote(fact["text"]).encode())
    if not fact["year"]:
        return not isinstance(found, int)
    if not isinstance(found, int):
        return False
    is_day = function.endswith("date")
    day = stepper.day_of(found if is_day else 7 * found - 3)
    return day[:3] == (int(fact["year"]), int(fact["month"]), int(fact["day"]))


def input_is_true(fact: Fact) -> bool:
    valid = isinstance(grammar.parse("parse_html", fact["value"].encode()), int)
    return fact["sanitized"] == (fact["value"] if valid else "")


def julian_day_is_true(fact: Fact) -> bool:
    epoch_day = rules.date(int(fact["year"]), int(fact["month"]), int(fact["day"]))
    return epoch_day == int(fact["julian_day"]) - JULIAN_DAY_OF_EPOCH


CHECKS: dict[str, Callable[[Fact], bool]] = {
    "chrono_dates.csv": date_is_true,
    "cpython_dates.csv": date_is_true,
    "cpython_texts.csv": text_is_true,
    "cpython_years.csv": year_is_true,
    "go_dates.csv": date_is_true,
    "jiff_dates.csv": date_is_true,
    "jiff_texts.csv": text_is_true,
    "jiff_years.csv": year_is_true,
    "test262_dates.csv": date_is_true,
    "time_dates.csv": date_is_true,
    "time_julian_days.csv": julian_day_is_true,
    "time_years.csv": year_is_true,
    "wpt_inputs.csv": input_is_true,
}


def faults(folder: Path) -> list[str]:
    return list(_faults(folder))


def _faults(folder: Path) -> Iterator[str]:
    present = {path.name for path in folder.glob("*.csv")}
    for name in sorted(present ^ CHECKS.keys()):
        yield f"published/{name} is missing, or nothing verifies it"
    for name in sorted(present & CHECKS.keys()):
        with (folder / name).open(encoding="utf-8", newline="") as file:
            facts = list(csv.DictReader(file))
        if not facts:
            yield f"published/{name} is empty"
        for line, fact in enumerate(facts, start=2):
            if not CHECKS[name](fact):
                yield f"published/{name}:{line} is not true: {fact}"
