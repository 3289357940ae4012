"""DATE columns of Mondays through SQLAlchemy, on real databases."""

from __future__ import annotations

import datetime
import pickle
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import (
    Date,
    Engine,
    Integer,
    case,
    create_engine,
    delete,
    func,
    insert,
    inspect,
    literal,
    select,
    text,
    update,
)
from sqlalchemy.exc import StatementError
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

from semaine import IsoWeek, NotAMondayError
from semaine.sqlalchemy import IsoWeekType, WeekStart, in_week

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement


class Base(DeclarativeBase):
    type_annotation_map = {IsoWeek: IsoWeekType}  # noqa: RUF012 - SQLAlchemy's way


class Plan(Base):
    __tablename__ = "plans"

    id: Mapped[int] = mapped_column(primary_key=True)
    week_start: Mapped[datetime.date | None] = mapped_column(WeekStart, index=True)
    week: Mapped[IsoWeek | None] = mapped_column(index=True)
    cooked_on: Mapped[datetime.date | None] = mapped_column(index=True)
    eaten_at: Mapped[datetime.datetime | None] = mapped_column(index=True)


@pytest.fixture(scope="module")
def sqlite() -> Iterator[Engine]:
    engine = create_engine("sqlite://")
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def postgresql(postgresql_socket: str) -> Iterator[Engine]:
    engine = create_engine(f"postgresql+psycopg://semaine@/postgres?host={postgresql_socket}")
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def session(request: pytest.FixtureRequest) -> Iterator[Session]:
    """Give a session on an empty table of each database."""
    engine = request.getfixturevalue(request.param)
    Base.metadata.create_all(engine)
    with Session(engine) as session:
        yield session
    Base.metadata.drop_all(engine)


def ids(session: Session, condition: ColumnElement[bool]) -> list[int]:
    """List the plans that a condition finds."""
    return list(session.scalars(select(Plan.id).where(condition).order_by(Plan.id)))


def test_the_columns_are_dates(session: Session) -> None:
    columns = {
        column["name"]: column["type"]
        for column in inspect(session.connection()).get_columns("plans")
    }
    assert isinstance(columns["week_start"], Date)
    assert isinstance(columns["week"], Date)


def test_values_come_back_as_they_went(session: Session) -> None:
    mondays = [
        date.min,
        date(2024, 12, 30),
        date(2025, 8, 4),
        date(2026, 12, 28),
        date(9999, 12, 27),
    ]
    weeks = [IsoWeek(*monday.isocalendar()[:2]) for monday in mondays]
    session.add_all(
        Plan(week_start=monday, week=week) for monday, week in zip(mondays, weeks, strict=True)
    )
    session.add(Plan())
    session.commit()
    session.expire_all()

    plans = list(session.scalars(select(Plan).order_by(Plan.id)))
    assert [plan.week_start for plan in plans] == [*mondays, None]
    assert [plan.week for plan in plans] == [*weeks, None]
    assert {type(plan.week_start) for plan in plans[:-1]} == {date}
    stored = session.execute(text("SELECT CAST(week AS VARCHAR) FROM plans ORDER BY id")).scalars()
    assert list(stored) == [*(monday.isoformat() for monday in mondays), None]


@pytest.mark.parametrize("days", range(1, 7))
def test_a_week_start_that_is_no_monday_is_refused(session: Session, days: int) -> None:
    day = date(2025, 8, 4) + timedelta(days)
    for refuse in (
        lambda: session.execute(insert(Plan), [{"week_start": day}]),
        lambda: session.execute(update(Plan).values(week_start=day)),
        lambda: session.execute(select(Plan).where(Plan.week_start == day)),
        lambda: session.execute(select(Plan).where(Plan.week_start != day)),
        lambda: session.execute(select(Plan).where(Plan.week_start.in_([day]))),
        lambda: session.execute(delete(Plan).where(Plan.week_start.not_in([day]))),
        lambda: session.execute(select(Plan).where(Plan.week_start.is_distinct_from(day))),
        lambda: session.execute(select(Plan).where(Plan.week_start.is_not_distinct_from(day))),
        lambda: session.execute(select(literal(day, WeekStart))),
    ):
        with pytest.raises(StatementError) as refused:
            refuse()
        error = refused.value.orig
        assert isinstance(error, NotAMondayError)
        assert (error.value, error.monday) == (day, date(2025, 8, 4))
        assert "its week starts on 2025-08-04" in str(refused.value)

    session.add(Plan(week_start=day))
    with pytest.raises(StatementError):
        session.flush()


@pytest.mark.parametrize("value", ["2025-08-04", 20250804, datetime.datetime(2025, 8, 4)])
def test_a_week_start_is_a_date(session: Session, value: Any) -> None:
    with pytest.raises(StatementError) as refused:
        session.execute(insert(Plan), [{"week_start": value}])
    assert isinstance(refused.value.orig, TypeError)
    assert type(value).__name__ in str(refused.value.orig)


@pytest.mark.parametrize("value", ["2025-W32", date(2025, 8, 4), 202532])
def test_a_week_is_an_iso_week(session: Session, value: Any) -> None:
    for statement in (insert(Plan).values(week=value), select(Plan).where(Plan.week == value)):
        with pytest.raises(StatementError) as refused:
            session.execute(statement)
        assert isinstance(refused.value.orig, TypeError)
        name = type(value).__name__
        assert f"IsoWeekType takes a semaine.IsoWeek, not {name}" in str(refused.value)


def test_a_week_beyond_dates_is_refused(session: Session) -> None:
    with pytest.raises(StatementError) as refused:
        session.execute(insert(Plan).values(week=IsoWeek(10_000, 2)))
    assert isinstance(refused.value.orig, OverflowError)


