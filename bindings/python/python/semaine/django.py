"""Weeks in the models, queries and forms of Django: DATE columns that hold Mondays.

An example of a model, and of what can be asked of it::

    class MealPlan(models.Model):
        week = IsoWeekField()                   # a semaine.IsoWeek
        week_start = WeekStartField()           # a datetime.date that is a Monday
        cooked_on = models.DateField(db_index=True)

    MealPlan.objects.filter(week=IsoWeek(2025, 32))
    MealPlan.objects.filter(week__gte="2025-W32").order_by("week")
    MealPlan.objects.filter(week__contains=date(2025, 8, 7))
    MealPlan.objects.filter(cooked_on__in_week=IsoWeek(2025, 32))

Importing this module gives every ``DateField`` and ``DateTimeField`` the lookup ``in_week``. Unlike
Django's own ``week`` and ``iso_year``, which the database computes row by row, it is the condition
``day >= monday AND day < next_monday``, which an index can answer.

That a column holds Mondays only can be asked of the database as well, in ``Meta.constraints``::

    models.CheckConstraint(condition=Q(week_start__iso_week_day=1), name="week_start_is_a_monday")
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.lookups import Exact, GreaterThanOrEqual, LessThan
from django.utils import timezone

from semaine._errors import NotAMondayError, WeekError
from semaine._semaine import IsoWeek

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.core.validators import _ValidatorCallable
    from django.db.backends.base.base import BaseDatabaseWrapper
    from django.db.models.expressions import Combinable
    from django.db.models.sql.compiler import SQLCompiler

    # Django's own classes are generic for the checkers of types alone.
    _Date = models.DateField[str | datetime.date | Combinable, datetime.date]
    _Field = models.Field[IsoWeek | str | Combinable, IsoWeek]
    _Lookup = models.Lookup[Any]
else:
    _Date, _Field, _Lookup = models.DateField, models.Field, models.Lookup

__all__ = [
    "IsoWeekField",
    "IsoWeekFormField",
    "WeekInput",
    "WeekStartField",
    "validate_week_start",
]


def validate_week_start(value: datetime.date) -> None:
    """Refuse a date that is no Monday, as a validator of a field.

    Raises
    ------
    ValidationError
        With the code ``not_a_monday``, and the right Monday in its ``params``.
    """
    try:
        IsoWeek.from_monday(value)
    except NotAMondayError as error:
        params = {"value": error.value, "monday": error.monday}
        raise ValidationError(str(error), error.code, params) from error


class WeekStartField(_Date):
    """A date that is a Monday.

    Forms and ``full_clean`` refuse another weekday as :func:`validate_week_start` does. What saves
    without them raises :class:`semaine.NotAMondayError`.
    """

    default_validators: list[_ValidatorCallable] = [validate_week_start]  # noqa: RUF012 - it is a list in Django

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        """Refuse what is not a Monday; an expression is left to the database."""
        if not hasattr(value, "as_sql"):
            day = self.to_python(value)
            if day is not None:
                IsoWeek.from_monday(day)
        return super().get_db_prep_save(value, connection)


class WeekInput(forms.widgets.Input):
    """The control ``<input type="week">``, which browsers that have none show as a text field."""

    input_type: str | None = "week"


class IsoWeekFormField(forms.Field):
    """A :class:`semaine.IsoWeek` from the text that ``<input type="week">`` sends.

    It is refused with the codes of :meth:`semaine.IsoWeek.parse_html`, such as
    ``week_not_in_year``.
    """

    widget = WeekInput

    def to_python(self, value: object) -> IsoWeek | None:
        """Read the text."""
        if value in self.empty_values:
            return None
        return _week(value, lambda text: IsoWeek.parse_html(text.strip()))

    def prepare_value(self, value: object) -> object:
        """Write a week as the control shows it; what could not be read is shown as it was."""
        return value.to_html() if isinstance(value, IsoWeek) else value


class IsoWeekField(_Field):
    """A week: in Python a :class:`semaine.IsoWeek`, in the database the DATE of its Monday.

    It takes an ISO text such as ``2025-W32`` for a week, as a ``DateField`` takes one for a date,
    and refuses a date, which says more than a week. Weeks are compared, ordered and indexed as
    their Mondays. The lookup ``contains`` finds the week that a date lies in.

    A stored date that is no Monday raises :class:`semaine.NotAMondayError` when it is read, and a
    week whose Monday lies beyond ``datetime.date`` raises ``OverflowError`` when it is stored.
    """

    empty_strings_allowed = False

    _pyi_private_set_type: IsoWeek | str | Combinable
    _pyi_private_get_type: IsoWeek
    _pyi_lookup_exact_type: IsoWeek | str

    def get_internal_type(self) -> str:
        """Name the field whose column it has."""
        return "DateField"

    def to_python(self, value: object) -> IsoWeek | None:
        """Read a text."""
        return None if value is None else _week(value, IsoWeek.parse)

    def get_prep_value(self, value: Any) -> datetime.date | None:
        """Give the Monday."""
        week = self.to_python(super().get_prep_value(value))
        return None if week is None else week.monday

    def get_db_prep_value(
        self,
        value: Any,
        connection: BaseDatabaseWrapper,
        prepared: bool = False,  # noqa: FBT001, FBT002 - as Django calls it
    ) -> object:
        """Give the Monday as the database's driver takes it."""
        day = super().get_db_prep_value(value, connection, prepared)
        return connection.ops.adapt_datefield_value(day)

    def from_db_value(
        self, value: datetime.date | None, _expression: object, _connection: object
    ) -> IsoWeek | None:
        """Name the week that starts on the stored Monday."""
        return None if value is None else IsoWeek.from_monday(value)

    def value_to_string(self, obj: models.Model) -> str:
        """Write the week as fixtures hold it."""
        week: Any = self.value_from_object(obj)
        return "" if week is None else str(week)

    def formfield(self, **kwargs: Any) -> forms.Field | None:
        """Make the field of a form."""
        options: dict[str, Any] = {"form_class": IsoWeekFormField, **kwargs}
        return super().formfield(**options)


