//! The connections: accepted, limited, and brought to their end.

use std::io::ErrorKind;
use std::net;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use axum::Router;
use axum::extract::{Request, State};
use axum::http::HeaderValue;
use axum::http::header::CONNECTION;
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::{GracefulShutdown, Watcher};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, oneshot};
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};
use tracing::{debug, warn};

use super::Cut;
use super::patience::Patience;
use crate::options::Options;

/// The largest head of a request, in bytes.
const LARGEST_HEAD: usize = 64 * 1024;

/// How long idle connections are kept open at the end. A client may be sending a request on one of them; a
/// busy client learns by its next answer that the connection ends, and none of its requests is lost.
const FAREWELL: Duration = Duration::from_millis(250);

/// How long to wait when the system has no room for another connection.
const BREATH: Duration = Duration::from_millis(100);

/// The connections of a service.
pub(super) struct Connections {
    routes: Router,
    /// How long a client may take to send the head of a request, and to read a part of an answer.
    patience: Duration,
    slots: Arc<Semaphore>,
    ending: Arc<AtomicBool>,
    graceful: GracefulShutdown,
    open: JoinSet<()>,
}

impl Connections {
    pub(super) fn new(routes: Router, options: &Options) -> Self {
        let ending = Arc::new(AtomicBool::new(false));
        Self {
            routes: routes.layer(from_fn_with_state(Arc::clone(&ending), say_farewell)),
            patience: options.request_timeout,
            slots: Arc::new(Semaphore::new(options.max_connections.into())),
            ending,
            graceful: GracefulShutdown::new(),
            open: JoinSet::new(),
        }
    }

    /// Accepts connections until it is told to stop, and gives those which are open then a time to end.
    ///
    /// # Errors
    ///
    /// `Cut` if that time was too short.
    pub(super) async fn serve(
        mut self,
        listener: TcpListener,
        mut stop: oneshot::Receiver<()>,
        time_to_end: Duration,
    ) -> Result<(), Cut> {
        loop {
            tokio::select! {
                _ = &mut stop => break,
                (stream, slot) = accept(&listener, &self.slots) => self.open(stream, slot),
                Some(_) = self.open.join_next() => {}
            }
        }
        self.ending.store(true, Ordering::Relaxed);
        self.open_waiting(listener);
        self.end(time_to_end).await
    }

    fn open(&mut self, stream: TcpStream, slot: OwnedSemaphorePermit) {
        let routes = self.routes.clone();
        let watcher = self.graceful.watcher();
        let patience = self.patience;
        self.open.spawn(async move {
            answer(stream, routes, watcher, patience).await;
            drop(slot);
        });
    }

    /// The system has accepted these already; closing the listener would reset them.
    fn open_waiting(&mut self, listener: TcpListener) {
        let Ok(listener) = listener.into_std() else {
            return;
        };
        while let Ok(slot) = Arc::clone(&self.slots).try_acquire_owned() {
            let accepted = listener.accept();
            let Ok(stream) = accepted.and_then(|(stream, _)| into_tokio(stream)) else {
                return;
            };
            self.open(stream, slot);
        }
    }

    async fn end(mut self, time: Duration) -> Result<(), Cut> {
        let open = &mut self.open;
        let graceful = self.graceful;
        let end = async {
            tokio::select! {
                () = sleep(FAREWELL) => {}
                () = async { while open.join_next().await.is_some() {} } => {}
            }
            graceful.shutdown().await;
            while open.join_next().await.is_some() {}
        };
        if timeout(time, end).await.is_ok() {
            return Ok(());
        }
        // Those that have ended meanwhile are not cut.
        while open.try_join_next().is_some() {}
        let connections = open.len();
        open.shutdown().await;
        Err(Cut { connections })
    }
}

fn into_tokio(stream: net::TcpStream) -> std::io::Result<TcpStream> {
    stream.set_nonblocking(true)?;
    TcpStream::from_std(stream)
}

/// The next connection, once there is a slot for it: until then, it waits in the system's queue.
async fn accept(
    listener: &TcpListener,
    slots: &Arc<Semaphore>,
) -> (TcpStream, OwnedSemaphorePermit) {
    loop {
        let Ok(slot) = Arc::clone(slots).acquire_owned().await else {
            // The semaphore is never closed.
            return std::future::pending().await;
        };
        match listener.accept().await {
            Ok((stream, _)) => return (stream, slot),
            Err(error) if gone(error.kind()) => debug!(%error, "a connection was gone at once"),
            Err(error) => {
                warn!(%error, "cannot accept connections");
                sleep(BREATH).await;
            }
        }
    }
}

/// Whether an error is that of one connection, and tells nothing of the next.
fn gone(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::ConnectionAborted | ErrorKind::ConnectionRefused | ErrorKind::ConnectionReset
    )
}

/// Answers the requests of a connection until either side ends it.
async fn answer(stream: TcpStream, routes: Router, watcher: Watcher, patience: Duration) {
    // Answers are written as a whole; to wait for more of them would only delay each.
    if let Err(error) = stream.set_nodelay(true) {
        debug!(%error, "cannot set TCP_NODELAY");
    }
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        // Counts from the end of the request before, and so closes idle connections too.
        .header_read_timeout(patience)
        .max_buf_size(LARGEST_HEAD)
        .serve_connection(
            Patience::new(TokioIo::new(stream), patience),
            TowerToHyperService::new(routes),
        );
    if let Err(error) = watcher.watch(connection).await {
        debug!(%error, "a connection failed");
    }
}

/// Tells the client, when the service ends, that its connection does too.
async fn say_farewell(
    State(ending): State<Arc<AtomicBool>>,
    request: Request,
    next: Next,
) -> Response {
    let mut response = next.run(request).await;
    if ending.load(Ordering::Relaxed) {
        response
            .headers_mut()
            .insert(CONNECTION, HeaderValue::from_static("close"));
    }
    response
}
