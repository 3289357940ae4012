//! The verbs and options of the command line.

use std::fmt;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum, value_parser};
use jiff::SignedDuration;

use crate::anchor::Anchor;
use crate::backup::age;
use crate::database::Profile;
use crate::policy::Policy;
use crate::run::OnDrift;

/// Moves the week columns of a database to the Mondays of their ISO weeks, without losing a row.
///
/// Nothing is changed without --execute.
#[derive(Parser)]
#[command(
    name = "semaine-migrate",
    version,
    after_help = "Exit codes: 0 done; 1 the database or a file failed; 2 usage; 3 refused before any change; \
                  4 conflicts need a decision; 5 not valid; 6 backup; 7 locked; 8 interrupted, resumable; \
                  9 taken over by another process; 10 edited after the migration; 20 work is pending."
)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub verb: Verb,

    // The value of the variable is hidden, since it may hold a password.
    /// The database: `sqlite:FILE` or `postgres://USER:PASSWORD@HOST/DATABASE`.
    #[arg(
        long,
        env = "DATABASE_URL",
        hide_env_values = true,
        value_name = "URL",
        global = true
    )]
    pub database_url: Option<String>,

    /// The tables and columns; without it, those of the reference application.
    #[arg(long, value_name = "FILE", global = true)]
    pub plan: Option<PathBuf>,

    /// What is printed.
    #[arg(long, value_name = "FORM", default_value = "text", global = true)]
    pub output: Output,
}

