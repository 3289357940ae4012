//! One log line and one count for each request.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::http::StatusCode;
use axum::middleware::Next;
use axum::response::Response;
use tracing::{Instrument, error_span, info};

use super::request_id::RequestId;
use crate::metrics::{Metrics, method_label};

/// Tells of every request when it ends, and names it in the log lines that are written meanwhile.
pub(crate) async fn observe(
    State(metrics): State<Metrics>,
    request: Request,
    next: Next,
) -> Response {
    let mut exchange = Exchange::begin(metrics, &request);
    // At the level of errors, so that no choice of levels leaves an error without the request's name.
    let span = error_span!("request", request_id = exchange.id);
    let response = next.run(request).instrument(span).await;
    exchange.answer = Some(response.status());
    response
}

/// A request that is worked on. It ends when it is dropped: also without an answer, if its client leaves.
struct Exchange {
    metrics: Metrics,
    id: String,
    method: &'static str,
    /// The template and never the path, of which there are without end, and which may tell of people.
    route: Arc<str>,
    began: Instant,
    answer: Option<StatusCode>,
}

impl Exchange {
    fn begin(metrics: Metrics, request: &Request) -> Self {
        metrics.begin();
        let extensions = request.extensions();
        Self {
            metrics,
            id: extensions
                .get()
                .map_or_else(String::new, |id: &RequestId| id.as_str().to_owned()),
            method: method_label(request.method()),
            route: extensions
                .get()
                .map_or("unmatched", MatchedPath::as_str)
                .into(),
            began: Instant::now(),
            answer: None,
        }
    }
}

impl Drop for Exchange {
    fn drop(&mut self) {
        let duration = self.began.elapsed();
        self.metrics
            .end(self.method, &self.route, self.answer, duration);
        info!(
            request_id = self.id,
            method = self.method,
            route = &*self.route,
            status = self.answer.map(|status| status.as_u16()),
            latency_ms = duration.as_secs_f64() * 1e3,
            "{}",
            if self.answer.is_some() {
                "answered"
            } else {
                "left by the client"
            },
        );
    }
}
