"""Whatever exports Arrow data through the PyCapsule interface: answers export it, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from semaine._semaine import ArrowChunks, ArrowColumn, answer_arrow

if TYPE_CHECKING:
    from semaine.columns._question import Question


def answer(question: Question, column: Any) -> ArrowColumn | ArrowChunks:
    """Answer an array with an `ArrowColumn`, and a stream of arrays with `ArrowChunks`."""
    return answer_arrow(question, column)
