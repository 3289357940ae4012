//! A request and its answer, which is compared with the OpenAPI document.

use reqwest::header::HeaderMap;
use reqwest::{Method, RequestBuilder};
use serde_json::Value;

use super::contract;
use super::server::Server;

/// A request that is yet to be sent; in English, unless another language is given.
#[derive(Debug)]
pub(crate) struct Ask<'a> {
    server: &'a Server,
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    body: Option<Vec<u8>>,
}

/// What the server answered.
#[derive(Clone, Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
    /// The text as JSON; null, if it is none.
    pub(crate) body: Value,
}

impl<'a> Ask<'a> {
    pub(crate) fn new(server: &'a Server, method: Method, path: &str) -> Self {
        let headers = vec![("accept-language".to_owned(), "en".to_owned())];
        Self {
            server,
            method,
            path: path.to_owned(),
            headers,
            body: None,
        }
    }

    /// In place of a header of the same name.
    pub(crate) fn header(mut self, name: &str, value: &str) -> Self {
        let name = name.to_ascii_lowercase();
        self.headers.retain(|(other, _)| *other != name);
        self.headers.push((name, value.to_owned()));
        self
    }

    pub(crate) fn language(self, value: &str) -> Self {
        self.header("Accept-Language", value)
    }

    pub(crate) fn if_match(self, value: &str) -> Self {
        self.header("If-Match", value)
    }

    pub(crate) fn key(self, value: &str) -> Self {
        self.header("Idempotency-Key", value)
    }

    pub(crate) fn json(self, body: &Value) -> Self {
        self.text(body.to_string())
    }

    /// As JSON, unless another type is given.
    pub(crate) fn text(mut self, body: impl Into<Vec<u8>>) -> Self {
        self.body = Some(body.into());
        let name = "content-type";
        if self.headers.iter().any(|(other, _)| other == name) {
            return self;
        }
        self.header(name, "application/json")
    }

    pub(crate) async fn send(self) -> Answer {
        let Self {
            server,
            method,
            path,
            headers,
            body,
        } = self;
        let url = format!("http://{}{path}", server.address);
        let mut request: RequestBuilder = server.client.request(method.clone(), &url);
        for (name, value) in headers {
            request = request.header(name, value);
        }
        if let Some(body) = body {
            request = request.body(body);
        }
        let response = request.send().await;
        let response =
            response.unwrap_or_else(|error| panic!("{method} {path}: {error:?}\n{}", server.log()));
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let text = response.text().await.unwrap();
        let answer = Answer::new(status, headers, text);
        contract::compare(&method, &path, &answer);
        answer
    }

    /// Sends it, and fails unless the answer has this status.
    pub(crate) async fn expect(self, status: u16) -> Answer {
        let what = format!("{} {}", self.method, self.path);
        let answer = self.send().await;
        assert_eq!(answer.status, status, "{what}: {}", answer.text);
        answer
    }
}

impl Answer {
    pub(crate) fn new(status: u16, headers: HeaderMap, text: String) -> Self {
        let body = serde_json::from_str(&text).unwrap_or_default();
        Self {
            status,
            headers,
            text,
            body,
        }
    }

    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name).map(|value| value.to_str().unwrap())
    }

    pub(crate) fn varies_by_language(&self) -> bool {
        let vary = self.header("Vary");
        vary.is_some_and(|name| name.eq_ignore_ascii_case("Accept-Language"))
    }

    pub(crate) fn code(&self) -> &str {
        self.body["code"].as_str().unwrap_or_default()
    }

    pub(crate) fn id(&self) -> i64 {
        self.body["id"].as_i64().unwrap()
    }

    pub(crate) fn etag(&self) -> &str {
        self.header("ETag").unwrap()
    }

    /// The Mondays of a page.
    pub(crate) fn weeks(&self) -> Vec<&str> {
        self.items()
            .iter()
            .map(|item| item["week_start"].as_str().unwrap())
            .collect()
    }

    pub(crate) fn items(&self) -> &[Value] {
        self.body["items"].as_array().unwrap()
    }
}
