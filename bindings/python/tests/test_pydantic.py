"""IsoWeek and IsoWeekDate as types of pydantic's fields."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date, datetime, timezone
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, BeforeValidator, ConfigDict, TypeAdapter, ValidationError

from semaine import IsoWeek, IsoWeekDate, WeekError

WEEKS = TypeAdapter(IsoWeek)
DAYS = TypeAdapter(IsoWeekDate)


class Plan(BaseModel):
    week: IsoWeek
    day: IsoWeekDate | None = None
    meals: dict[IsoWeek, int] = {}


def refused(adapter: TypeAdapter[Any], value: object, *, strict: bool = False) -> Any:
    """Give the one error of a value."""
    with pytest.raises(ValidationError) as raised:
        adapter.validate_python(value, strict=strict)
    (error,) = raised.value.errors()
    return error


@given(st.dates())
def test_values_and_their_texts_are_accepted(day: date) -> None:
    year, week, weekday = day.isocalendar()
    text = f"{year:04}-W{week:02}"
    cases: list[tuple[TypeAdapter[Any], IsoWeek | IsoWeekDate, list[str]]] = [
        (WEEKS, IsoWeek(year, week), [text, text.replace("-", "")]),
        (
            DAYS,
            IsoWeekDate(year, week, weekday),
            [f"{text}-{weekday}", f"{text}-{weekday}".replace("-", "")],
        ),
    ]
    for adapter, value, texts in cases:
        assert adapter.validate_python(value) is value
        assert adapter.validate_python(value, strict=True) is value
        for accepted in texts:
            assert adapter.validate_python(accepted) == value
            assert adapter.validate_json(json.dumps(accepted)) == value
            assert adapter.validate_json(json.dumps(accepted), strict=True) == value
            assert adapter.validate_strings(accepted) == value
        assert adapter.dump_python(value) is value
        assert adapter.dump_python(value, mode="json") == texts[0]
        assert adapter.dump_json(value) == json.dumps(texts[0]).encode()


def test_a_model_comes_back_from_its_json() -> None:
    plan = Plan(week="2026-W53", day="2026W535", meals={"2025-W32": 3})  # type: ignore[arg-type, dict-item]
    assert plan.week == IsoWeek(2026, 53)
    assert plan.day == IsoWeekDate(2026, 53, 5)
    assert plan.model_dump() == {
        "week": plan.week,
        "day": plan.day,
        "meals": {IsoWeek(2025, 32): 3},
    }
    text = plan.model_dump_json()
    assert text == '{"week":"2026-W53","day":"2026-W53-5","meals":{"2025-W32":3}}'
    assert Plan.model_validate_json(text) == plan
    assert Plan(week=IsoWeek(2025, 32)).model_dump(mode="json")["day"] is None


@pytest.mark.parametrize(
    ("adapter", "text", "code", "value", "bounds", "offset"),
    [
        (WEEKS, "2021-W53", "week_not_in_year", 53, (1, 52), 6),
        (WEEKS, "2025-W54", "week_out_of_range", 54, (1, 53), 6),
        (WEEKS, "2025-w32", "parse_expected_w", None, None, 5),
        (WEEKS, "", "parse_empty", None, None, 0),
        (WEEKS, "2025-W32 ", "parse_trailing", None, None, 8),
        (WEEKS, "2025-{code}", "parse_expected_w", None, None, 5),
        (DAYS, "2025-W32-8", "weekday_out_of_range", 8, (1, 7), 9),
        (DAYS, "2025-W324", "parse_mixed_separators", None, None, 8),
    ],
)
def test_a_refused_text_says_what_the_core_says(  # noqa: PLR0913, PLR0917 - what an error has
    adapter: TypeAdapter[Any],
    text: str,
    code: str,
    value: int | None,
    bounds: tuple[int, int] | None,
    offset: int,
) -> None:
    parse = IsoWeek.parse if adapter is WEEKS else IsoWeekDate.parse
    with pytest.raises(WeekError) as raised:
        parse(text)
    error = refused(adapter, text)
    assert error["msg"] == str(raised.value)
    assert error["type"] == code
    context = {"code": code, "value": value, "range": bounds, "offset": offset}
    assert error["ctx"] == {name: known for name, known in context.items() if known is not None}
    assert error["input"] == text

    with pytest.raises(ValidationError) as from_json:
        adapter.validate_json(json.dumps(text))
    assert from_json.value.errors()[0]["msg"] == error["msg"]
    assert from_json.value.errors()[0]["type"] == code
    assert json.loads(from_json.value.json())[0]["ctx"]["code"] == code


@pytest.mark.parametrize("adapter", [WEEKS, DAYS])
@pytest.mark.parametrize(
    "value",
    [
        None,
        202532,
        b"2025-W32",
        date(2025, 8, 4),
        datetime(2025, 8, 4, tzinfo=timezone.utc),
        (2025, 32),
    ],
)
def test_anything_else_is_refused(adapter: TypeAdapter[Any], value: object) -> None:
    error = refused(adapter, value)
    assert error["type"] == "iso_week_type"
    name = "IsoWeek" if adapter is WEEKS else "IsoWeekDate"
    assert error["msg"] == f"Input should be a semaine.{name} or its ISO 8601 text"
    assert refused(adapter, value, strict=True)["type"] == "is_instance_of"


@pytest.mark.parametrize("text", ["202532", "null", "[2025, 32]", "{}"])
def test_json_that_is_no_text_is_refused(text: str) -> None:
    for adapter in (WEEKS, DAYS):
        with pytest.raises(ValidationError) as raised:
            adapter.validate_json(text)
        assert raised.value.errors()[0]["type"] == "string_type"


def test_each_class_refuses_the_other() -> None:
    week = IsoWeek(2025, 32)
    assert refused(DAYS, week)["type"] == "iso_week_type"
    assert refused(WEEKS, week.on(4))["type"] == "iso_week_type"


def test_strict_python_takes_no_text() -> None:
    assert refused(WEEKS, "2025-W32", strict=True)["type"] == "is_instance_of"

    class Strict(BaseModel):
        model_config = ConfigDict(strict=True)
        week: IsoWeek

    assert Strict.model_validate_json('{"week": "2025-W32"}').week == IsoWeek(2025, 32)
    with pytest.raises(ValidationError):
        Strict(week="2025-W32")  # type: ignore[arg-type]


def test_any_date_of_a_week_where_a_model_asks_for_it() -> None:
    adapter: TypeAdapter[IsoWeek] = TypeAdapter(Annotated[IsoWeek, BeforeValidator(IsoWeek.of)])
    assert adapter.validate_python(date(2025, 8, 7)) == IsoWeek(2025, 32)


@pytest.mark.parametrize("mode", ["validation", "serialization"])
@pytest.mark.parametrize(
    ("adapter", "title", "examples"),
    [
        (WEEKS, "IsoWeek", ["2025-W32", "2026-W53"]),
        (DAYS, "IsoWeekDate", ["2025-W32-4", "2026-W53-5"]),
    ],
)
def test_the_json_schema(
    adapter: TypeAdapter[Any], title: str, examples: list[str], mode: Any
) -> None:
    schema = adapter.json_schema(mode=mode)
    assert schema.pop("description")
    assert re.compile(schema.pop("pattern"))
    assert schema == {"title": title, "type": "string", "examples": examples}
    for example in examples:
        assert str(adapter.validate_python(example)) == example


def test_the_schema_of_a_model_keeps_what_is_said_of_a_field() -> None:
    schema = Plan.model_json_schema()
    assert schema["required"] == ["week"]
    assert schema["properties"]["week"]["type"] == "string"
    # A schema that somebody changes is a copy.
    schema["properties"]["week"]["examples"].clear()
    assert Plan.model_json_schema()["properties"]["week"]["examples"]


TEXTS = st.one_of(
    st.from_regex(r"[+-]?[0-9]{3,5}-?W[0-9]{2}(-?[0-9])?", fullmatch=True),
    st.text(alphabet="0123456789-W+w ", max_size=12),
)


@given(TEXTS)
def test_the_pattern_describes_what_is_read(text: str) -> None:
    for adapter, parse in ((WEEKS, IsoWeek.parse), (DAYS, IsoWeekDate.parse)):
        described = re.search(adapter.json_schema()["pattern"], text) is not None
        try:
            parse(text)
        except WeekError as error:
            # Only the form is described: not which weeks a year has, nor a year of minus zero.
            forms = "parse_" not in error.code or error.code == "parse_negative_zero"
            assert described <= forms
        else:
            assert described


def test_pydantic_is_not_imported_until_asked() -> None:
    program = """
import sys
from semaine import IsoWeek, date_utils
assert not [name for name in sys.modules if name.startswith("pydantic")]
from pydantic import TypeAdapter
assert TypeAdapter(IsoWeek).validate_json('"2025-W32"') == IsoWeek(2025, 32)
assert "semaine._pydantic" in sys.modules
"""
    subprocess.run([sys.executable, "-c", program], check=True)
