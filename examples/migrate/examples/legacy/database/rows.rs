//! The rows, each of them a pure function of the options and its number.

use semaine::Date;

use super::{Options, Start};

/// A row of `meal_plans`.
pub(crate) struct Plan {
    pub(crate) id: u64,
    pub(crate) user: u64,
    pub(crate) week: Week,
    /// Chance for what hangs on it.
    chance: u64,
}

/// A row of `shopping_lists`, which has the number of its plan.
pub(crate) struct List {
    pub(crate) id: u64,
    pub(crate) plan: u64,
    pub(crate) user: u64,
    pub(crate) week: Week,
    chance: u64,
}

/// What stands in a week column.
#[derive(Clone, Copy)]
pub(crate) enum Week {
    Date(Date),
    Null,
    /// One of those that are no dates, by a number.
    Bad(u64),
}

const MEALS: [&str; 3] = ["breakfast", "lunch", "dinner"];
const DAYS: [&str; 7] = [
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

impl Options {
    /// How many users there are.
    pub(crate) fn users(&self) -> u64 {
        (self.rows / 100).max(10)
    }

    /// The plans in the order of their numbers, which is that of their weeks, as an application makes them.
    pub(crate) fn plans(&self) -> impl Iterator<Item = Plan> {
        let seed = self.seed;
        let users = self.users();
        let second = self.some(self.conflicts, 100).min(self.rows / 2);
        let ordinary = self.rows - second;
        let start = self.start;
        let mut special = Sample {
            left: ordinary,
            kinds: [second, self.bad, self.nulls],
        };
        let mut id = 0;
        (0..ordinary).flat_map(move |number| {
            let (user, weeks) = (number % users, number / users);
            let day = weekday(start, seed, user);
            let monday = first().saturating_add(i64::try_from(7 * weeks).unwrap_or(0));
            let date = monday.saturating_add(day);
            let chance = mixed(seed, number);
            let pick = special.pick(mixed(seed ^ 0x5ec0_4d00, number));
            let mut plan = |week| {
                id += 1;
                Plan {
                    id,
                    user: user + 1,
                    week,
                    chance: mixed(chance, id),
                }
            };
            match pick {
                Some(0) => {
                    let other = i64::try_from(chance % 6).unwrap_or(0) + 1;
                    let other = monday.saturating_add((day + other) % 7);
                    [Some(plan(Week::Date(date))), Some(plan(Week::Date(other)))]
                }
                Some(1) => [Some(plan(Week::Bad(number))), None],
                Some(_) => [Some(plan(Week::Null)), None],
                None => [Some(plan(Week::Date(date))), None],
            }
            .into_iter()
            .flatten()
        })
    }

    /// The shopping lists in the order of their numbers.
    pub(crate) fn shopping_lists(&self) -> impl Iterator<Item = List> {
        let (share, rows) = (self.lists, self.rows);
        let strays = self.some(self.strays, 1000);
        let with_list = move |plan: &Plan| plan.chance % 100 < share;
        let mut sample = Sample {
            left: self.plans().filter(with_list).count() as u64,
            kinds: [strays, strays, 0],
        };
        let mut id = 0;
        self.plans().filter(with_list).map(move |plan| {
            id += 1;
            let chance = mixed(plan.chance, 2);
            let mut list = List {
                id,
                plan: plan.id,
                user: plan.user,
                week: plan.week,
                chance,
            };
            match sample.pick(mixed(plan.chance, 1)) {
                Some(0) => list.plan += rows,
                Some(_) => list.week = list.week.later(),
                None => {}
            }
            list
        })
    }
}

impl Options {
    fn some(&self, asked: Option<u64>, of: u64) -> u64 {
        asked.unwrap_or(if self.clean { 0 } else { self.rows / of })
    }
}

impl Plan {
    /// What is cooked, as JSON.
    pub(crate) fn meals(&self) -> String {
        let days = DAYS.chunks(3).take(one_of(self.chance, 4)).zip(0..);
        let days = days.map(|(days, number)| {
            let chance = mixed(self.chance, number);
            format!(
                "\"{}\":{{\"{}\":{}}}",
                pick(days, chance),
                pick(&MEALS, chance >> 8),
                (chance >> 16) % 40 + 1
            )
        });
        let days: Vec<_> = days.collect();
        format!("{{{}}}", days.join(","))
    }
}

impl List {
    /// When it was made, in milliseconds since 1970.
    pub(crate) fn generated_at(&self) -> u64 {
        1_700_000_000_000 + 1000 * self.id
    }

    /// What is to be bought, as JSON.
    pub(crate) fn items(&self) -> String {
        let (amount, bought) = (self.chance % 9 + 1, self.chance.is_multiple_of(2));
        format!("[{{\"ingredient\":\"rice\",\"amount\":{amount},\"bought\":{bought}}}]")
    }

    /// How many entries its history has.
    pub(crate) fn entries(&self) -> u64 {
        self.chance % 3
    }
}

impl Week {
    fn later(self) -> Self {
        match self {
            Self::Date(date) => Self::Date(date.saturating_add(7)),
            other => other,
        }
    }
}

fn first() -> Date {
    Date::new(2024, 1, 1).unwrap_or(Date::MIN)
}

/// The days from Monday to that on which the weeks of a user start.
fn weekday(start: Start, seed: u64, user: u64) -> i64 {
    let any = i64::try_from(user % 7).unwrap_or(0);
    match start {
        Start::Mixed => any,
        Start::Sunday if mixed(seed, !user).is_multiple_of(10) => any,
        Start::Sunday => 6,
    }
}

/// Picks exactly so many of each kind out of so many.
struct Sample {
    left: u64,
    kinds: [u64; 3],
}

impl Sample {
    /// Which kind the next one is, if any.
    fn pick(&mut self, chance: u64) -> Option<usize> {
        let mut place = chance % self.left.max(1);
        self.left = self.left.saturating_sub(1);
        for (kind, wanted) in self.kinds.iter_mut().enumerate() {
            if place < *wanted {
                *wanted -= 1;
                return Some(kind);
            }
            place -= *wanted;
        }
        None
    }
}

fn one_of(chance: u64, count: usize) -> usize {
    usize::try_from(chance % count as u64).unwrap_or(0)
}

fn pick<'a>(among: &[&'a str], chance: u64) -> &'a str {
    among.get(one_of(chance, among.len())).unwrap_or(&"dinner")
}

/// The generator `SplitMix64`: a number without likeness to the two.
fn mixed(seed: u64, number: u64) -> u64 {
    let mut mixed = seed.wrapping_add(number.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    mixed ^ (mixed >> 31)
}
