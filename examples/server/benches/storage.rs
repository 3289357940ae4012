//! What it costs to carry two databases by one interface: questions of the service to a file with 10,000
//! plans, asked through the store, through sqlx's own driver for SQLite, and through rusqlite.
//!
//! All make the same values of what they read, and every answer is compared with what was written.

use std::future::{Ready, ready};
use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use criterion::{Criterion, criterion_group, criterion_main};
use jiff::Timestamp;
use rusqlite::params;
use semaine::IsoWeek;
use semaine_server::model::{Id, MealPlan, MealPlanInput};
use semaine_server::store::{Filter, Kept, Store};
use semaine_server::week_start::WeekStart;
use serde_json::json;
use sqlx::sqlite::{SqlitePool, SqlitePoolOptions, SqliteRow};
use sqlx::{Connection as _, Row as _};
use tokio::runtime::Runtime;

const USERS: i64 = 100;
const WEEKS: i32 = 100;
const PAGE: u32 = 20;

const OF_WEEK: &str = "SELECT id, user_id, CAST(week_start AS TEXT), meals, version FROM meal_plans
     WHERE user_id = $1 AND week_start = date($2)";
const OF_USER: &str = "SELECT id, user_id, CAST(week_start AS TEXT), meals, version FROM meal_plans
     WHERE user_id = $1 AND (week_start, id) > (date($2), $3) ORDER BY week_start, id LIMIT $4";

/// Plans of every user, in the order of the weeks.
async fn written(url: &str, store: &Store) -> Vec<Vec<Kept>> {
    let mut connection = sqlx::SqliteConnection::connect(url).await.expect("a file");
    let mut plans = Vec::new();
    for user in 1..=USERS {
        if user > 1 {
            let insert = sqlx::query("INSERT INTO users (name) VALUES ('User')");
            insert.execute(&mut connection).await.expect("a user");
        }
        let wanted: Vec<_> = (0..WEEKS).map(|week| plan(user, week)).collect();
        let made = store.create_plans(&wanted, None, Timestamp::UNIX_EPOCH);
        plans.push(made.await.expect("new plans"));
    }
    plans
}

fn plan(user: i64, week: i32) -> MealPlanInput {
    let first = IsoWeek::new(2025, 1).expect("a week");
    let week_start = first.checked_add(week).expect("a week").monday();
    let dinner = 1 + (user + i64::from(week)) % 10;
    let day = json!({ "breakfast": 1, "lunch": 2, "dinner": dinner });
    let meals = json!({ "monday": day, "tuesday": day, "wednesday": day, "thursday": day });
    let plan = json!({ "user_id": user, "week_start": week_start.to_string(), "meals": meals });
    serde_json::from_value(plan).expect("a plan")
}

/// What the peers make of a row.
fn kept(id: i64, user: i64, monday: &str, meals: &str, version: i64) -> Kept {
    Kept {
        plan: MealPlan {
            id: Id::new(id).expect("an id"),
            user_id: Id::new(user).expect("an id"),
            week_start: monday.parse().expect("a Monday"),
            meals: serde_json::from_str(meals).expect("meals"),
        },
        version,
    }
}

fn of_sqlx(row: &SqliteRow) -> Kept {
    kept(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4))
}

fn of_rusqlite(row: &rusqlite::Row<'_>) -> rusqlite::Result<Kept> {
    let monday = row.get_ref(2)?.as_str()?;
    let meals = row.get_ref(3)?.as_str()?;
    Ok(kept(row.get(0)?, row.get(1)?, monday, meals, row.get(4)?))
}

/// The week of a plan in the middle, and the page after it.
struct Question<'a> {
    user: Id,
    asked: &'a Kept,
    page: &'a [Kept],
}

impl Question<'_> {
    fn week(&self) -> WeekStart {
        self.asked.plan.week_start
    }
}

/// In an order that leaps from user to user.
fn questions(plans: &[Vec<Kept>]) -> Vec<Question<'_>> {
    let places = (0..WEEKS as usize - PAGE as usize).step_by(7);
    places
        .flat_map(|place| plans.iter().map(move |plans| (place, plans)))
        .filter_map(|(place, plans)| {
            let (asked, rest) = plans.get(place..)?.split_first()?;
            Some(Question {
                user: asked.plan.user_id,
                asked,
                page: rest.get(..PAGE as usize)?,
            })
        })
        .collect()
}

struct Peers {
    store: Store,
    sqlx: SqlitePool,
    rusqlite: rusqlite::Connection,
}