// The URL of the database may hold a password.
impl fmt::Debug for Cli {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter
            .debug_struct("Cli")
            .field("verb", &self.verb)
            .field("plan", &self.plan)
            .field("output", &self.output)
            .finish_non_exhaustive()
    }
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Output {
    /// For people.
    Text,
    /// One JSON object, as schemas/report.json describes it.
    Json,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Verb {
    /// Reads the tables and says what a migration would change.
    Analyze {
        /// How it would decide.
        #[command(flatten)]
        decide: Decide,
        /// For which profile time is estimated.
        #[arg(long, default_value = "online")]
        profile: Profile,
    },
    /// Prints the plan and its hash, proposes one, or writes conflicts into a file for decisions.
    Plan {
        /// Proposes a plan by what the database has.
        #[arg(long, conflicts_with_all = ["plan", "conflicts"])]
        discover: bool,
        /// Writes every conflict into this new file, to decide there.
        #[arg(long, value_name = "FILE")]
        conflicts: Option<PathBuf>,
        /// To which Monday a day would move.
        #[arg(long, default_value = "containing")]
        anchor: Anchor,
    },
    /// Writes a backup of the plan's tables, and reads it again.
    Backup {
        /// Where backups are.
        #[command(flatten)]
        folder: Folder,
    },
    /// Reads a backup and finds any flipped byte.
    VerifyBackup {
        /// The name of the backup.
        name: String,
        /// Where backups are.
        #[command(flatten)]
        folder: Folder,
    },
    /// Lists the backups.
    ListBackups {
        /// Where backups are.
        #[command(flatten)]
        folder: Folder,
    },
    /// Removes old backups of this database that no run needs.
    PruneBackups {
        /// How old they have to be: 12h, 365d or 4w.
        #[arg(long, value_name = "AGE", value_parser = age::parse)]
        older_than: SignedDuration,
        /// Where backups are.
        #[command(flatten)]
        folder: Folder,
        /// Removes them; without it they are listed.
        #[arg(long)]
        execute: bool,
    },
    /// Moves the weeks to Mondays, or says what that would do.
    Migrate(Migrate),
    /// Says how far the last run is.
    Status,
    /// Goes on with an interrupted migration.
    Resume {
        /// Goes on; without it, says how far the run is.
        #[arg(long)]
        execute: bool,
        /// Takes the run from a process that does not answer, which is refused from then on.
        #[arg(long)]
        take_over: bool,
        /// Another policy from now on.
        #[arg(long, value_name = "POLICY")]
        on_conflict: Option<Policy>,
        /// Other decisions on single conflicts from now on.
        #[arg(long, value_name = "FILE")]
        decisions: Option<PathBuf>,
        /// How batches are made.
        #[command(flatten)]
        pace: Pace,
    },
    /// Reads whether the data is as a finished migration leaves it.
    Validate,
    /// Undoes the last run exactly.
    Rollback {
        /// Undoes it; without it, says how many changes there are and which rows were edited.
        #[arg(long)]
        execute: bool,
        /// What becomes of rows that were edited after the migration.
        #[arg(long, value_name = "CHOICE", default_value = "abort")]
        on_drift: OnDrift,
        /// Takes the run from a process that does not answer, which is refused from then on.
        #[arg(long)]
        take_over: bool,
        /// How batches are made.
        #[command(flatten)]
        pace: Pace,
    },
    /// Fills the plan's tables from a backup.
    Restore {
        /// The name of the backup.
        name: String,
        /// Where backups are.
        #[command(flatten)]
        folder: Folder,
        /// Replaces the rows; without it, the backup is verified.
        #[arg(long)]
        execute: bool,
        /// Makes no backup of what is replaced.
        #[arg(long)]
        no_backup: bool,
    },
    /// Ends the last run for good: constraints stand, and the journal goes.
    Finalize {
        /// Ends it; without it, the data is validated.
        #[arg(long)]
        execute: bool,
    },
}

/// The options of `migrate`.
#[derive(Debug, Args)]
pub struct Migrate {
    /// Counts what would change, and changes nothing.
    #[arg(long, conflicts_with = "execute")]
    pub dry_run: bool,
    /// Changes the database.
    #[arg(long)]
    pub execute: bool,
    /// How it decides.
    #[command(flatten)]
    pub decide: Decide,
    /// How batches are made.
    #[command(flatten)]
    pub pace: Pace,
    /// Where backups are.
    #[command(flatten)]
    pub folder: Folder,
    /// Takes this backup, whose content has to be that of now, instead of a new one.
    #[arg(long, value_name = "NAME", conflicts_with = "no_backup")]
    pub backup: Option<String>,
    /// Makes no backup.
    #[arg(long)]
    pub no_backup: bool,
}

/// How a migration decides.
#[derive(Debug, Args)]
pub struct Decide {
    /// To which Monday a day moves.
    #[arg(long, default_value = "containing")]
    pub anchor: Anchor,
    /// What becomes of rows of one owner that meet on a Monday.
    #[arg(long, value_name = "POLICY", default_value = "abort")]
    pub on_conflict: Policy,
    /// Decisions on single conflicts, in the file that `plan --conflicts` wrote.
    #[arg(long, value_name = "FILE")]
    pub decisions: Option<PathBuf>,
}

/// How batches are made.
#[derive(Debug, Args)]
pub struct Pace {
    /// Rows of a batch; without it the run finds what is quick.
    #[arg(long, value_name = "ROWS", value_parser = value_parser!(u32).range(1..=1_000_000))]
    pub batch_size: Option<u32>,
    /// How much others that work with the database are spared.
    #[arg(long, default_value = "online")]
    pub profile: Profile,
}

/// Where backups are.
#[derive(Debug, Args)]
pub struct Folder {
    /// The folder of the backups.
    #[arg(long, value_name = "FOLDER", default_value = "semaine-backups")]
    pub backups: PathBuf,
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory;
    use clap::error::ErrorKind;

    use super::*;

    #[test]
    fn the_options_are_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_password_is_not_shown() {
        let url = "--database-url=postgres://cook:secret@host/plans";
        let cli = Cli::try_parse_from(["semaine-migrate", "status", url]).unwrap();
        assert_eq!(
            cli.database_url.as_deref(),
            url.strip_prefix("--database-url=")
        );
        assert!(!format!("{cli:?}").contains("secret"));
    }

    #[test]
    fn options_that_exclude_each_other_are_refused() {
        for arguments in [
            ["migrate", "--dry-run", "--execute"],
            ["migrate", "--no-backup", "--backup=a"],
            ["plan", "--discover", "--conflicts=a"],
        ] {
            let all = ["semaine-migrate"].into_iter().chain(arguments);
            let error = Cli::try_parse_from(all).unwrap_err();
            assert_eq!(error.kind(), ErrorKind::ArgumentConflict, "{arguments:?}");
        }
    }
}
