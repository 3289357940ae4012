//! The numbers of days in weeks that move.

use semaine::Date;

use crate::plan::{Day, Keep};
use crate::value::Value;

/// Why a day cannot follow its week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stuck {
    /// It is no number of a day of a week.
    NoDay,
    /// Its date is not in the new week.
    Outside,
}

/// The number of a day after its week moved from `old` to `new`; `None` if it stays as it is.
pub(crate) fn follow(day: &Day, value: &Value, old: Date, new: Date) -> Result<Option<i64>, Stuck> {
    if day.keep == Keep::Index || *value == Value::Null {
        return Ok(None);
    }
    let Value::Integer(number) = *value else {
        return Err(Stuck::NoDay);
    };
    let offset = number
        .checked_sub(day.first)
        .filter(|offset| (0..7).contains(offset));
    let date = offset
        .and_then(|offset| old.checked_add(offset).ok())
        .ok_or(Stuck::NoDay)?;
    let since = match day.keep {
        Keep::Weekday => date.days_since(semaine::week_start(date)),
        Keep::Index | Keep::Date => date.days_since(new),
    };
    if !(0..7).contains(&since) {
        return Err(Stuck::Outside);
    }
    let moved = day.first + since;
    Ok((moved != number).then_some(moved))
}
