//! `Filter`, and the statement that asks for what it leaves.

use sqlx::any::AnyArguments;
use sqlx::query::Query;
use sqlx::{Any, Arguments as _, AssertSqlSafe, Encode, Error, Type, query_with};

use crate::model::Id;
use crate::week_start::WeekStart;

/// Which plans or lists are asked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter {
    /// Those of this user.
    pub user_id: Option<Id>,
    /// Those of this week.
    pub week_start: Option<WeekStart>,
    /// Those of this week and later.
    pub from: Option<WeekStart>,
    /// Those of this week and earlier.
    pub to: Option<WeekStart>,
    /// Those after this one, in the order of weeks and, within a week, of numbers.
    pub after: Option<(WeekStart, Id)>,
}

impl Filter {
    /// Adds the conditions that there are, the order and the limit to a `SELECT`. A condition that is not there leaves no parameter behind: the databases do not agree on
    /// the type of one that is null.
    pub(super) fn page(
        &self,
        select: &str,
        limit: u32,
    ) -> Result<Query<'static, Any, AnyArguments>, Error> {
        let mut values = Values::default();
        let mut conditions = Vec::new();
        if let Some(user) = self.user_id {
            conditions.push(format!("user_id = {}", values.add(user.get())?));
        }
        for (operator, week) in [("=", self.week_start), (">=", self.from), ("<=", self.to)] {
            if let Some(week) = week {
                conditions.push(format!("week_start {operator} {}", values.date(week)?));
            }
        }
        if let Some((week, number)) = self.after {
            let (date, number) = (values.date(week)?, values.add(number.get())?);
            conditions.push(format!("(week_start, id) > ({date}, {number})"));
        }
        let conditions = if conditions.is_empty() {
            String::new()
        } else {
            format!("WHERE {}", conditions.join(" AND "))
        };
        let limit = values.add(i64::from(limit))?;
        let sql = format!("{select} {conditions} ORDER BY week_start, id LIMIT {limit}");
        // Made of the texts above and of places for values; no value is part of it.
        Ok(query_with(AssertSqlSafe(sql), values.0))
    }
}

#[derive(Default)]
struct Values(AnyArguments);

impl Values {
    /// Gives the place of the value in the statement.
    fn add<'v>(&mut self, value: impl Encode<'v, Any> + Type<Any>) -> Result<String, Error> {
        self.0.add(value).map_err(Error::Encode)?;
        Ok(format!("${}", self.0.len()))
    }

    fn date(&mut self, week: WeekStart) -> Result<String, Error> {
        Ok(format!("date({})", self.add(week.to_string())?))
    }
}
