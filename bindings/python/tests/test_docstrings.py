"""The examples in the docstrings of the compiled module, which pytest itself does not look into."""

from __future__ import annotations

import doctest
import inspect
from typing import TYPE_CHECKING

import pytest

from semaine import _semaine

if TYPE_CHECKING:
    from collections.abc import Iterator


def examples() -> Iterator[doctest.DocTest]:
    """Find the examples of every function and class, and of the members of classes."""
    parser = doctest.DocTestParser()
    for name, member in public(_semaine):
        for inner, documented in [(name, member), *public(member, name + ".")]:
            text = inspect.getdoc(documented) or ""
            yield parser.get_doctest(text, {}, inner, _semaine.__file__, None)


def public(owner: object, prefix: str = "") -> list[tuple[str, object]]:
    """Name the functions, classes and properties of a module or a class; others have none here."""
    if not (inspect.ismodule(owner) or inspect.isclass(owner)):
        return []
    return [
        (prefix + name, member)
        for name, member in inspect.getmembers(owner)
        if not name.startswith("_") and (inspect.isclass(member) or is_descriptor(member))
    ]


def is_descriptor(member: object) -> bool:
    """Tell a function or property from a value, whose documentation is that of its class."""
    return inspect.isroutine(member) or inspect.isdatadescriptor(member)


EXAMPLES = [example for example in examples() if example.examples]


def test_there_are_examples() -> None:
    assert len(EXAMPLES) >= 1


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_examples(example: doctest.DocTest) -> None:
    results = doctest.DocTestRunner(verbose=False).run(example)
    assert results.attempted == len(example.examples)
    assert results.failed == 0
