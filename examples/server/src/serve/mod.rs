//! The start and the end of the service.

mod connections;
mod errors;
mod patience;

use std::net::SocketAddr;

use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;
use tracing::info;

use self::connections::Connections;
pub use self::errors::{Cut, StartError};
use crate::app::App;
use crate::clock::Clock;
use crate::metrics::Metrics;
use crate::options::Options;
use crate::routes;
use crate::store::Store;

/// A service that runs, until it is stopped or the runtime ends.
#[derive(Debug)]
pub struct Server {
    address: SocketAddr,
    stop: oneshot::Sender<()>,
    connections: JoinHandle<Result<(), Cut>>,
    store: Store,
}

impl Server {
    /// Starts to answer: `bind`, `database_url`, `now` and the limits of the options count.
    ///
    /// # Errors
    ///
    /// `Listen` if the address cannot be had, and then the database has not been touched; `Store` if the
    /// database cannot be opened.
    pub async fn start(options: &Options) -> Result<Self, StartError> {
        let refused = |error| StartError::Listen {
            address: options.bind,
            error,
        };
        let listener = TcpListener::bind(options.bind).await.map_err(refused)?;
        let address = listener.local_addr().map_err(refused)?;
        let store = Store::open(&options.database_url)
            .await
            .map_err(StartError::Store)?;
        let app = App {
            store: store.clone(),
            clock: options.now.map_or_else(Clock::system, Clock::starting_at),
        };
        let routes = routes::all(app, options, &Metrics::new(&store));
        let (stop, stopped) = oneshot::channel();
        let connections = tokio::spawn(Connections::new(routes, options).serve(
            listener,
            stopped,
            options.shutdown_timeout,
        ));
        info!(%address, "started");
        Ok(Self {
            address,
            stop,
            connections,
            store,
        })
    }

    /// Where it listens.
    #[must_use]
    pub const fn address(&self) -> SocketAddr {
        self.address
    }

    /// Accepts no more connections, finishes the requests that run, and closes the database.
    ///
    /// # Errors
    ///
    /// `Cut` if requests still ran after the time that they had; they are ended.
    pub async fn stop(self) -> Result<(), Cut> {
        info!("stopping");
        // Nobody waits for it only if the task has panicked, which the next line tells.
        self.stop.send(()).ok();
        let finished = self
            .connections
            .await
            .unwrap_or(Err(Cut { connections: 0 }));
        self.store.close().await;
        info!("stopped");
        finished
    }
}
