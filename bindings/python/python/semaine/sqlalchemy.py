"""Weeks in databases that SQLAlchemy speaks to: DATE columns that hold Mondays.

>>> import datetime
>>> from sqlalchemy import Date, create_engine, select
>>> from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column
>>> from semaine import IsoWeek
>>> from semaine.sqlalchemy import IsoWeekType, WeekStart, in_week
>>> class Base(DeclarativeBase):
...     type_annotation_map = {IsoWeek: IsoWeekType}
>>> class MealPlan(Base):
...     __tablename__ = "meal_plans"
...     id: Mapped[int] = mapped_column(primary_key=True)
...     week_start: Mapped[datetime.date] = mapped_column(WeekStart)
...     shopping_week: Mapped[IsoWeek]
...     cooked_on: Mapped[datetime.date]
>>> engine = create_engine("sqlite://")
>>> Base.metadata.create_all(engine)
>>> with Session(engine) as session:
...     week = IsoWeek(2025, 32)
...     plan = MealPlan(week_start=week.monday, shopping_week=week, cooked_on=week.day(4))
...     session.add(plan)
...     session.commit()
...     this_week = select(MealPlan).where(in_week(MealPlan.cooked_on, week))
...     session.scalars(this_week).one().shopping_week
IsoWeek(2025, 32)
>>> engine.dispose()
"""

import datetime
from typing import Any

from sqlalchemy import ColumnElement, Date, Dialect, SQLColumnExpression, and_
from sqlalchemy.sql import operators
from sqlalchemy.types import TypeDecorator, TypeEngine

from semaine._semaine import IsoWeek

__all__ = ["IsoWeekType", "WeekStart", "in_week"]

_NAMES_A_WEEK = frozenset(
    (
        operators.eq,
        operators.ne,
        operators.in_op,
        operators.not_in_op,
        operators.is_distinct_from,
        operators.is_not_distinct_from,
    )
)


class WeekStart(TypeDecorator[datetime.date]):
    """A DATE that is a Monday, as :class:`datetime.date`.

    A statement that stores another weekday, or compares for equality with one, raises SQLAlchemy's
    ``StatementError`` whose ``orig`` is the :class:`semaine.NotAMondayError`, or a ``TypeError``
    for anything but a date, also for a ``datetime``, whose time would be lost. Comparisons of order
    take any date. What the database holds is given as it is.
    """

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = Date
    cache_ok: bool | None = True

    @property
    def python_type(self) -> type[datetime.date]:
        """Name the class of values."""
        return datetime.date

    def process_bind_param(
        self, value: datetime.date | None, dialect: Dialect
    ) -> datetime.date | None:
        """Refuse what is not a Monday."""
        del dialect
        if value is None:
            return None
        if isinstance(value, datetime.datetime):
            message = f"WeekStart takes a datetime.date, not {type(value).__name__}"
            raise TypeError(message)
        IsoWeek.from_monday(value)
        return value

    def coerce_compared_value(
        self, op: operators.OperatorType | None, value: object
    ) -> TypeEngine[Any]:
        """Give the type of the other side: of a plain DATE wherever it need not be a Monday."""
        if op in _NAMES_A_WEEK:
            return self
        return self.impl_instance.coerce_compared_value(op, value)


class IsoWeekType(TypeDecorator[IsoWeek]):
    """A DATE that is a Monday, as :class:`semaine.IsoWeek`.

    Weeks are compared, ordered and indexed as the dates of their Mondays. A statement raises
    SQLAlchemy's ``StatementError``, whose ``orig`` is a ``TypeError`` for anything but an
    ``IsoWeek``, and an ``OverflowError`` for a week whose Monday ``datetime.date`` cannot hold.
    A stored date that is no Monday raises :class:`semaine.NotAMondayError` when it is read.
    """

    impl: TypeEngine[Any] | type[TypeEngine[Any]] = Date
    cache_ok: bool | None = True

    @property
    def python_type(self) -> type[IsoWeek]:
        """Name the class of values."""
        return IsoWeek

    def process_bind_param(self, value: object, dialect: Dialect) -> datetime.date | None:
        """Store the Monday."""
        del dialect
        if value is None:
            return None
        if not isinstance(value, IsoWeek):
            message = f"IsoWeekType takes a semaine.IsoWeek, not {type(value).__name__}"
            raise TypeError(message)
        return value.monday

    def process_result_value(self, value: datetime.date | None, dialect: Dialect) -> IsoWeek | None:
        """Name the week that starts on the stored Monday."""
        del dialect
        return None if value is None else IsoWeek.from_monday(value)


def in_week(column: SQLColumnExpression[Any], week: IsoWeek) -> ColumnElement[bool]:
    """Make the condition that a date lies in a week, which an index on the column can answer.

    It is ``column >= monday AND column < next_monday``.

    Parameters
    ----------
    column : SQLAlchemy column expression
        Of a DATE, or a timestamp without time zone; one with a time zone is compared in the
        session's zone.
    week : IsoWeek
        The week.

    Raises
    ------
    OverflowError
        If one of the two Mondays lies beyond ``datetime.date``.

    Examples
    --------
    >>> from sqlalchemy import Date, column
    >>> from semaine import IsoWeek
    >>> print(in_week(column("cooked_on", Date), IsoWeek(2025, 32)))
    cooked_on >= :cooked_on_1 AND cooked_on < :cooked_on_2
    """
    return and_(column >= week.monday, column < (week + 1).monday)
