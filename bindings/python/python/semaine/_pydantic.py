"""What pydantic asks of a class: how to validate, serialise and describe it.

A field takes a value of the class and its ISO text, in the strict forms of ``parse``. In pydantic's
strict mode Python code has to give a value of the class; JSON, which has none, still gives a text.
A ``datetime.date`` is refused in every mode, since a week keeps less than a date says: where any
date of a week will do, write ``Annotated[IsoWeek, BeforeValidator(IsoWeek.of)]``.

Values become texts in JSON, also as keys, and remain themselves in Python.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from pydantic_core import PydanticCustomError, core_schema

from semaine._errors import WeekError
from semaine._semaine import IsoWeek, IsoWeekDate

if TYPE_CHECKING:
    from collections.abc import Mapping

_YEAR = "([0-9]{4}|[+-][0-9]{4,})"
_DESCRIPTIONS: Mapping[type[IsoWeek | IsoWeekDate], dict[str, Any]] = {
    IsoWeek: {
        "title": "IsoWeek",
        "description": "A week of ISO 8601.",
        "type": "string",
        "pattern": f"^{_YEAR}-?W[0-9]{{2}}$",
        "examples": ["2025-W32", "2026-W53"],
    },
    IsoWeekDate: {
        "title": "IsoWeekDate",
        "description": "A week of ISO 8601 and a weekday, 1 for Monday to 7 for Sunday.",
        "type": "string",
        "pattern": f"^{_YEAR}(-W[0-9]{{2}}-|W[0-9]{{2}})[1-7]$",
        "examples": ["2025-W32-4", "2026-W53-5"],
    },
}


def core_schema_of(cls: type[IsoWeek | IsoWeekDate]) -> core_schema.CoreSchema:
    """Validate values and texts, and serialise as text."""

    def parsed(text: str) -> IsoWeek | IsoWeekDate:
        try:
            return cls.parse(text)
        except WeekError as error:
            raise _refused(error) from error

    def value_or_text(value: object) -> IsoWeek | IsoWeekDate:
        if isinstance(value, cls):
            return value
        if isinstance(value, str):
            return parsed(value)
        code, message = "iso_week_type", "Input should be a semaine.{expected} or its ISO 8601 text"
        raise PydanticCustomError(code, message, {"expected": cls.__name__})

    text = core_schema.no_info_after_validator_function(parsed, core_schema.str_schema(strict=True))
    return core_schema.json_or_python_schema(
        json_schema=text,
        python_schema=core_schema.lax_or_strict_schema(
            lax_schema=core_schema.no_info_plain_validator_function(value_or_text),
            strict_schema=core_schema.is_instance_schema(cls),
        ),
        serialization=core_schema.to_string_ser_schema(when_used="json"),
    )


def json_schema_of(cls: type[IsoWeek | IsoWeekDate]) -> dict[str, Any]:
    """Describe the text."""
    return dict(_DESCRIPTIONS[cls])


def _refused(error: WeekError) -> PydanticCustomError:
    """Say what the core says, with what its error knows as the context."""
    known = ((name, getattr(error, name)) for name in ("code", "value", "range", "offset"))
    context = {name: value for name, value in known if value is not None}
    # Fit to be a template: of a refused text, the message quotes one character at most.
    code, message = cast("tuple[Any, Any]", (error.code, str(error)))
    return PydanticCustomError(code, message, context)
