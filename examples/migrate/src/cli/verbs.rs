//! What each verb does, by the library.

use std::fs::{self, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use jiff::Timestamp;

use crate::analyze;
use crate::anchor::Anchor;
use crate::backup;
use crate::cli::options::{Cli, Decide, Migrate, Pace, Verb};
use crate::cli::progress::Bar;
use crate::cli::signals;
use crate::control::Control;
use crate::database::{self, Database};
use crate::plan::{self, Plan};
use crate::policy::Policy;
use crate::report::{Backups, DryRun, PlanReport, Report, Status};
use crate::run::precheck::{self, Purpose};
use crate::run::state::{Counts, Options};
use crate::run::{self, Changes, OnDrift, Settings};
use crate::{Error, Result};

/// The exit code where work is pending.
const PENDING: u8 = 20;

/// Does what was asked for; the answer comes with the exit code.
pub(super) fn run(cli: Cli) -> Result<(Report, u8)> {
    let bar = Bar::new();
    let ended = Front {
        url: cli.database_url,
        plan: cli.plan.as_deref(),
        bar: &bar,
    }
    .run(cli.verb);
    bar.end();
    ended
}

struct Front<'a> {
    url: Option<String>,
    plan: Option<&'a Path>,
    bar: &'a Bar,
}

impl Front<'_> {
    fn run(&self, verb: Verb) -> Result<(Report, u8)> {
        let report = match verb {
            Verb::Analyze { decide, profile } => {
                let options = options(&decide)?;
                Report::Analysis(analyze::analyze(
                    &mut *self.open()?,
                    &self.plan()?,
                    &options,
                    profile,
                    &mut self.control(),
                )?)
            }
            Verb::Plan {
                discover,
                conflicts,
                anchor,
            } => {
                return self.show_plan(discover, conflicts.as_deref(), anchor);
            }
            Verb::Backup { folder } => Report::Backup(backup::create(
                &mut *self.open()?,
                &self.plan()?,
                &folder.backups,
            )?),
            Verb::VerifyBackup { name, folder } => {
                Report::Verification(backup::verify(&folder.backups, &name)?)
            }
            Verb::ListBackups { folder } => Report::Backups(Backups {
                backups: backup::list(&folder.backups)?,
                folder: folder.backups.display().to_string(),
            }),
            Verb::PruneBackups {
                older_than,
                folder,
                execute,
            } => Report::Pruning(backup::prune(
                &mut *self.open()?,
                &folder.backups,
                older_than,
                Timestamp::now(),
                execute,
            )?),
            Verb::Migrate(migrate) => return self.migrate(&migrate),
            Verb::Status | Verb::Resume { execute: false, .. } => {
                return status(&mut *self.open()?);
            }
            Verb::Resume {
                execute: true,
                take_over,
                on_conflict,
                decisions,
                pace,
            } => self.resume(take_over, on_conflict, decisions.as_deref(), &pace)?,
            Verb::Validate | Verb::Finalize { execute: false } => return self.validate(),
            Verb::Rollback { execute: false, .. } => {
                Report::RollbackPreview(run::preview(&mut *self.open()?)?)
            }
            Verb::Rollback {
                execute: true,
                on_drift,
                take_over,
                pace,
            } => self.rollback(take_over, on_drift, &pace)?,
            Verb::Restore {
                name,
                folder,
                execute: false,
                ..
            } => Report::Verification(backup::verify(&folder.backups, &name)?),
            Verb::Restore {
                name,
                folder,
                execute: true,
                no_backup,
            } => {
                let settings = backup::Settings {
                    keep_replaced: !no_backup,
                };
                let mut db = self.open()?;
                Report::Restore(backup::restore(&mut *db, &folder.backups, &name, settings)?)
            }
            Verb::Finalize { execute: true } => {
                Report::Finalization(run::finalize(&mut *self.open()?, &mut self.control())?)
            }
        };
        Ok((report, 0))
    }

    fn open(&self) -> Result<Box<dyn Database>> {
        let url = self.url.as_deref().ok_or_else(|| {
            Error::Usage(
                "which database? give --database-url, or set DATABASE_URL: sqlite:FILE or postgres://…"
                    .to_owned(),
            )
        })?;
        database::open(url)
    }

    fn plan(&self) -> Result<Plan> {
        self.plan.map_or_else(|| Ok(Plan::default()), plan::read)
    }

    /// For work that leaves nothing half done when a signal ends it.
    fn control(&self) -> Control {
        self.showing(Arc::default())
    }

    /// For batches, which a signal ends in good order.
    fn stoppable(&self) -> Result<Control> {
        Ok(self.showing(signals::listen(self.bar)?))
    }

    fn showing(&self, stop: Arc<AtomicBool>) -> Control {
        let bar = self.bar.clone();
        Control::new(stop, move |progress| bar.show(progress))
    }

    fn show_plan(
        &self,
        discover: bool,
        conflicts: Option<&Path>,
        anchor: Anchor,
    ) -> Result<(Report, u8)> {
        let plan = if discover {
            plan::discover(&mut *self.open()?)?
        } else {
            self.plan()?
        };
        let written = conflicts
            .map(|path| {
                let mut db = self.open()?;
                write_new(path, |file| {
                    analyze::conflicts(&mut *db, &plan, anchor, file, &mut self.control())
                })
            })
            .transpose()?;
        let report = PlanReport {
            hash: plan.hash(),
            toml: plan.toml(),
            decisions: conflicts.map(|path| path.display().to_string()),
            conflicts: written,
        };
        Ok((Report::Plan(report), 0))
    }

    fn migrate(&self, migrate: &Migrate) -> Result<(Report, u8)> {
        if !migrate.dry_run && !migrate.execute {
            return Err(Error::Usage(
                "`migrate` needs --dry-run, which says what it would do, or --execute, which does it"
                    .to_owned(),
            ));
        }
        let (plan, options) = (self.plan()?, options(&migrate.decide)?);
        let mut db = self.open()?;
        if migrate.execute {
            db.lock()?;
        }
        if run::status(&mut *db)?.is_some_and(|run| run.state.unfinished()) {
            return status(&mut *db);
        }
        if migrate.dry_run {
            return self.dry_run(&mut *db, &plan, &options);
        }
        let backup = if let Some(name) = &migrate.backup {
            Some(backup::require(&mut *db, &plan, &migrate.folder.backups, name)?.name)
        } else if migrate.no_backup {
            None
        } else {
            // A backup of what is refused is of no use.
            precheck::check(&mut *db, &plan, &options, Purpose::Migrate)?.require()?;
            Some(backup::create(&mut *db, &plan, &migrate.folder.backups)?.name)
        };
        let settings = settings(&migrate.pace, backup);
        let mut control = self.stoppable()?;
        let outcome = run::migrate(&mut *db, &plan, &options, &settings, &mut control)?;
        Ok((Report::Migration(outcome), 0))
    }

    fn resume(
        &self,
        take_over: bool,
        policy: Option<Policy>,
        decisions: Option<&Path>,
        pace: &Pace,
    ) -> Result<Report> {
        let changes = Changes {
            policy,
            decisions: decisions.map(read).transpose()?,
        };
        let mut db = self.open()?;
        let (settings, mut control) = (settings(pace, None), self.stoppable()?);
        run::resume(&mut *db, take_over, &changes, &settings, &mut control).map(Report::Migration)
    }

    fn rollback(&self, take_over: bool, on_drift: OnDrift, pace: &Pace) -> Result<Report> {
        let mut db = self.open()?;
        let (settings, mut control) = (settings(pace, None), self.stoppable()?);
        run::rollback(&mut *db, take_over, on_drift, &settings, &mut control).map(Report::Rollback)
    }

    fn dry_run(
        &self,
        db: &mut dyn Database,
        plan: &Plan,
        options: &Options,
    ) -> Result<(Report, u8)> {
        let findings = precheck::check(db, plan, options, Purpose::Migrate)?;
        findings.require()?;
        let counts = analyze::forecast(db, plan, options, &mut self.control())?;
        let idle = Counts {
            rows: counts.rows,
            nulls: counts.nulls,
            bad: counts.bad,
            ..Counts::default()
        };
        let code = if counts == idle { 0 } else { PENDING };
        let report = DryRun {
            plan_hash: plan.hash(),
            anchor: options.anchor,
            policy: options.policy,
            counts,
            warnings: findings.warnings,
        };
        Ok((Report::DryRun(report), code))
    }

    fn validate(&self) -> Result<(Report, u8)> {
        let mut db = self.open()?;
        // Without a run, the plan says what is to be looked at.
        let plan = match (self.plan, run::status(&mut *db)?) {
            (None, Some(_)) => None,
            _ => Some(self.plan()?),
        };
        let validation = run::validate(&mut *db, plan.as_ref(), &mut self.control())?;
        let code = validation
            .require()
            .err()
            .map_or(0, |error| error.exit_code());
        Ok((Report::Validation(validation), code))
    }
}

