"""Three endpoints of `semaine-server` with FastAPI and SQLAlchemy, on the file that it filled.

They answer as the server does for what is valid, which is all that is measured.
"""

import datetime
import os
from typing import Annotated

from fastapi import FastAPI, HTTPException, Query
from pydantic import BaseModel, ConfigDict
from sqlalchemy import JSON, create_engine, select, tuple_
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

Meals = dict[str, dict[str, int]]


class Base(DeclarativeBase):
    """The tables."""

    type_annotation_map = {Meals: JSON}  # noqa: RUF012 - SQLAlchemy's way


class Row(Base):
    """A kept plan."""

    __tablename__ = "meal_plans"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int]
    week_start: Mapped[datetime.date]
    meals: Mapped[Meals]


class MealPlan(BaseModel):
    """A plan as a client gets it."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    user_id: int
    week_start: datetime.date
    meals: Meals


class MealPlanPage(BaseModel):
    """Some plans, and what to send as `after` for the next ones."""

    items: list[MealPlan]
    next: str | None


class Health(BaseModel):
    """That the service runs."""

    status: str
    version: str


class Filter(BaseModel):
    """Which plans are asked for."""

    user_id: int | None = None
    week_start: datetime.date | None = None
    first: Annotated[datetime.date | None, Query(alias="from")] = None
    last: Annotated[datetime.date | None, Query(alias="to")] = None
    limit: Annotated[int, Query(ge=1, le=100)] = 20
    after: Annotated[str | None, Query(pattern=r"^\d{4}-\d{2}-\d{2}\.\d{1,15}$")] = None


engine = create_engine(f"sqlite:///{os.environ['SEMAINE_PEER_DATABASE']}")
app = FastAPI(title="Meal plans by week", version="0.1.0")


@app.get("/health")
def health() -> Health:
    """Answer that the service runs."""
    return Health(status="ok", version=app.version)


@app.get("/api/meal-plans/week/{date}")
def plan_of_week(date: datetime.date, user_id: int = 1) -> MealPlan:
    """Give a user's plan for the week of a date."""
    with Session(engine) as session:
        plan = session.scalar(
            select(Row).where(Row.user_id == user_id, Row.week_start == monday_of(date))
        )
        if plan is None:
            raise HTTPException(404, "meal_plan_not_found")
        return MealPlan.model_validate(plan)


@app.get("/api/meal-plans")
def plans(asked: Annotated[Filter, Query()]) -> MealPlanPage:
    """Give plans in chronological order, a page at a time."""
    wanted = select(Row).order_by(Row.week_start, Row.id).limit(asked.limit + 1)
    if asked.user_id is not None:
        wanted = wanted.where(Row.user_id == asked.user_id)
    if asked.week_start is not None:
        wanted = wanted.where(Row.week_start == asked.week_start)
    if asked.first is not None:
        wanted = wanted.where(Row.week_start >= monday_of(asked.first))
    if asked.last is not None:
        wanted = wanted.where(Row.week_start <= monday_of(asked.last))
    if asked.after is not None:
        week_start, number = asked.after.split(".")
        place = (datetime.date.fromisoformat(week_start), int(number))
        wanted = wanted.where(tuple_(Row.week_start, Row.id) > place)
    with Session(engine) as session:
        found = [MealPlan.model_validate(row) for row in session.scalars(wanted)]
    items = found[: asked.limit]
    more = len(found) > asked.limit
    return MealPlanPage(
        items=items, next=f"{items[-1].week_start}.{items[-1].id}" if more else None
    )


def monday_of(date: datetime.date) -> datetime.date:
    """Give the Monday of a date's week."""
    return date - datetime.timedelta(days=date.weekday())
