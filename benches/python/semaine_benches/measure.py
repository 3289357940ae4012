"""Measures the ways to do one job in turns, so that all meet the same disturbances."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    import random
    from collections.abc import Sequence

    from semaine_benches.benchmark import Benchmark

#: Each benchmark runs at least so often,
FEWEST_RUNS = 5
#: at most so often,
MOST_RUNS = 100
#: and in between until it has taken so long, in nanoseconds;
LONG_ENOUGH = 250_000_000
#: but not more often after so long.
TOO_LONG = 2_000_000_000


class Times(TypedDict):
    """Nanoseconds of CPU time for one input."""

    min: float
    median: float


def measure(benchmarks: Sequence[Benchmark], order: random.Random) -> list[Times]:
    """Check the answers of each, and give its times."""
    for benchmark in benchmarks:
        benchmark.check()
    runs: list[list[float]] = [[] for _ in benchmarks]
    turns = list(zip(benchmarks, runs, strict=True))
    while turns:
        order.shuffle(turns)
        for benchmark, times in turns:
            times.append(benchmark.timer.timeit(1))
        turns = [(benchmark, times) for benchmark, times in turns if not _is_enough(times)]
    return [
        {"min": min(times) / benchmark.rows, "median": statistics.median(times) / benchmark.rows}
        for benchmark, times in zip(benchmarks, runs, strict=True)
    ]


def _is_enough(times: list[float]) -> bool:
    runs, spent = len(times), sum(times)
    enough = runs >= FEWEST_RUNS and spent >= LONG_ENOUGH
    return enough or runs >= MOST_RUNS or spent >= TOO_LONG
