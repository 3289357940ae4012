//! Reads a database and tells what a migration would change.

pub mod column;
mod conflicts;
pub mod estimate;
mod forecast;
pub mod meeting;
mod pages;
pub mod weekdays;

use schemars::JsonSchema;
use semaine::Weekday;
use serde::Serialize;

pub use self::conflicts::conflicts;
use crate::analyze::column::Column;
use crate::analyze::estimate::Estimate;
use crate::analyze::forecast::Forecast;
use crate::analyze::weekdays::{Suspicion, Weekdays};
use crate::anchor::Anchor;
use crate::control::Control;
use crate::database::{Database, Facts, Profile};
use crate::plan::{Left, Plan};
use crate::policy::Policy;
use crate::run::layout::Layout;
use crate::run::outcome::Finding;
use crate::run::precheck::{self, Purpose};
use crate::run::resolve;
use crate::run::state::{Counts, Options};
use crate::{Error, Result};

/// What stands in the week columns of a database, and what a migration would make of it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Analysis {
    /// The machine and the program.
    pub database: Facts,
    /// The sha256 of the plan.
    pub plan_hash: String,
    /// To which Monday a day would move.
    pub anchor: Anchor,
    /// What would become of rows that meet.
    pub policy: Policy,
    /// Whether decisions on single conflicts come before that.
    pub decisions: bool,
    /// Which anchor the weeks seem to ask for.
    pub recommended: Recommended,
    /// Each table of the plan that the database has.
    pub tables: Vec<Column>,
    /// What a migration would refuse before any change.
    pub refusals: Vec<Finding>,
    /// What deserves attention.
    pub warnings: Vec<Finding>,
    /// What a migration would count; none if it would be refused, or stop for conflicts.
    pub forecast: Option<Counts>,
    /// What it would take.
    pub estimate: Estimate,
}

/// An anchor with the reason.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
pub struct Recommended {
    /// The anchor.
    pub anchor: Anchor,
    /// On which day the weeks seem to have begun before, over all tables that have no parent.
    pub suspicion: Option<Suspicion>,
    /// The reason in words.
    pub why: String,
}

/// Reads the tables of the plan, each in the order of its key and again in that of its owners, in small
/// pieces: others may write meanwhile, and the memory does not grow with the tables.
///
/// # Errors
///
/// `Usage` for a plan that names what the database does not have, and for decisions that do not fit; and
/// what the database says.
pub fn analyze(
    db: &mut dyn Database,
    plan: &Plan,
    options: &Options,
    profile: Profile,
    control: &mut Control,
) -> Result<Analysis> {
    let findings = precheck::check(db, plan, options, Purpose::Analyze)?;
    let plan_hash = plan.hash();
    let layout = Layout::read(db, plan)?;
    let (tables, forecast) = read(db, &layout, &plan_hash, options, control)?;
    let mut refusals = findings.refusals;
    refusals.extend(unmovable(&layout, &tables));
    let facts = db.facts()?;
    let estimate = Estimate::new(&facts, &tables, &forecast.counts, profile);
    Ok(Analysis {
        database: facts,
        plan_hash,
        anchor: options.anchor,
        policy: options.policy,
        decisions: options.decisions.is_some(),
        recommended: Recommended::new(&tables),
        forecast: (refusals.is_empty() && obstacle(&tables, forecast).is_none())
            .then_some(forecast.counts),
        tables,
        refusals,
        warnings: findings.warnings,
        estimate,
    })
}

/// What a migration would count, exactly.
///
/// # Errors
///
/// `Conflicts` where the migration would stop for rows that meet or for days that cannot follow their
/// weeks, and those of [`analyze`].
pub fn forecast(
    db: &mut dyn Database,
    plan: &Plan,
    options: &Options,
    control: &mut Control,
) -> Result<Counts> {
    let layout = Layout::read(db, plan)?;
    let (tables, forecast) = read(db, &layout, &plan.hash(), options, control)?;
    match obstacle(&tables, forecast) {
        Some(message) => Err(Error::Conflicts(message)),
        None => Ok(forecast.counts),
    }
}

fn read(
    db: &mut dyn Database,
    layout: &Layout,
    plan_hash: &str,
    options: &Options,
    control: &mut Control,
) -> Result<(Vec<Column>, Forecast)> {
    let decisions = options.decided(plan_hash)?;
    let mut tables = Vec::new();
    for node in layout.nodes() {
        tables.push(column::read(db, layout, node, options.anchor, control)?);
    }
    let forecast = forecast::read(
        db,
        layout,
        options,
        decisions.as_ref(),
        &mut tables,
        control,
    )?;
    Ok((tables, forecast))
}

/// Why a migration would stop, though its pre-check refuses nothing.
fn obstacle(tables: &[Column], forecast: Forecast) -> Option<String> {
    let meetings = || tables.iter().filter_map(|table| table.meeting.as_ref());
    if let Some(refusal) = meetings().find_map(|meeting| meeting.refusal.clone()) {
        return Some(refusal);
    }
    let undecided: u64 = meetings().map(|meeting| meeting.undecided).sum();
    if undecided > 0 {
        let first: Vec<_> = meetings()
            .flat_map(|meeting| meeting.first.clone())
            .collect();
        return Some(resolve::undecided(undecided, &first));
    }
    (forecast.stuck > 0).then(|| {
        format!(
            "the day of {} rows would not be in the new week; let the plan keep the index or the weekday, \
             or choose the other anchor",
            forecast.stuck
        )
    })
}

/// What of the rows a migration would refuse.
fn unmovable(layout: &Layout, tables: &[Column]) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (node, table) in layout.nodes().zip(tables) {
        let kinds = [
            (
                table.nulls,
                node.planned.nulls,
                "rows without a week",
                "nulls",
            ),
            (
                table.bad_rows(),
                node.planned.bad_dates,
                "rows whose week is no date",
                "bad-dates",
            ),
        ];
        for (rows, left, what, field) in kinds {
            if rows > 0 && left == Left::Refuse {
                findings.push(Finding {
                    table: Some(table.table.clone()),
                    what: format!(
                        "{rows} {what}: mend them, or let the plan say `{field} = \"keep\"`"
                    ),
                });
            }
        }
    }
    findings
}

impl Recommended {
    fn new(tables: &[Column]) -> Self {
        let mut weekdays = Weekdays::default();
        for table in tables.iter().filter(|table| table.belonging.is_none()) {
            weekdays.add_all(table.weekdays);
        }
        let suspicion = weekdays.suspicion();
        let day = suspicion.and_then(|suspicion| Weekday::from_number(suspicion.weekday).ok());
        let (anchor, why) = match (suspicion, day) {
            (Some(Suspicion { share, anchor, .. }), Some(day)) => {
                let name = day.name();
                let of_seven = 8 - day.number();
                let percent = 100.0 * share;
                let shares = match anchor {
                    Anchor::Containing => format!("{of_seven} of its days with the week that contains it"),
                    Anchor::Majority => {
                        format!("{} of its days with the week after it", 7 - of_seven)
                    }
                };
                (
                    anchor,
                    format!(
                        "{percent:.1} % of the weeks that start on no Monday start on a {name}: such a week \
                         shares {shares}"
                    ),
                )
            }
            _ if weekdays.to_move() == 0 => (
                Anchor::Containing,
                "every week starts on a Monday".to_owned(),
            ),
            _ => (
                Anchor::Containing,
                "no day but Monday starts most of the weeks: each date goes to the ISO week that contains it"
                    .to_owned(),
            ),
        };
        Self {
            anchor,
            suspicion,
            why,
        }
    }
}
