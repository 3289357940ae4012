"""Fields of weeks in Django: models on real databases, migrations, fixtures and forms."""

from __future__ import annotations

import datetime
import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import django
import pytest
from django import forms
from django.conf import settings
from django.core import serializers
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connections, migrations, models, transaction
from django.db.migrations.state import ProjectState
from django.db.migrations.writer import MigrationWriter
from django.db.models import Case, F, Max, Q, Value, When
from django.db.models.functions import TruncDate
from django.test import override_settings
from django.utils import timezone

import semaine
from semaine import IsoWeek, IsoWeekDate, NotAMondayError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

settings.configure(
    DATABASES={
        "default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"},
        "postgresql": {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": "postgres",
            "USER": "semaine",
        },
    },
    TIME_ZONE="Europe/Paris",
    USE_TZ=True,
)
django.setup()

from semaine.django import (  # noqa: E402 - Django wants to be set up first
    IsoWeekField,
    IsoWeekFormField,
    WeekInput,
    WeekStartField,
    validate_week_start,
)


class Plan(models.Model):
    week = IsoWeekField(null=True, blank=True, db_index=True)
    week_start = WeekStartField(null=True, blank=True)
    cooked_on: Any = models.DateField(null=True, blank=True, db_index=True)
    eaten_at: Any = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        app_label = "plans"
        constraints = (
            models.CheckConstraint(
                condition=Q(week_start__iso_week_day=1), name="week_start_is_a_monday"
            ),
        )

    def __str__(self) -> str:
        return f"{self.week}"


@pytest.fixture(params=["default", "postgresql"])
def plans(request: pytest.FixtureRequest) -> Iterator[models.QuerySet[Plan]]:
    """Give the plans of an empty table of each database."""
    connection = connections[request.param]
    if request.param == "postgresql":
        connection.settings_dict["HOST"] = request.getfixturevalue("postgresql_socket")
    with connection.schema_editor() as editor:
        editor.create_model(Plan)
    try:
        yield Plan.objects.using(request.param)
    finally:
        with connection.schema_editor() as editor:
            editor.delete_model(Plan)
        if request.param == "postgresql":
            connection.close()


def ids(plans: models.QuerySet[Plan], **conditions: Any) -> list[int]:
    """List the plans that a filter finds."""
    return list(plans.filter(**conditions).order_by("id").values_list("id", flat=True))


def fill(plans: models.QuerySet[Plan], days: int) -> list[date]:
    """Add a plan, with the id of its index, for each day around a year's end."""
    dates = [date(2026, 12, 20) + timedelta(index) for index in range(days)]
    plans.bulk_create(
        Plan(
            id=index,
            week=IsoWeek(*day.isocalendar()[:2]),
            week_start=day - timedelta(day.weekday()),
            cooked_on=day,
            eaten_at=timezone.make_aware(
                datetime.datetime.combine(
                    day, datetime.time.max if index % 2 else datetime.time.min
                )
            ),
        )
        for index, day in enumerate(dates)
    )
    return dates


def test_values_come_back_as_they_went(plans: models.QuerySet[Plan]) -> None:
    mondays = [date(1, 1, 1), date(2024, 12, 30), date(2025, 8, 4), date(9999, 12, 27)]
    for monday in mondays:
        week = IsoWeek(*monday.isocalendar()[:2])
        plan = plans.create(week=week, week_start=monday)
        plan.refresh_from_db()
        assert (plan.week, plan.week_start) == (week, monday)
        assert list(plans.filter(week_start=F("week")).values_list("week", flat=True)) == [week]
        plan.delete()
    empty: Any = plans.create()
    empty.refresh_from_db()
    assert empty.week is None
    assert empty.week_start is None
    assert ids(plans, week__isnull=True) == [empty.pk]


def test_a_text_stands_for_a_week(plans: models.QuerySet[Plan]) -> None:
    plan = plans.create(week="2026-W53")
    plan.refresh_from_db()
    assert plan.week == IsoWeek(2026, 53)
    assert ids(plans, week="2026W53") == [plan.pk]


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("2021-W53", "week_not_in_year"),
        ("2025-%(", "parse_expected_w"),
        (date(2025, 8, 4), "invalid"),
        (202532, "invalid"),
    ],
)
def test_what_is_no_week_is_refused(plans: models.QuerySet[Plan], value: Any, code: str) -> None:
    for refuse in (
        lambda: plans.create(week=value),
        lambda: plans.filter(week=value),
        lambda: Plan(week=value).full_clean(),
    ):
        with pytest.raises(ValidationError) as refused:
            refuse()
        error = refused.value
        if hasattr(error, "error_dict"):
            (error,) = error.error_dict["week"]
        assert error.code == code
    assert plans.count() == 0