fn status(db: &mut dyn Database) -> Result<(Report, u8)> {
    let status = Status::new(run::status(db)?);
    let code = if status.unfinished { PENDING } else { 0 };
    Ok((Report::Status(status), code))
}

fn options(decide: &Decide) -> Result<Options> {
    Ok(Options {
        anchor: decide.anchor,
        policy: decide.on_conflict,
        decisions: decide.decisions.as_deref().map(read).transpose()?,
    })
}

fn settings(pace: &Pace, backup: Option<String>) -> Settings {
    Settings {
        batch_size: pace.batch_size,
        profile: pace.profile,
        backup,
    }
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).map_err(|source| Error::Io {
        context: format!("cannot read {}", path.display()),
        source,
    })
}

/// Writes a file that is not there yet: decisions that somebody wrote are not overwritten.
fn write_new(path: &Path, fill: impl FnOnce(&mut dyn Write) -> Result<u64>) -> Result<u64> {
    let failed = |source: io::Error| Error::Io {
        context: format!("cannot write the new file {}", path.display()),
        source,
    };
    let file = OpenOptions::new()
        .write(true)
        .create_new(true)
        .open(path)
        .map_err(failed)?;
    let mut file = BufWriter::new(file);
    let written = fill(&mut file)?;
    file.flush().map_err(failed)?;
    Ok(written)
}
