"""What is public has a docstring in numpydoc style; `test_docstrings.py` runs the examples."""

import inspect
import re
from collections.abc import Iterator
from operator import itemgetter

import pytest

import semaine

SECTIONS = [
    "Parameters",
    "Attributes",
    "Returns",
    "Yields",
    "Raises",
    "See Also",
    "Notes",
    "Examples",
]
# What other functions make, and what Python makes of its fields.
MADE_ELSEWHERE = (semaine.WeekRange, semaine.MonthWeek, semaine.WeekError)


def public() -> Iterator[tuple[str, object]]:
    for name in semaine.__all__:
        member = getattr(semaine, name)
        if name == "__version__":
            continue
        yield name, member
        if inspect.isclass(member):
            fields = getattr(member, "_fields", ())
            for inner, value in sorted(vars(member).items(), key=itemgetter(0)):
                described = inspect.isroutine(value) or inspect.isdatadescriptor(value)
                if described and not inner.startswith("_") and inner not in fields:
                    yield f"{name}.{inner}", getattr(member, inner)


MEMBERS = list(public())
CALLABLES = [(name, member) for name, member in MEMBERS if callable(member)]


def test_the_public_names_are_found() -> None:
    names = {name for name, _ in MEMBERS}
    assert {"week_start", "IsoWeek.of", "IsoWeek.monday", "WeekRange.index"} <= names
    assert len(CALLABLES) >= 35


@pytest.mark.parametrize(("name", "member"), MEMBERS, ids=[name for name, _ in MEMBERS])
def test_docstring(name: str, member: object) -> None:
    text = inspect.getdoc(member) or ""
    summary = text.split("\n", 1)[0]
    assert summary.endswith((".", ":")), name
    assert len(summary) <= 100
    titles = re.findall(r"^(\w[\w ]*)\n-+$", text, re.MULTILINE)
    assert titles == [title for title in SECTIONS if title in titles], name
    underlines = re.findall(r"^(\w[\w ]*)\n(-+)$", text, re.MULTILINE)
    assert all(len(title) == len(line) for title, line in underlines)
    if callable(member):
        assert titles[-1:] == ["Examples"], name
        assert ">>> " in text.split("\nExamples\n", 1)[1]


@pytest.mark.parametrize(("name", "member"), CALLABLES, ids=[name for name, _ in CALLABLES])
def test_parameters_are_documented(name: str, member: object) -> None:
    if inspect.isclass(member) and issubclass(member, MADE_ELSEWHERE):
        return
    text = inspect.getdoc(member) or ""
    signature = inspect.signature(member)  # type: ignore[arg-type]
    for parameter in signature.parameters:
        if parameter not in {"self", "cls"}:
            assert re.search(rf"^(\w+, )*{parameter}(, \w+)* : ", text, re.MULTILINE), (
                name,
                parameter,
            )
