//! Into PostgreSQL, by COPY.

use std::fmt::Display;
use std::io::Write as _;

use postgres::{Client, CopyInWriter, NoTls, Transaction};

use super::rows::Week;
use super::{Made, Options, schema};

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;

/// Makes the tables and rows in a database that has none of them.
pub(crate) fn fill(url: &str, options: &Options) -> Result<Made> {
    let mut client = Client::connect(url, NoTls)?;
    let mut transaction = client.transaction()?;
    transaction.batch_execute(schema::POSTGRES)?;

    let mut users = Rows::into(&mut transaction, "users")?;
    for id in 1..=options.users() {
        users.add(&[&id, &format_args!("User {id}")])?;
    }
    let users = users.finish()?;

    let mut plans = Rows::into(&mut transaction, "meal_plans")?;
    for row in options.plans() {
        plans.add(&[&row.id, &row.user, &week(row.week), &row.meals(), &1])?;
    }
    let plans = plans.finish()?;

    let mut lists = Rows::into(&mut transaction, "shopping_lists")?;
    for row in options.shopping_lists() {
        let (week, at) = (week(row.week), row.generated_at());
        lists.add(&[&row.id, &row.plan, &row.user, &week, &at, &row.items()])?;
    }
    let lists = lists.finish()?;

    let mut entries = Rows::into(&mut transaction, "shopping_list_history")?;
    let mut id = 0;
    for row in options.shopping_lists() {
        for number in 0..row.entries() {
            id += 1;
            let at = row.generated_at() + number;
            entries.add(&[&id, &row.id, &week(row.week), &at, &row.items()])?;
        }
    }
    let entries = entries.finish()?;

    transaction.batch_execute(schema::INDICES)?;
    transaction.batch_execute(schema::POSTGRES_KEYS)?;
    transaction.commit()?;
    Ok(Made {
        users,
        plans,
        lists,
        entries,
    })
}

/// Rows of which no value has a tab, a line end or a backslash.
struct Rows<'a>(CopyInWriter<'a>);

impl<'a> Rows<'a> {
    fn into(transaction: &'a mut Transaction<'_>, table: &str) -> Result<Self> {
        let sql = format!("COPY {table} FROM STDIN");
        Ok(Self(transaction.copy_in(&sql)?))
    }

    fn add(&mut self, values: &[&dyn Display]) -> Result<()> {
        for (place, value) in values.iter().enumerate() {
            let before = if place == 0 { "" } else { "\t" };
            write!(self.0, "{before}{value}")?;
        }
        Ok(self.0.write_all(b"\n")?)
    }

    fn finish(self) -> Result<u64> {
        Ok(self.0.finish()?)
    }
}

fn week(week: Week) -> String {
    match week {
        Week::Null => "\\N".to_owned(),
        Week::Date(date) => date.to_string(),
        Week::Bad(number) => match number % 3 {
            0 => format!("{:04}-01-01 BC", 1 + number % 4000),
            _ => format!("{}-01-01", 10_000 + number),
        },
    }
}
