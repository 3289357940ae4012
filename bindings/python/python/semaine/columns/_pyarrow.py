"""Arrays and chunked arrays of pyarrow."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.compute as pc

from semaine.columns import _arrow
from semaine.columns._dispatch import wrong_type

if TYPE_CHECKING:
    from collections.abc import Callable

    from semaine.columns._question import Question

# Time zones without rules, which need no data base.
_FIXED = re.compile(r"UTC|Etc/UTC|GMT|Z|[+-]\d\d:?\d\d")


def answer(question: Question, column: Any) -> Any:
    """Answer an array with an array, a chunked array with one of the same chunks."""
    if isinstance(column, (pa.RecordBatch, pa.Table, pa.RecordBatchReader)):
        return _arrow.answer(question, column)
    if not isinstance(column, (pa.Array, pa.ChunkedArray)):
        raise wrong_type(question, column)
    zone: str = getattr(column.type, "tz", None) or "UTC"
    is_named = not _FIXED.fullmatch(zone)
    if is_named:
        column = _chunk_by_chunk(_local, column)
    answers = _arrow.answer(question, column)
    answers = pa.array(answers) if isinstance(column, pa.Array) else pa.chunked_array(answers)
    if is_named and question.name in ("week_start", "week_end"):
        return _chunk_by_chunk(lambda days: _at_midnight(days, zone), answers)
    return answers


def _chunk_by_chunk(function: Callable[[Any], Any], column: Any) -> Any:
    """Call a function of pyarrow, many of which merge the chunks of what they are given."""
    if isinstance(column, pa.Array):
        return function(column)
    # Of a column without chunks, the type of the answers is that of an empty chunk's.
    empty = function(pa.array([], column.type))
    return pa.chunked_array([function(chunk) for chunk in column.chunks], empty.type)


def _local(instants: Any) -> Any:
    """Give what the clocks of the zone show; null where that would wrap in 64 bits."""
    shown = pc.local_timestamp(instants)
    utc, local = instants.view(pa.int64()), shown.view(pa.int64())
    far = 2**62
    least, most = pc.min_max(utc).as_py().values()
    if (most or 0) <= far and (least or 0) >= -far:
        return shown
    has_wrapped = pc.or_(
        pc.and_(pc.greater(utc, far), pc.less(local, 0)),
        pc.and_(pc.less(utc, -far), pc.greater(local, 0)),
    )
    return pc.if_else(has_wrapped, pa.scalar(None, shown.type), shown)


def _at_midnight(days: Any, zone: str) -> Any:
    """Give the first instant of each day, where clocks skip midnight, too."""
    return pc.assume_timezone(days, zone, ambiguous="earliest", nonexistent="latest")
