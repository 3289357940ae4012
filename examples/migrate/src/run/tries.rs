//! What is tried again: a run is not given up because somebody else was faster or a connection broke.

use std::thread;
use std::time::Duration;

use crate::database::{Access, Database};
use crate::error::FaultKind;
use crate::run::state::Run;
use crate::{Error, Result};

/// How often in a row something may fail before the run stops.
const MOST: u32 = 12;

/// Counts failures in a row.
#[derive(Debug, Default)]
pub(crate) struct Tries {
    failed: u32,
}

impl Tries {
    /// Tries one batch. After a failure that may pass, the answer is the run as the database has it then:
    /// after a lost connection, nobody knows whether the batch was committed until that is read.
    ///
    /// # Errors
    ///
    /// `Interrupted` after too many failures, or a full disk; `Fenced`; and every other error of the batch.
    pub(crate) fn batch(
        &mut self,
        db: &mut dyn Database,
        run: &Run,
        work: impl FnOnce(&mut dyn Database) -> Result<Run>,
    ) -> Result<Run> {
        let error = match work(db) {
            Ok(next) => {
                self.failed = 0;
                return Ok(next);
            }
            Err(error) => error,
        };
        db.rollback();
        self.wait(error)?;
        let now = loop {
            match current(db, run) {
                Ok(now) => break now,
                Err(error) => self.recover(db, error)?,
            }
        };
        if now.epoch == run.epoch {
            Ok(now)
        } else {
            Err(run.fenced())
        }
    }

    /// Tries something in a transaction that may be done twice.
    ///
    /// # Errors
    ///
    /// As [`batch`](Self::batch).
    pub(crate) fn twice<T>(
        &mut self,
        db: &mut dyn Database,
        mut work: impl FnMut(&mut dyn Database) -> Result<T>,
    ) -> Result<T> {
        loop {
            let done = db
                .begin(Access::Write)
                .and_then(|()| work(db))
                .and_then(|done| db.commit().map(|()| done));
            match done {
                Ok(done) => {
                    self.failed = 0;
                    return Ok(done);
                }
                Err(error) => {
                    db.rollback();
                    self.recover(db, error)?;
                }
            }
        }
    }

    fn recover(&mut self, db: &mut dyn Database, error: Error) -> Result<()> {
        let lost = error.fault() == Some(FaultKind::Lost);
        self.wait(error)?;
        if lost {
            // Where that fails, the next attempt says so.
            let _ = db.reconnect();
        }
        Ok(())
    }

    /// Waits before the next attempt, if the failure may pass.
    fn wait(&mut self, error: Error) -> Result<()> {
        let passes = match error.fault() {
            Some(FaultKind::Busy | FaultKind::Unique | FaultKind::Lost) => true,
            Some(FaultKind::Full) => false,
            Some(FaultKind::Corrupt | FaultKind::Other) | None => return Err(error),
        };
        self.failed += 1;
        if !passes || self.failed > MOST {
            return Err(Error::Interrupted(format!(
                "the run stopped: {error}; what was committed is kept. Go on with `resume --execute`, \
                 or `rollback --execute`"
            )));
        }
        thread::sleep(Duration::from_millis(10 << self.failed.min(7)));
        Ok(())
    }
}

/// The run as the database has it, on a connection that works.
fn current(db: &mut dyn Database, run: &Run) -> Result<Run> {
    match run.again(db) {
        Err(error) if error.fault() == Some(FaultKind::Lost) => {
            db.reconnect()?;
            run.again(db)
        }
        other => other,
    }
}
