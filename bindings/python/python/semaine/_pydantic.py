"""What pydantic asks of a class."""
