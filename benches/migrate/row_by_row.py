"""Move the weeks of all meal plans to their Mondays with SQLAlchemy, row by row."""

import datetime
import sys

from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

PAGE = 1000


class Base(DeclarativeBase):
    """The tables."""


class MealPlan(Base):
    """A plan, as far as it is needed here."""

    __tablename__ = "meal_plans"

    id: Mapped[int] = mapped_column(primary_key=True)
    week_start: Mapped[datetime.date]


def migrate(url: str) -> int:
    """Move every week, and count those that were not on a Monday."""
    moved = 0
    last = 0
    with Session(create_engine(url)) as session:
        wanted = select(MealPlan).order_by(MealPlan.id).limit(PAGE)
        while plans := session.scalars(wanted.where(MealPlan.id > last)).all():
            for plan in plans:
                weekday = plan.week_start.weekday()
                if weekday != 0:
                    plan.week_start -= datetime.timedelta(days=weekday)
                    moved += 1
            last = plans[-1].id
            session.flush()
            session.expunge_all()
        session.commit()
    return moved


if __name__ == "__main__":
    print(migrate(sys.argv[1]))  # noqa: T201 - what a script answers