def test_a_refusal_says_what_the_core_says() -> None:
    with pytest.raises(ValidationError) as refused:
        IsoWeekField().to_python("2021-W53")
    assert refused.value.messages == [
        "week 53 does not exist in 2021, which has 52 weeks (at byte 6)"
    ]
    with pytest.raises(ValidationError, match="not datetime") as refused:
        IsoWeekField().to_python(datetime.datetime(2025, 8, 4))


def test_a_week_beyond_dates_is_refused(plans: models.QuerySet[Plan]) -> None:
    with pytest.raises(OverflowError, match=r"is beyond datetime\.date"):
        plans.create(week=IsoWeek(10_000, 2))


def test_a_stored_date_that_is_no_monday_is_told_when_read(plans: models.QuerySet[Plan]) -> None:
    plans.create(cooked_on=date(2025, 8, 7))
    plans.update(week=F("cooked_on"))
    with pytest.raises(NotAMondayError, match="2025-08-07 is a Thursday"):
        plans.get()


@pytest.mark.parametrize("days", range(1, 7))
def test_a_week_start_that_is_no_monday_is_refused(plans: models.QuerySet[Plan], days: int) -> None:
    monday = date(2025, 8, 4)
    day = monday + timedelta(days)
    plan = plans.create(week_start=monday)
    for refuse in (
        lambda: plans.create(week_start=day),
        lambda: plans.create(week_start=day.isoformat()),
        lambda: plans.bulk_create([Plan(week_start=day)]),
        lambda: plans.update(week_start=day),
        lambda: plans.update(week_start=Case(When(id=plan.pk, then=Value(day, WeekStartField())))),
    ):
        with pytest.raises(NotAMondayError) as refused:
            refuse()
        assert refused.value.monday == monday
    with pytest.raises(ValidationError) as invalid:
        Plan(week_start=day).full_clean()
    error = invalid.value.error_dict["week_start"][0]
    assert error.code == "not_a_monday"
    assert error.params == {"value": day, "monday": monday}
    assert error.messages[0].endswith("not a Monday: its week starts on 2025-08-04")
    # Expressions are the database's to judge, and lookups take any date.
    plans.update(week_start=F("week_start"))
    assert ids(plans, week_start__lt=day) == [plan.pk]
    assert ids(plans, week_start=day) == []


def test_the_database_can_refuse_as_well(plans: models.QuerySet[Plan]) -> None:
    plans.create(cooked_on=date(2025, 8, 7))
    with pytest.raises(IntegrityError), transaction.atomic(using=plans.db):
        plans.update(week_start=F("cooked_on"))


def test_a_monday_is_valid() -> None:
    Plan(week="2025-W32", week_start=date(2025, 8, 4)).full_clean(validate_constraints=False)
    Plan().full_clean(validate_constraints=False)
    validate_week_start(date(2025, 8, 4))


def test_weeks_are_compared_and_ordered(plans: models.QuerySet[Plan]) -> None:
    dates = fill(plans, 28)
    week = IsoWeek(2026, 53)
    keys = [day.isocalendar()[:2] for day in dates]
    wanted: list[tuple[str, Any, Callable[[tuple[int, int]], bool]]] = [
        ("week", week, lambda key: key == (2026, 53)),
        ("week__lt", week, lambda key: key < (2026, 53)),
        ("week__gte", "2026-W53", lambda key: key >= (2026, 53)),
        ("week__range", (week, week + 1), lambda key: (2026, 53) <= key <= (2027, 1)),
        ("week__in", [week, week + 2], lambda key: key in {(2026, 53), (2027, 2)}),
        ("week__contains", date(2027, 1, 3), lambda key: key == (2026, 53)),
        ("week__contains", datetime.datetime(2027, 1, 4), lambda key: key == (2027, 1)),
    ]
    for lookup, value, holds in wanted:
        found = ids(plans, **{lookup: value})
        assert found == [index for index, key in enumerate(keys) if holds(key)]
        assert 0 < len(found) < len(dates)
    assert plans.aggregate(Max("week")) == {"week__max": IsoWeek(*max(keys))}
    ordered = plans.order_by("-week").values_list("week", flat=True).distinct()
    assert list(ordered) == [IsoWeek(*key) for key in sorted(set(keys), reverse=True)]


