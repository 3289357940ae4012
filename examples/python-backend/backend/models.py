"""What the database holds."""

import datetime
from typing import Any

from sqlalchemy import JSON, UniqueConstraint
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    """The tables."""

    type_annotation_map = {dict[str, Any]: JSON}  # noqa: RUF012 - SQLAlchemy's way


class MealPlan(Base):
    """The meals of a user's week."""

    __tablename__ = "meal_plans"
    __table_args__ = (UniqueConstraint("user_id", "week_start"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int]
    week_start: Mapped[datetime.date] = mapped_column(index=True)
    meals: Mapped[dict[str, Any]]
