CREATE TABLE users (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name TEXT NOT NULL
);

CREATE TABLE meal_plans (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    user_id BIGINT NOT NULL REFERENCES users (id),
    week_start DATE NOT NULL,
    meals TEXT NOT NULL CONSTRAINT meals_are_json CHECK (meals::JSON IS NOT NULL),
    version BIGINT NOT NULL DEFAULT 1,
    CONSTRAINT one_plan_a_week UNIQUE (user_id, week_start),
    CONSTRAINT week_starts_on_monday CHECK (EXTRACT(ISODOW FROM week_start) = 1),
    CONSTRAINT week_of_the_years_1_to_9998 CHECK (week_start BETWEEN '0001-01-01' AND '9998-12-31')
);

-- Pages of all users; the unique index serves those of one.
CREATE INDEX meal_plans_in_order ON meal_plans (week_start, id);

CREATE TABLE shopping_lists (
    id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    meal_plan_id BIGINT NOT NULL UNIQUE REFERENCES meal_plans (id) ON DELETE CASCADE,
    -- Those of the plan, in which lists are looked for; a plan that moves loses its list.
    user_id BIGINT NOT NULL,
    week_start DATE NOT NULL,
    -- Milliseconds since 1970.
    generated_at BIGINT NOT NULL,
    items TEXT NOT NULL CONSTRAINT items_are_json CHECK (items::JSON IS NOT NULL)
);

CREATE INDEX shopping_lists_in_order ON shopping_lists (week_start, id);
CREATE INDEX shopping_lists_of_user ON shopping_lists (user_id, week_start, id);

CREATE TABLE idempotency_keys (
    key TEXT PRIMARY KEY,
    -- What was asked for: the plans, as JSON.
    request TEXT NOT NULL,
    -- What was created: their numbers, as JSON.
    ids TEXT NOT NULL,
    -- Milliseconds since 1970.
    created_at BIGINT NOT NULL
);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (created_at);

INSERT INTO users (name) VALUES ('Demo');