@pytest.mark.parametrize("lookup", ["cooked_on", "eaten_at", "week_start", "eaten_at__date"])
def test_the_days_of_a_week(plans: models.QuerySet[Plan], lookup: str) -> None:
    dates = fill(plans, 28)
    found = 0
    for week in IsoWeek.range(IsoWeek(2026, 51), IsoWeek(2027, 3)):
        rows = ids(plans, **{f"{lookup}__in_week": week})
        found += len(rows)
        key = (week.year, week.week)
        assert rows == [index for index, day in enumerate(dates) if day.isocalendar()[:2] == key]
        others = plans.exclude(**{f"{lookup}__in_week": week}).count()
        assert others == len(dates) - len(rows)
    assert found == len(dates)


def test_the_times_of_a_week_without_time_zones() -> None:
    with override_settings(USE_TZ=False):
        query = str(Plan.objects.filter(eaten_at__in_week=IsoWeek(2025, 32)).query)
    assert "2025-08-04 00:00:00 AND" in query
    assert "2025-08-11 00:00:00)" in query


def test_conditions_of_weeks_combine(plans: models.QuerySet[Plan]) -> None:
    dates = fill(plans, 28)
    week = IsoWeek(2026, 53)
    either = Q(cooked_on__in_week=week) | Q(cooked_on=dates[-1])
    assert plans.filter(either).count() == 8
    assert plans.filter(~either).count() == 20
    days = plans.annotate(day=TruncDate("eaten_at"))
    assert days.filter(day__in_week=week).count() == 7


