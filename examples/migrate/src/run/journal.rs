//! Every change of a run, in its order, so that it can be undone exactly.
//!
//! `semaine_migrate_journal` lies in the migrated database, so that a change and its entry are committed
//! together. A row of it has
//!
//! | column | |
//! |---|---|
//! | `sequence` | the primary key, rising over all runs |
//! | `run` | of `semaine_migrate_runs` |
//! | `table_number` | of the plan, which the run keeps |
//! | `action` | `m`: the week alone moved; `u`: columns changed; `d`: the row was taken out |
//! | `row_key` | what names the row |
//! | `old_week`, `new_week` | of `m`, as dates |
//! | `old_row`, `new_row` | of `u`, the changed columns as JSON; of `d`, the whole row as `old_row` |

use crate::database::Engine;

/// The statements that make the table where it is missing.
#[must_use]
pub fn definition(engine: Engine) -> &'static str {
    match engine {
        // A column without a type keeps what is stored in it as it is.
        Engine::Sqlite => {
            "CREATE TABLE IF NOT EXISTS semaine_migrate_journal (
                sequence INTEGER PRIMARY KEY,
                run INTEGER NOT NULL,
                table_number INTEGER NOT NULL,
                action TEXT NOT NULL,
                row_key NOT NULL,
                old_week TEXT,
                new_week TEXT,
                old_row TEXT,
                new_row TEXT
            )"
        }
        Engine::Postgres => {
            "CREATE TABLE IF NOT EXISTS semaine_migrate_journal (
                sequence BIGINT PRIMARY KEY,
                run BIGINT NOT NULL,
                table_number INTEGER NOT NULL,
                action TEXT NOT NULL,
                row_key TEXT NOT NULL,
                old_week DATE,
                new_week DATE,
                old_row TEXT,
                new_row TEXT
            )"
        }
    }
}