impl Peers {
    async fn of(file: &Path, url: &str, store: Store) -> Self {
        let pool = SqlitePoolOptions::new()
            .max_connections(4)
            .test_before_acquire(false);
        Self {
            store,
            sqlx: pool.connect(url).await.expect("a pool"),
            rusqlite: rusqlite::Connection::open(file).expect("a connection"),
        }
    }

    async fn week_by_store(&self, question: &Question<'_>) -> Option<Kept> {
        let found = self.store.plan_of_week(question.user, question.week());
        found.await.expect("an answer")
    }

    async fn week_by_sqlx(&self, question: &Question<'_>) -> Option<Kept> {
        let query = sqlx::query(OF_WEEK)
            .bind(question.user.get())
            .bind(question.week().to_string());
        let row = query.fetch_optional(&self.sqlx).await.expect("an answer");
        row.as_ref().map(of_sqlx)
    }

    fn week_by_rusqlite(&self, question: &Question<'_>) -> Ready<Option<Kept>> {
        let mut query = self.rusqlite.prepare_cached(OF_WEEK).expect("a statement");
        let values = params![question.user.get(), question.week().to_string()];
        let mut rows = query.query_map(values, of_rusqlite).expect("an answer");
        ready(rows.next().transpose().expect("a row"))
    }

    async fn page_by_store(&self, question: &Question<'_>) -> Vec<Kept> {
        let filter = Filter {
            user_id: Some(question.user),
            after: Some((question.week(), question.asked.plan.id)),
            ..Filter::default()
        };
        self.store.plans(&filter, PAGE).await.expect("an answer")
    }

    async fn page_by_sqlx(&self, question: &Question<'_>) -> Vec<Kept> {
        let query = sqlx::query(OF_USER)
            .bind(question.user.get())
            .bind(question.week().to_string())
            .bind(question.asked.plan.id.get())
            .bind(PAGE);
        let rows = query.fetch_all(&self.sqlx).await.expect("an answer");
        rows.iter().map(of_sqlx).collect()
    }

    fn page_by_rusqlite(&self, question: &Question<'_>) -> Ready<Vec<Kept>> {
        let mut query = self.rusqlite.prepare_cached(OF_USER).expect("a statement");
        let (user, id) = (question.user.get(), question.asked.plan.id.get());
        let values = params![user, question.week().to_string(), id, PAGE];
        let rows = query.query_map(values, of_rusqlite).expect("an answer");
        ready(rows.collect::<Result<_, _>>().expect("rows"))
    }
}

/// Times the answers to all questions in turn.
async fn timed<'a, 'q>(
    times: u64,
    questions: &'a [Question<'q>],
    is_right: impl AsyncFn(&'a Question<'q>) -> bool,
) -> Duration {
    let mut right = 0;
    let asked = questions.iter().cycle().zip(0..times);
    let start = Instant::now();
    for (question, _) in asked {
        right += u64::from(is_right(black_box(question)).await);
    }
    let time = start.elapsed();
    assert_eq!(right, times);
    time
}

fn storage(criterion: &mut Criterion) {
    let runtime = Runtime::new().expect("a runtime");
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("plans.db");
    let url = format!("sqlite://{}?mode=rwc", file.display());
    let store = runtime.block_on(Store::open(&url)).expect("a store");
    let plans = runtime.block_on(written(&url, &store));
    assert_eq!(plans.iter().map(Vec::len).sum::<usize>(), 10_000);
    let peers = runtime.block_on(Peers::of(&file, &url, store));
    let questions = questions(&plans);
    assert_eq!(questions.len(), 1_200);

    macro_rules! compare {
        ($group:literal, $is_right:expr, $($library:literal: $ask:ident),+) => {
            let mut group = criterion.benchmark_group($group);
            $(group.bench_function($library, |bencher| {
                bencher.iter_custom(|times| {
                    runtime.block_on(timed(times, &questions, async |question| {
                        $is_right(peers.$ask(question).await, question)
                    }))
                });
            });)+
            group.finish();
        };
    }
    compare!("plan_of_week", |answer: Option<Kept>, question: &Question<'_>| answer.as_ref() == Some(question.asked),
        "store": week_by_store, "sqlx": week_by_sqlx, "rusqlite": week_by_rusqlite);
    compare!("page_of_20", |answer: Vec<Kept>, question: &Question<'_>| answer == question.page,
        "store": page_by_store, "sqlx": page_by_sqlx, "rusqlite": page_by_rusqlite);
}

/// Shorter than criterion's defaults.
fn config() -> Criterion {
    Criterion::default()
        .warm_up_time(Duration::from_millis(500))
        .measurement_time(Duration::from_secs(2))
}

criterion_group! {
    name = benches;
    config = config();
    targets = storage
}
criterion_main!(benches);