def test_a_stored_date_that_is_no_monday_is_told_when_read(session: Session) -> None:
    session.execute(
        text("INSERT INTO plans (id, week, week_start) VALUES (1, '2025-08-07', '2025-08-07')")
    )
    with pytest.raises(NotAMondayError, match="2025-08-07 is a Thursday"):
        session.scalars(select(Plan.week)).all()
    # What is there already can be read, for instance to repair it.
    assert session.scalars(select(Plan.week_start)).one() == date(2025, 8, 7)


def fill(session: Session, days: int) -> list[date]:
    """Add a plan, with the id of its index, for each day around a year's end."""
    first = date(2026, 12, 20)
    dates = [first + timedelta(index) for index in range(days)]
    for index, day in enumerate(dates):
        monday = day - timedelta(day.weekday())
        session.add(
            Plan(
                id=index,
                week_start=monday,
                week=IsoWeek(*day.isocalendar()[:2]),
                cooked_on=day,
                eaten_at=datetime.datetime.combine(
                    day, datetime.time.max if index % 2 else datetime.time.min
                ),
            )
        )
    session.flush()
    return dates


def test_weeks_are_compared_and_ordered(session: Session) -> None:
    dates = fill(session, 28)
    week = IsoWeek(2026, 53)
    year_week = [day.isocalendar()[:2] for day in dates]
    wanted: list[tuple[ColumnElement[bool], Any]] = [
        (Plan.week == week, lambda key: key == (2026, 53)),
        (Plan.week != week, lambda key: key != (2026, 53)),
        (Plan.week < week, lambda key: key < (2026, 53)),
        (Plan.week >= week, lambda key: key >= (2026, 53)),
        (Plan.week.between(week, week + 1), lambda key: (2026, 53) <= key <= (2027, 1)),
        (Plan.week.in_([week, week + 2]), lambda key: key in {(2026, 53), (2027, 2)}),
    ]
    for condition, holds in wanted:
        found = ids(session, condition)
        assert found == [index for index, key in enumerate(year_week) if holds(key)]
        assert 0 < len(found) < len(dates)

    assert session.scalar(select(func.max(Plan.week))) == IsoWeek(*max(year_week))
    ordered = session.scalars(select(Plan.week).distinct().order_by(Plan.week.desc())).all()
    assert ordered == [IsoWeek(*key) for key in sorted(set(year_week), reverse=True)]
    other = select(case((Plan.week == week, Plan.week), else_=None)).where(Plan.id == 0)
    assert session.scalar(other) is None


def test_week_starts_are_ordered_among_any_dates(session: Session) -> None:
    dates = fill(session, 28)
    day = date(2026, 12, 31)
    mondays = [day - timedelta(day.weekday()) for day in dates]
    assert ids(session, Plan.week_start >= day) == [
        index for index, monday in enumerate(mondays) if monday >= day
    ]
    assert ids(session, Plan.week_start.between(day - timedelta(7), day)) == [
        index for index, monday in enumerate(mondays) if day - timedelta(7) <= monday <= day
    ]
    monday = date(2026, 12, 28)
    assert ids(session, Plan.week_start == monday) == [
        index for index, start in enumerate(mondays) if start == monday
    ]


def test_a_week_start_takes_part_in_arithmetic(session: Session) -> None:
    """PostgreSQL adds days to a date; SQLite has no such dates."""
    fill(session, 1)
    if session.get_bind().dialect.name == "sqlite":
        assert isinstance((Plan.week_start + 7).right.type, Integer)
    else:
        assert session.scalar(select(Plan.week_start + 7)) == date(2026, 12, 21)


@pytest.mark.parametrize("column", ["cooked_on", "eaten_at", "week_start"])
def test_the_dates_of_a_week(session: Session, column: str) -> None:
    dates = fill(session, 28)
    found = 0
    for week in IsoWeek.range(IsoWeek(2026, 51), IsoWeek(2027, 3)):
        rows = ids(session, in_week(getattr(Plan, column), week))
        found += len(rows)
        assert rows == [
            index
            for index, day in enumerate(dates)
            if day.isocalendar()[:2] == (week.year, week.week)
        ]
    assert found == len(dates)


@pytest.mark.parametrize("column", ["cooked_on", "eaten_at", "week_start"])
def test_an_index_answers_for_the_dates_of_a_week(session: Session, column: str) -> None:
    condition = in_week(getattr(Plan, column), IsoWeek(2025, 32))
    statement = (
        select(Plan.id)
        .where(condition)
        .compile(session.get_bind(), compile_kwargs={"literal_binds": True})
    )
    if session.get_bind().dialect.name == "sqlite":
        explain = f"EXPLAIN QUERY PLAN {statement}"
    else:
        session.execute(text("SET LOCAL enable_seqscan = off"))
        explain = f"EXPLAIN {statement}"
    plan = "\n".join(str(tuple(row)) for row in session.execute(text(explain)))
    assert f"ix_plans_{column}" in plan
    # Searched from one bound to the other, and not filtered after a scan of the whole index.
    assert f"{column}>? AND {column}<?" in plan or "Index Cond" in plan


def test_the_last_week_of_datetime_has_no_upper_bound() -> None:
    with pytest.raises(OverflowError, match=r"is beyond datetime\.date"):
        in_week(Plan.cooked_on, IsoWeek(9999, 52))
    in_week(Plan.cooked_on, IsoWeek(9999, 51))


def test_types_are_described_and_pickled() -> None:
    for kind, python_type in ((WeekStart(), date), (IsoWeekType(), IsoWeek)):
        assert kind.python_type is python_type
        assert kind.cache_ok is True
        # As migrations of Alembic write it.
        assert repr(kind) == f"{type(kind).__name__}()"
        assert type(pickle.loads(pickle.dumps(kind))) is type(kind)
