"""The HTTP interface."""

import datetime
from collections.abc import Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, Header, HTTPException, Request, status
from fastapi.responses import JSONResponse
from pydantic import BaseModel, ConfigDict
from sqlalchemy import Engine, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from semaine import date_utils

from .models import Base, MealPlan


class NewPlan(BaseModel):
    """A plan as a client sends it; its week start has one of the forms of `parse_date`."""

    user_id: int
    week_start: str
    meals: dict[str, Any] = {}


class Plan(BaseModel):
    """A plan as a client gets it."""

    model_config = ConfigDict(from_attributes=True)

    id: int
    user_id: int
    week_start: datetime.date
    meals: dict[str, Any]


class Week(BaseModel):
    """A week as a client shows it."""

    year: int
    week: int
    label: str
    days: list[datetime.date]
    previous: datetime.date
    next: datetime.date


def session(request: Request) -> Iterator[Session]:
    """Open a session for a request."""
    with Session(request.app.state.engine) as opened:
        yield opened


Database = Annotated[Session, Depends(session)]
Language = Annotated[str, Header(alias="Accept-Language")]
router = APIRouter(prefix="/api")


def create_app(engine: Engine) -> FastAPI:
    """Make the application on a database."""
    Base.metadata.create_all(engine)
    app = FastAPI(title="Meal plans")
    app.state.engine = engine
    app.include_router(router)
    app.add_exception_handler(ValueError, refuse)
    return app


def refuse(_request: Request, error: Exception) -> JSONResponse:
    """Tell a client what is wrong with a date."""
    return JSONResponse({"error": str(error)}, status.HTTP_400_BAD_REQUEST)


@router.get("/weeks/current")
def current_week(language: Language = "fr") -> Week:
    """Describe the current week."""
    return week_of(date_utils.get_current_week_monday(), language)


@router.get("/weeks/{date:path}")
def week(date: str, language: Language = "fr") -> Week:
    """Describe the week of a date."""
    return week_of(date_utils.get_monday_of_week(date_utils.parse_date(date)), language)


@router.post("/meal-plans", status_code=status.HTTP_201_CREATED)
def create(plan: NewPlan, database: Database) -> Plan:
    """Store the plan of a week, which has none yet."""
    week_start = date_utils.parse_date(plan.week_start)
    date_utils.validate_week_start_iso8601(week_start)
    stored = MealPlan(user_id=plan.user_id, week_start=week_start, meals=plan.meals)
    database.add(stored)
    try:
        database.commit()
    except IntegrityError as error:
        raise HTTPException(status.HTTP_409_CONFLICT, "this week has a plan") from error
    return Plan.model_validate(stored)


@router.get("/meal-plans/week/{date:path}")
def plans_of_week(date: str, database: Database) -> list[Plan]:
    """List the plans of the week of a date."""
    monday, sunday = date_utils.get_week_range_iso8601(date_utils.parse_date(date))
    found = select(MealPlan).where(MealPlan.week_start.between(monday, sunday))
    return [Plan.model_validate(plan) for plan in database.scalars(found)]


@router.get("/week-starts/check")
def check(database: Database) -> dict[str, Any]:
    """Report the stored week starts that are no Mondays."""
    dates = database.scalars(select(MealPlan.week_start).order_by(MealPlan.id)).all()
    valid, messages = date_utils.validate_database_week_starts(list(dates))
    return {"valid": valid, "messages": messages}


@router.post("/week-starts/convert")
def convert(database: Database) -> list[tuple[datetime.date, datetime.date]]:
    """Move the stored week starts to Mondays, and list where each was and is."""
    plans = database.scalars(select(MealPlan).order_by(MealPlan.id)).all()
    converted = date_utils.batch_convert_week_starts([plan.week_start for plan in plans])
    for plan, (_, monday) in zip(plans, converted, strict=True):
        plan.week_start = monday
    database.commit()
    return converted


def week_of(monday: datetime.date, language: str) -> Week:
    """Describe a week in the language that a client prefers."""
    return Week(
        year=date_utils.get_week_year_iso8601(monday),
        week=date_utils.get_week_number_iso8601(monday),
        label=date_utils.format_week_display(monday, locale=language[:2]),
        days=date_utils.get_week_dates(monday),
        previous=date_utils.previous_monday(monday),
        next=date_utils.next_monday(monday),
    )
