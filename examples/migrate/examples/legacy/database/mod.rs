//! The reference application's database as it was before weeks had to start on Mondays.
//!
//! The rows depend on the options alone: both databases have the same ones, but for those whose week is no
//! date, which each of them takes in its own forms.

mod postgres;
mod rows;
mod schema;
mod sqlite;

pub(crate) use self::postgres::fill as postgres;
pub(crate) use self::sqlite::fill as sqlite;

use clap::{Args, ValueEnum};

/// What is in it.
#[derive(Args, Clone, Debug)]
pub(crate) struct Options {
    /// How many meal plans
    #[arg(long, default_value_t = 10_000)]
    pub(crate) rows: u64,
    /// Another number makes another database
    #[arg(long, default_value_t = 1)]
    pub(crate) seed: u64,
    /// On which day the weeks start
    #[arg(long, value_enum, default_value_t = Start::Sunday)]
    pub(crate) start: Start,
    /// Of a hundred plans, how many have a shopping list
    #[arg(long, default_value_t = 30, value_parser = clap::value_parser!(u64).range(..=100))]
    pub(crate) lists: u64,
    /// How many plans are a second one in their ISO week; without this one of a hundred
    #[arg(long)]
    pub(crate) conflicts: Option<u64>,
    /// How many shopping lists, of those that there are, belong to no plan; as many have another week than
    /// their plan; without this one of a thousand plans
    #[arg(long)]
    pub(crate) strays: Option<u64>,
    /// How many plans have a week that is no date of the years 1 to 9999
    #[arg(long, default_value_t = 0)]
    pub(crate) bad: u64,
    /// How many plans have no week
    #[arg(long, default_value_t = 0)]
    pub(crate) nulls: u64,
    /// No conflicts and no strays, unless they are asked for
    #[arg(long)]
    pub(crate) clean: bool,
}

/// On which day weeks start.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Start {
    /// For nine of ten users on Sunday, for the others on any other day
    Sunday,
    /// For each user on another day, so that six of seven rows have to move
    Mixed,
}

/// How many rows were made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Made {
    pub(crate) users: u64,
    pub(crate) plans: u64,
    pub(crate) lists: u64,
    pub(crate) entries: u64,
}
