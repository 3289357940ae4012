//! The tables, without a check on any week.

/// For SQLite.
pub(crate) const SQLITE: &str = "
CREATE TABLE users (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL
);
CREATE TABLE meal_plans (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id INTEGER NOT NULL REFERENCES users (id),
    week_start DATE,
    meals TEXT NOT NULL,
    version INTEGER NOT NULL DEFAULT 1,
    UNIQUE (user_id, week_start)
);
CREATE TABLE shopping_lists (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    meal_plan_id INTEGER NOT NULL UNIQUE REFERENCES meal_plans (id) ON DELETE CASCADE,
    user_id INTEGER NOT NULL,
    week_start DATE,
    generated_at INTEGER NOT NULL,
    items TEXT NOT NULL
);
CREATE TABLE shopping_list_history (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    shopping_list_id INTEGER NOT NULL REFERENCES shopping_lists (id) ON DELETE CASCADE,
    week_start DATE,
    changed_at INTEGER NOT NULL,
    items TEXT NOT NULL
);";

/// For PostgreSQL. A shopping list may outlive its plan, as on SQLite, which did not look.
pub(crate) const POSTGRES: &str = "
CREATE TABLE users (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name TEXT NOT NULL
);
CREATE TABLE meal_plans (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id BIGINT NOT NULL,
    week_start DATE,
    meals TEXT NOT NULL,
    version BIGINT NOT NULL DEFAULT 1
);
CREATE TABLE shopping_lists (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meal_plan_id BIGINT NOT NULL,
    user_id BIGINT NOT NULL,
    week_start DATE,
    generated_at BIGINT NOT NULL,
    items TEXT NOT NULL
);
CREATE TABLE shopping_list_history (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    shopping_list_id BIGINT NOT NULL,
    week_start DATE,
    changed_at BIGINT NOT NULL,
    items TEXT NOT NULL
);";

/// What is made after the rows, on either.
pub(crate) const INDICES: &str = "
CREATE INDEX meal_plans_in_order ON meal_plans (week_start, id);
CREATE INDEX shopping_lists_in_order ON shopping_lists (week_start, id);
CREATE INDEX shopping_lists_of_user ON shopping_lists (user_id, week_start, id);
CREATE INDEX history_of_list ON shopping_list_history (shopping_list_id);";

/// What PostgreSQL makes after the rows, which is quicker.
pub(crate) const POSTGRES_KEYS: &str = "
ALTER TABLE meal_plans ADD UNIQUE (user_id, week_start),
    ADD FOREIGN KEY (user_id) REFERENCES users (id);
ALTER TABLE shopping_lists ADD UNIQUE (meal_plan_id),
    ADD FOREIGN KEY (meal_plan_id) REFERENCES meal_plans (id) ON DELETE CASCADE NOT VALID;
ALTER TABLE shopping_list_history
    ADD FOREIGN KEY (shopping_list_id) REFERENCES shopping_lists (id) ON DELETE CASCADE;
SELECT setval(pg_get_serial_sequence('users', 'id'), (SELECT max(id) FROM users)),
    setval(pg_get_serial_sequence('meal_plans', 'id'), (SELECT max(id) FROM meal_plans)),
    setval(pg_get_serial_sequence('shopping_lists', 'id'), (SELECT max(id) FROM shopping_lists)),
    setval(pg_get_serial_sequence('shopping_list_history', 'id'), (SELECT max(id) FROM shopping_list_history));
ANALYZE users, meal_plans, shopping_lists, shopping_list_history;";
