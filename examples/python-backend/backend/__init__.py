"""A backend of meal plans, one for each user and week."""
