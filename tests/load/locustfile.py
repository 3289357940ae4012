"""People who look at their plans, for Locust: `cargo xtask load` runs it.

The server holds a plan of user 1 for each of the 10,000 weeks from 1900-01-01 on. What a week's
Monday is, CPython's `isocalendar` says.
"""

from __future__ import annotations

import csv
import datetime
import itertools
import random
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Any

from locust import FastHttpUser, between, events, task

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable

    from locust.env import Environment

FIRST = datetime.date(1900, 1, 1)
WEEKS = 10_000
PAGE = 20
WEEK = datetime.timedelta(weeks=1)


def monday_of(date: datetime.date) -> datetime.date:
    """Give the Monday of a date's ISO week."""
    year, week, _ = date.isocalendar()
    return datetime.date.fromisocalendar(year, week, 1)


class Person(FastHttpUser):
    """Asks for a week, for a page of weeks, or whether the service is well, every 0.3 seconds."""

    # `cargo xtask load` derives from the longest wait how many requests there have to be.
    wait_time = between(0.1, 0.5)
    numbers = itertools.count()
    # What is not acknowledged in time has failed.
    connection_timeout = 10.0
    network_timeout = 10.0
    max_redirects = 0

    def on_start(self) -> None:
        """Choose the dates of this person, which are the same in each run."""
        self.random = random.Random(next(self.numbers))

    @task(4)
    def week(self) -> None:
        """Ask for the plan of the week of any date."""
        date = self.any_date()
        self.look(
            f"/api/meal-plans/week/{date}?user_id=1",
            "/api/meal-plans/week/{date}",
            lambda body: starts([body]) == [monday_of(date)],
        )

    @task(2)
    def plans_of_week(self) -> None:
        """Ask for the plans that start on a Monday."""
        monday = monday_of(self.any_date())
        self.look(
            f"/api/meal-plans?user_id=1&week_start={monday}",
            "/api/meal-plans?week_start",
            lambda body: starts(body["items"]) == [monday],
        )

    @task(2)
    def plans_from(self) -> None:
        """Ask for a page of plans from a date's week on."""
        date = self.any_date(before_last=PAGE)
        mondays = [monday_of(date) + WEEK * i for i in range(PAGE)]
        self.look(
            f"/api/meal-plans?user_id=1&from={date}&limit={PAGE}",
            "/api/meal-plans?from",
            lambda body: starts(body["items"]) == mondays,
        )

    @task(2)
    def health(self) -> None:
        """Ask whether the service is well."""
        self.look("/health", "/health", lambda body: body["status"] == "ok")

    def any_date(self, *, before_last: int = 1) -> datetime.date:
        """Choose a day of the weeks that have a plan, and that many of them from it on."""
        days = (WEEKS - before_last + 1) * WEEK.days
        return FIRST + datetime.timedelta(days=self.random.randrange(days))

    def look(self, path: str, name: str, is_right: Callable[[Any], bool]) -> None:
        """Ask, and count as a failure whatever is not the right answer."""
        with self.client.get(path, name=name, catch_response=True) as response:
            if response.status_code == 0:
                return  # Without an answer, Locust tells why itself.
            if response.status_code != HTTPStatus.OK:
                response.failure(f"status {response.status_code}: {response.text}")
                return
            try:
                right = is_right(response.json())
            except (KeyError, TypeError, ValueError) as error:
                response.failure(f"an answer of another form: {error!r}")
                return
            if not right:
                response.failure(f"a wrong answer: {response.text}")


def starts(plans: list[Any]) -> list[datetime.date]:
    """Give the first days of the weeks that plans are for, all of which are user 1's."""
    if any(plan["user_id"] != 1 for plan in plans):
        message = "a plan of another user"
        raise ValueError(message)
    return [datetime.date.fromisoformat(plan["week_start"]) for plan in plans]


class Samples:
    """Every request with its time, since Locust itself keeps whole milliseconds only."""

    def __init__(self) -> None:
        """Begin without any."""
        self.rows: list[tuple[str, str, str, str]] = []

    def add(
        self,
        *,
        start_time: float,
        name: str,
        response_time: float,
        exception: BaseException | None,
        **_others: object,
    ) -> None:
        """Keep a request."""
        failure = "" if exception is None else str(exception)
        self.rows.append((f"{start_time:.6f}", name, f"{response_time:.4f}", failure))

    def write(self, path: str) -> None:
        """Write all of them to a file."""
        with Path(path).open("w", newline="", encoding="utf-8") as file:
            rows = csv.writer(file)
            rows.writerow(["seconds", "endpoint", "milliseconds", "failure"])
            rows.writerows(self.rows)


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what Locust's own command line lacks."""
    parser.add_argument("--samples", help="a file for the time of every request")


def keep_samples(environment: Environment, **_others: object) -> None:
    """Look at every request, if there is a file to write them to in the end."""
    path = environment.parsed_options.samples if environment.parsed_options else None
    if path is not None:
        samples = Samples()
        environment.events.request.add_listener(samples.add)
        environment.events.quit.add_listener(lambda **_others: samples.write(path))


events.init_command_line_parser.add_listener(add_options)
events.init.add_listener(keep_samples)
