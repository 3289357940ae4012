"""Columns of one container: what is asked of them, and how the answers are compared."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa

from semaine import columns
from semaine_benches.benchmark import Benchmark, whole
from semaine_benches.inputs import COLUMN
from semaine_benches.oracle import QUESTIONS, expected

#: From a column to its answers.
Work = Callable[[Any], Any]
#: What a peer does, and how many rows of the column it is given.
Peer = tuple[Work, int]

#: Of what takes a tenth of a second for ten million rows, a tenth of them tells as much.
FEWER = COLUMN // 10
#: The same of what takes seconds.
FEWEST = COLUMN // 100


@dataclass(frozen=True)
class Container:
    """A container of columns.

    Parameters
    ----------
    name : str
        What its groups begin with.
    column : callable
        The column that is asked a question, of so many rows.
    moved : mapping
        By question, the bytes that are read and those that are written for each row.
    peers : mapping
        By question, who else answers it.
    """

    name: str
    column: Callable[[str, int], Any]
    moved: Mapping[str, tuple[int, int]]
    peers: Mapping[str, Mapping[str, Peer]]

    def groups(self) -> dict[str, Callable[[], Sequence[Benchmark]]]:
        """Give a group for each question."""
        return {f"{self.name}_{question}": partial(self.group, question) for question in self.moved}

    def group(self, question: str) -> list[Benchmark]:
        """Hold our answers to a question beside a copy of the bytes, and beside the peers."""
        ours = {"semaine": (getattr(columns, question), COLUMN)}
        return [
            _copy(sum(self.moved[question]) * COLUMN // 2),
            *(
                whole(
                    name if rows == COLUMN else f"{name}, {rows:,} rows",
                    partial(work, self.column(question, rows)),
                    rows,
                    expected(question, rows),
                    partial(comparable, question),
                )
                for name, (work, rows) in (ours | dict(self.peers.get(question, {}))).items()
            ),
        ]


def _copy(count: int) -> Benchmark:
    """As many bytes as are moved, half of them read and half written, to new memory."""
    source = np.zeros(count, np.uint8)
    source[-1] = 1
    return whole("memcpy", source.copy, COLUMN, [1], lambda copy: copy[-1:].tolist())


def comparable(question: str, answers: Any) -> pa.Array:
    """Give the answers of any container as one Arrow array of the question's type."""
    if question == "year_week":
        years, weeks = (_arrow(part).cast(pa.int32()).to_numpy() for part in _parts(answers))
        return pa.array(years * 100 + weeks)
    return _arrow(answers).cast(QUESTIONS[question])


def _arrow(answers: Any) -> pa.Array:
    if isinstance(answers, pl.Series):
        answers = answers.to_arrow()
    elif not isinstance(answers, (pa.Array, pa.ChunkedArray)):
        answers = pa.array(answers, from_pandas=True)
    return answers.combine_chunks() if isinstance(answers, pa.ChunkedArray) else answers


def _parts(answers: Any) -> Sequence[Any]:
    """Years and weeks, whichever way a container keeps them together."""
    if isinstance(answers, pd.DataFrame):
        return [answers["year"], answers["week"]]
    if isinstance(answers, tuple):
        return answers
    years, weeks, *_ = _arrow(answers).flatten()
    return years, weeks
