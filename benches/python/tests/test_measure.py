"""The measuring itself, on clocks that tell known times."""

from __future__ import annotations

import random
from timeit import Timer
from typing import TYPE_CHECKING

import pytest
from semaine_benches.benchmark import Benchmark, each, whole
from semaine_benches.measure import FEWEST_RUNS, LONG_ENOUGH, MOST_RUNS, TOO_LONG, measure

if TYPE_CHECKING:
    from collections.abc import Iterator


class Clock:
    """A clock on which each run takes the next of some times."""

    def __init__(self, times: Iterator[int]) -> None:
        self.times = times
        self.now = 0
        self.runs = 0

    def __call__(self) -> int:
        return self.now

    def run(self) -> None:
        self.now += next(self.times)
        self.runs += 1


def forever(*times: int) -> Iterator[int]:
    while True:
        yield from times


def timed(clock: Clock, rows: int = 1) -> Benchmark:
    return Benchmark("some", rows, Timer(clock.run, timer=clock), lambda: 1, 1)


def test_times_are_for_each_row() -> None:
    [times] = measure([timed(Clock(forever(300, 100, 200)), rows=100)], random.Random(1))
    assert times == {"min": 1.0, "median": 2.0}


def test_what_is_slow_runs_less_often_than_what_is_fast() -> None:
    slow, fast, between = (
        Clock(forever(LONG_ENOUGH)),
        Clock(forever(1)),
        Clock(forever(LONG_ENOUGH // 10)),
    )
    measure([timed(slow), timed(fast), timed(between)], random.Random(1))
    assert (slow.runs, fast.runs, between.runs) == (FEWEST_RUNS, MOST_RUNS, 10)


def test_what_takes_too_long_runs_once() -> None:
    endless = Clock(forever(TOO_LONG))
    measure([timed(endless)], random.Random(1))
    assert endless.runs == 1


def test_benchmarks_take_turns_in_changing_order() -> None:
    order: list[str] = []

    def note(name: str) -> Benchmark:
        return Benchmark(name, 1, Timer(lambda: order.append(name)), lambda: 1, 1)

    measure([note("a"), note("b")], random.Random(1))
    turns = {tuple(order[turn : turn + 2]) for turn in range(0, len(order), 2)}
    assert turns == {("a", "b"), ("b", "a")}


def test_a_wrong_answer_is_not_measured() -> None:
    with pytest.raises(AssertionError, match=r"^a peer gives wrong answers$"):
        measure([whole("a peer", lambda: [1, 2], 2, [1, 3])], random.Random(1))


def test_an_expression_is_worked_out_for_each_input() -> None:
    benchmark = each("some", "x + one", [1, 2, 3], [2, 3, 4], one=1)
    benchmark.check()
    assert benchmark.rows == 3
    assert benchmark.timer.timeit(1) >= 0
    wrong = each("some", "x", [1, 2, 3], [1, 2, 4])
    with pytest.raises(AssertionError):
        wrong.check()


def test_answers_do_not_pile_up() -> None:
    benchmark = each("some", "x", [1, 2], [1, 2])
    benchmark.check()
    benchmark.check()
