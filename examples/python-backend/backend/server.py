"""The application on a file of SQLite, for `uvicorn backend.server:app`."""

from sqlalchemy import create_engine

from backend.app import create_app

app = create_app(create_engine("sqlite:///meal-plans.db"))
