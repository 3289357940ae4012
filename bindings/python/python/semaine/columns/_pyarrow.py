"""Arrays and chunked arrays of pyarrow."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from semaine.columns import _arrow
from semaine.columns._dispatch import wrong_type

if TYPE_CHECKING:
    from semaine.columns._question import Question


def answer(question: Question, column: Any) -> Any:
    """Answer an array with an array, a chunked array with one of the same chunks."""
    if isinstance(column, pa.Array):
        return _answer(question, column, pa.array)
    if isinstance(column, pa.ChunkedArray):
        return _answer(question, column, pa.chunked_array)
    if isinstance(column, (pa.RecordBatch, pa.Table, pa.RecordBatchReader)):
        return _arrow.answer(question, column)
    raise wrong_type(question, column)
