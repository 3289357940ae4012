//! What is counted and measured, in the text format that Prometheus reads.

use std::fmt;
use std::sync::Arc;
use std::time::Duration;

use axum::http::{Method, StatusCode};
use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeLabelSet, EncodeMetric, text};
use prometheus_client::metrics::MetricType;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::{Family, MetricConstructor};
use prometheus_client::metrics::gauge::{ConstGauge, Gauge};
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

use crate::store::{Connections, Store};

/// The `Content-Type` of [`Metrics::text`].
pub(crate) const CONTENT_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// In seconds, close together where answers from an embedded database lie.
const BUCKETS: [f64; 14] = [
    0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1.0, 2.5, 5.0, 10.0,
];

/// The figures of the service; a clone shares them.
#[derive(Clone, Debug)]
pub(crate) struct Metrics(Arc<Figures>);

#[derive(Debug)]
struct Figures {
    registry: Registry,
    requests: Family<Outcome, Counter>,
    durations: Family<Endpoint, Histogram, Buckets>,
    in_flight: Gauge,
    shed: Counter,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Endpoint {
    method: &'static str,
    route: Arc<str>,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Outcome {
    method: &'static str,
    route: Arc<str>,
    status: u16,
}

#[derive(Clone, Debug)]
struct Buckets;

impl MetricConstructor<Histogram> for Buckets {
    fn new_metric(&self) -> Histogram {
        Histogram::new(BUCKETS)
    }
}

impl Metrics {
    /// All figures at zero, beside those that the database tells when asked.
    #[must_use]
    pub(crate) fn new(store: &Store) -> Self {
        let mut registry = Registry::default();
        let requests = Family::default();
        let durations = Family::new_with_constructor(Buckets);
        let in_flight = Gauge::default();
        let shed = Counter::default();
        registry.register(
            "http_requests",
            "Requests that were answered",
            requests.clone(),
        );
        registry.register_with_unit(
            "http_request_duration",
            "From the head of a request to the head of its answer",
            Unit::Seconds,
            durations.clone(),
        );
        registry.register(
            "http_requests_in_flight",
            "Requests that are not answered yet",
            in_flight.clone(),
        );
        registry.register(
            "http_requests_shed",
            "Requests that were turned away because there were too many at once",
            shed.clone(),
        );
        registry.register_collector(Box::new(Database(store.clone())));
        Self(Arc::new(Figures {
            registry,
            requests,
            durations,
            in_flight,
            shed,
        }))
    }

    /// Counts a request that has come.
    pub(crate) fn begin(&self) {
        self.0.in_flight.inc();
    }

    /// Counts a request that is no longer worked on; without a status if its client has left before.
    pub(crate) fn end(
        &self,
        method: &'static str,
        route: &Arc<str>,
        answer: Option<StatusCode>,
        duration: Duration,
    ) {
        self.0.in_flight.dec();
        if let Some(status) = answer {
            let route = Arc::clone(route);
            let outcome = Outcome {
                method,
                route: Arc::clone(&route),
                status: status.as_u16(),
            };
            self.0.requests.get_or_create(&outcome).inc();
            let endpoint = Endpoint { method, route };
            self.0
                .durations
                .get_or_create(&endpoint)
                .observe(duration.as_secs_f64());
        }
    }

    /// Counts a request that is turned away.
    pub(crate) fn shed(&self) {
        self.0.shed.inc();
    }

    /// All figures.
    ///
    /// # Errors
    ///
    /// None that is known: writing to a text does not fail.
    pub(crate) fn text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        text::encode(&mut text, &self.0.registry)?;
        Ok(text)
    }
}

/// The method as a label: what clients invent is not to fill the memory.
pub(crate) fn method_label(method: &Method) -> &'static str {
    match *method {
        Method::GET => "GET",
        Method::HEAD => "HEAD",
        Method::POST => "POST",
        Method::PUT => "PUT",
        Method::PATCH => "PATCH",
        Method::DELETE => "DELETE",
        Method::OPTIONS => "OPTIONS",
        _ => "other",
    }
}

/// Asks the database for its connections when the figures are read.
#[derive(Debug)]
struct Database(Store);

impl Collector for Database {
    fn encode(&self, mut encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let mut family = encoder.encode_descriptor(
            "database_connections",
            "Open connections to the database",
            None,
            MetricType::Gauge,
        )?;
        let Connections { open, idle } = self.0.connections();
        let idle = i64::try_from(idle).unwrap_or(i64::MAX);
        // The two are not counted at the same instant.
        let busy = i64::from(open).saturating_sub(idle).max(0);
        for (state, number) in [("busy", busy), ("idle", idle)] {
            let labels = [("state", state)];
            ConstGauge::new(number).encode(family.encode_family(&labels)?)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn methods_that_clients_invent_share_a_label() {
        for name in ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"] {
            let method = Method::from_bytes(name.as_bytes()).expect("a method");
            assert_eq!(method_label(&method), name);
        }
        for name in ["TRACE", "CONNECT", "get", "PROPFIND", "X"] {
            let method = Method::from_bytes(name.as_bytes()).expect("a method");
            assert_eq!(method_label(&method), "other", "{name}");
        }
    }
}
