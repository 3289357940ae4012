"""A way to do a job: what is timed, and what it answers."""

from __future__ import annotations

import time
from dataclasses import dataclass
from timeit import Timer
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: CPU time of the whole process: what other work on the machine takes does not count, and what a
#: library hides in threads does.
CLOCK = time.process_time_ns


@dataclass(frozen=True)
class Benchmark:
    """A way to work through all inputs of a job.

    Parameters
    ----------
    name : str
        Who does it: ``semaine``, a peer, or a floor.
    rows : int
        How many inputs one run of the timer works through.
    timer : timeit.Timer
        The work.
    answers : callable
        The same work with its answers, in the form of the expected ones.
    expected : object
        What the answers must be equal to.
    """

    name: str
    rows: int
    timer: Timer
    answers: Callable[[], Any]
    expected: Any

    def check(self) -> None:
        """Raise `AssertionError` if the answers are wrong: a wrong one may well be fast."""
        if self.answers() != self.expected:
            message = f"{self.name} gives wrong answers"
            raise AssertionError(message)


def each(
    name: str,
    expression: str,
    inputs: Sequence[object],
    expected: Sequence[object],
    **names: object,
) -> Benchmark:
    """Time an expression of `x` for each input.

    It is compiled into the loop, as `timeit` does it: calling a function around it would cost more
    than what is measured.
    """
    answers: list[object] = []
    names |= {"inputs": inputs, "collect": answers.append}
    timer = Timer(f"for x in inputs: {expression}", timer=CLOCK, globals=names)
    collecting = Timer(f"for x in inputs: collect({expression})", globals=names)

    def collected() -> list[object]:
        answers.clear()
        collecting.timeit(1)
        return answers

    return Benchmark(name, len(inputs), timer, collected, list(expected))


def whole(
    name: str,
    work: Callable[[], Any],
    rows: int,
    expected: object,
    answers: Callable[[Any], Any] = lambda result: result,
) -> Benchmark:
    """Time a function that works through all inputs at once."""
    return Benchmark(name, rows, Timer(work, timer=CLOCK), lambda: answers(work()), expected)