@pytest.mark.parametrize("value", [None, "2025-W32", date(2025, 8, 4), F("week")])
def test_the_days_are_those_of_an_iso_week(value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        Plan.objects.filter(cooked_on__in_week=value)


def test_a_week_contains_dates() -> None:
    with pytest.raises(TypeError, match=r"IsoWeek\.of\(\) takes a datetime\.date"):
        Plan.objects.filter(week__contains="2025-08-04")


@pytest.mark.parametrize(
    ("lookup", "value", "column"),
    [
        ("cooked_on__in_week", IsoWeek(2025, 32), "cooked_on"),
        ("eaten_at__in_week", IsoWeek(2025, 32), "eaten_at"),
        ("week__contains", date(2025, 8, 7), "week"),
    ],
)
def test_an_index_answers(
    plans: models.QuerySet[Plan], lookup: str, value: Any, column: str
) -> None:
    found = plans.filter(**{lookup: value}).values_list("id", flat=True)
    with transaction.atomic(using=plans.db), connections[plans.db].cursor() as cursor:
        if plans.db == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        plan = found.explain()
    searched = f"{column}=?" if column == "week" else f"{column}>? AND {column}<?"
    assert searched in plan or f"Index Cond: (({column} " in plan or "Index Cond: (week =" in plan


def test_the_last_week_of_datetime_has_no_upper_bound() -> None:
    with pytest.raises(OverflowError, match=r"is beyond datetime\.date"):
        str(Plan.objects.filter(cooked_on__in_week=IsoWeek(9999, 52)).query)


def test_migrations_name_the_fields() -> None:
    for field in (IsoWeekField(null=True), WeekStartField(unique=True)):
        _, path, arguments, options = field.deconstruct()
        assert path == f"semaine.django.{type(field).__name__}"
        assert arguments == []
        text, imports = MigrationWriter.serialize(field)
        assert imports == {"import semaine.django"}
        assert text == f"semaine.django.{type(field).__name__}({next(iter(options))}=True)"


def test_migrations_write_weeks_as_weeks() -> None:
    field = IsoWeekField(default=IsoWeek(2025, 1))
    text, imports = MigrationWriter.serialize(field)
    assert text == "semaine.django.IsoWeekField(default=semaine.IsoWeek(2025, 1))"
    assert imports == {"import semaine", "import semaine.django"}
    written = eval(text, {"semaine": semaine})  # noqa: S307 - as a migration is
    assert written.default == IsoWeek(2025, 1)
    for value in (Q(week=IsoWeek(2025, 1)), IsoWeekDate(2025, 1, 4)):
        text, _ = MigrationWriter.serialize(value)
        names = {"semaine": semaine, "models": models}
        assert eval(text, names) == value  # noqa: S307 - as a migration is


def test_a_migration_makes_and_changes_columns() -> None:
    connection = connections["default"]
    states = [ProjectState()]
    operations = [
        migrations.CreateModel(
            "Menu", [("id", models.AutoField(primary_key=True)), ("week", IsoWeekField())]
        ),
        migrations.AlterField("Menu", "week", IsoWeekField(null=True, unique=True)),
    ]
    for operation in operations:
        states.append(states[-1].clone())
        operation.state_forwards("menus", states[-1])
        with connection.schema_editor() as editor:
            operation.database_forwards("menus", editor, *states[-2:])
    menu = states[-1].apps.get_model("menus", "Menu")
    menu.objects.create(week="2025-W32")
    assert [row.week for row in menu.objects.all()] == [IsoWeek(2025, 32)]
    with connection.cursor() as cursor:
        columns = connection.introspection.get_table_description(cursor, "menus_menu")
    assert {column.name: column.type_code for column in columns}["week"] == "date"
    with connection.schema_editor() as editor:
        editor.delete_model(menu)


def test_fixtures_hold_the_text() -> None:
    plans = [Plan(id=1, week=IsoWeek(2026, 53), week_start=date(2026, 12, 28)), Plan(id=2)]
    text = serializers.serialize("json", plans)
    assert [row["fields"]["week"] for row in json.loads(text)] == ["2026-W53", None]
    field = Plan.week.field
    assert [field.value_to_string(plan) for plan in plans] == ["2026-W53", ""]
    # As `loaddata` reads it.
    assert field.to_python("2026-W53") == IsoWeek(2026, 53)
    assert field.to_python(None) is None


PlanForm = forms.modelform_factory(Plan, fields=("week", "week_start"))


@pytest.mark.parametrize("text", ["2026-W53", " 2026-W53 "])
def test_a_form_reads_what_the_control_sends(text: str) -> None:
    form = PlanForm({"week": text, "week_start": "2026-12-28"})
    assert isinstance(form.fields["week"], IsoWeekFormField)
    form.fields["week"].has_changed(IsoWeek(2026, 53), text)
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"week": IsoWeek(2026, 53), "week_start": date(2026, 12, 28)}
    assert PlanForm({"week": ""}).is_valid()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2021-W53", "week_not_in_year"),
        ("2025W32", "parse_expected_separator"),
        ("0000-W01", "html_year_out_of_range"),
        ("semaine 32", "parse_expected_digit"),
    ],
)
def test_a_form_says_what_is_wrong(text: str, code: str) -> None:
    form = PlanForm({"week": text})
    assert not form.is_valid()
    (error,) = form.errors.as_data()["week"]
    assert error.code == code


def test_a_form_refuses_a_week_start_that_is_no_monday() -> None:
    form = PlanForm({"week_start": "2025-08-07"})
    assert not form.is_valid()
    assert form.errors.as_data()["week_start"][0].code == "not_a_monday"


def test_a_form_knows_whether_a_week_changed() -> None:
    plan = Plan(week=IsoWeek(2026, 53))
    assert PlanForm({"week": "2026-W53"}, instance=plan).changed_data == []
    assert PlanForm({"week": "2027-W01"}, instance=plan).changed_data == ["week"]


def test_a_required_field_asks_for_a_week() -> None:
    with pytest.raises(ValidationError) as refused:
        IsoWeekFormField().clean("")
    assert refused.value.code == "required"
    assert IsoWeekFormField().clean(IsoWeek(2025, 32)) == IsoWeek(2025, 32)


def test_the_control() -> None:
    form: Any = IsoWeekFormField()
    assert type(form.widget) is WeekInput
    shown = form.prepare_value(IsoWeek(2025, 2))
    html = '<input type="week" name="week" value="2025-W02">'
    assert form.widget.render("week", shown) == html
    assert form.prepare_value("2021-W53") == "2021-W53"
    assert form.prepare_value(None) is None
