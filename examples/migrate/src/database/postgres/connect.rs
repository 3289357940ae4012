//! How a session with PostgreSQL begins.

use std::time::Duration;

use postgres::{Client, Config, NoTls};

use crate::database::postgres::fault::failed;
use crate::database::postgres::values;
use crate::value::Value;
use crate::{Error, Result};

/// What every session sets: nothing of what follows may depend on how a role or a database is set up.
const SETTINGS: &str = "
    -- Values as texts are the same everywhere.
    SET DateStyle = 'ISO, YMD'; SET IntervalStyle = 'postgres'; SET TimeZone = 'UTC';
    SET bytea_output = 'hex'; SET extra_float_digits = 1;
    -- Who waits for a lock has others wait behind; the same again may succeed later.
    SET lock_timeout = '5s';
    -- A check of a whole table takes its time.
    SET statement_timeout = 0;
    -- A process that was stopped does not keep its locks.
    SET idle_in_transaction_session_timeout = '60s';
    -- A plan for arrays of unknown length looks up each row by an index, whatever the table's statistics.
    SET plan_cache_mode = force_generic_plan; SET jit = off;
    -- Rows that a policy would hide are an error.
    SET row_security = off;";

/// What tells a session from all others of a server.
#[derive(Clone, Debug)]
pub(super) struct Session {
    pub(super) process: Value,
    pub(super) started: Value,
}

/// The configuration of a URL, with what it leaves open.
pub(super) fn config(url: &str) -> Result<Config> {
    // What the parser says may hold a part of a password.
    let mut config: Config = url.parse().map_err(|_| {
        Error::Usage(
            "the URL of the database cannot be understood: it has to be \
             postgres://user:password@host:port/database, with %40 for @ and so on in a password"
                .to_owned(),
        )
    })?;
    if config.get_application_name().is_none() {
        config.application_name("semaine-migrate");
    }
    if config.get_connect_timeout().is_none() {
        config.connect_timeout(Duration::from_secs(10));
    }
    // A peer that vanished is noticed within half a minute, while it is waited for and while it is sent to.
    config
        .keepalives_idle(Duration::from_secs(10))
        .keepalives_interval(Duration::from_secs(5))
        .keepalives_retries(4)
        .tcp_user_timeout(Duration::from_secs(30));
    Ok(config)
}

pub(super) fn connect(config: &Config) -> Result<(Client, Session)> {
    begin(config).map_err(|error| failed(&error, true).context("connect"))?
}

fn begin(config: &Config) -> std::result::Result<Result<(Client, Session)>, postgres::Error> {
    let mut client = config.connect(NoTls)?;
    client.batch_execute(SETTINGS)?;
    let row = client.query_one(
        "SELECT pid, backend_start::text FROM pg_stat_activity WHERE pid = pg_backend_pid()",
        &[],
    )?;
    let session = || {
        Ok(Session {
            process: values::read(&row, 0)?,
            started: values::read(&row, 1)?,
        })
    };
    Ok(session().map(|session| (client, session)))
}