@IsoWeekField.register_lookup
class _Contains(_Lookup):
    """``week__contains=date``: the week that the date lies in."""

    lookup_name = "contains"

    def get_prep_lookup(self) -> IsoWeek:
        return IsoWeek.of(self.rhs)

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[Any, ...]]:
        del connection
        sql, params = compiler.compile(Exact(self.lhs, self.rhs))
        return sql, tuple(params)


@models.DateField.register_lookup
class _InWeek(_Lookup):
    """``day__in_week=week``: the days from the week's Monday up to, and without, the next."""

    lookup_name = "in_week"

    def get_prep_lookup(self) -> IsoWeek:
        if not isinstance(self.rhs, IsoWeek):
            message = f"in_week takes a semaine.IsoWeek, not {type(self.rhs).__name__}"
            raise TypeError(message)
        return self.rhs

    def as_sql(
        self, compiler: SQLCompiler, connection: BaseDatabaseWrapper
    ) -> tuple[str, tuple[Any, ...]]:
        del connection
        field = self.lhs.output_field
        from_monday = GreaterThanOrEqual(self.lhs, _bound(field, self.rhs.monday))
        to_monday = LessThan(self.lhs, _bound(field, (self.rhs + 1).monday))
        first, first_params = compiler.compile(from_monday)
        second, second_params = compiler.compile(to_monday)
        return f"({first} AND {second})", (*first_params, *second_params)


def _bound(field: object, day: datetime.date) -> datetime.date:
    """Give the day, or for a field of times its midnight in the current time zone."""
    if not isinstance(field, models.DateTimeField):
        return day
    midnight = datetime.datetime.combine(day, datetime.time.min)
    return timezone.make_aware(midnight) if settings.USE_TZ else midnight


def _week(value: object, parse: Callable[[str], IsoWeek]) -> IsoWeek:
    """Give a week, or the one that a text names.

    Raises
    ------
    ValidationError
        For a text that is refused, and for anything else.
    """
    if isinstance(value, IsoWeek):
        return value
    if not isinstance(value, str):
        message = f"A semaine.IsoWeek or its text is needed, not {type(value).__name__}"
        raise ValidationError(message, "invalid")
    try:
        return parse(value)
    except WeekError as error:
        # As a parameter, since a message that quotes a percent sign is no template.
        message, params = "%(reason)s", {"reason": str(error), "value": value}
        raise ValidationError(message, error.code, params) from error
