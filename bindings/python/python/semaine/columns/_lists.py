"""Lists, tuples and other iterables of dates or texts: answers are lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from semaine._semaine import answer_rows

if TYPE_CHECKING:
    from collections.abc import Iterable

    from semaine.columns._question import Question


def answer(question: Question, column: Iterable[object]) -> list[Any]:
    """Answer row by row; None stays None."""
    return answer_rows(question, tuple(column))
