//! The OpenAPI document: what the handlers say of themselves, and what they share.

use axum::http::StatusCode;
use utoipa::openapi::content::Content;
use utoipa::openapi::example::ExampleBuilder;
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{Operation, Parameter, PathItem};
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::schema::{ObjectBuilder, SchemaFormat, Type};
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{
    Components, Header, InfoBuilder, LicenseBuilder, OpenApi, OpenApiBuilder, Ref, RefOr, Server,
};
use utoipa::{ToResponse, ToSchema};

use crate::day::Day;
use crate::extract::IdempotencyKey;
use crate::language::Language;
use crate::refusal::{ErrorBody, Reason, Refusal};
use crate::week_start::WeekStart;
use crate::{api, model};

/// The document.
#[must_use]
pub fn document() -> OpenApi {
    let described = api::router().merge(api::health::router()).into_openapi();
    let mut components = described.components.unwrap_or_default();
    components.responses.extend(responses());
    // The rest is found by way of the bodies.
    describe::<Day>(&mut components);
    describe::<ErrorBody>(&mut components);
    components
        .headers
        .extend(headers().map(|(name, header)| (component(name), header.into())));
    let mut paths = described.paths;
    for operation in paths.paths.values_mut().flat_map(operations) {
        share(operation, &mut components);
    }
    OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Meal plans by week")
                .version(env!("CARGO_PKG_VERSION"))
                .license(Some(
                    LicenseBuilder::new()
                        .name("MIT OR Apache-2.0")
                        .identifier(Some("MIT OR Apache-2.0"))
                        .build(),
                ))
                .description(Some(DESCRIPTION))
                .build(),
        )
        .servers(Some([Server::new("/")]))
        .security(Some([]))
        .tags(Some(TAGS.map(|(name, description)| {
            TagBuilder::new()
                .name(name)
                .description(Some(description))
                .build()
        })))
        .paths(paths)
        .components(Some(components))
        .build()
}

/// The document as the file `openapi.json` has it.
#[must_use]
pub fn text() -> String {
    // Only keys that are no texts could not be written, and it has none.
    document().to_pretty_json().unwrap_or_default() + "\n"
}

fn describe<T: ToSchema>(components: &mut Components) {
    let mut parts = Vec::new();
    T::schemas(&mut parts);
    parts.push((T::name().into_owned(), T::schema()));
    components.schemas.extend(parts);
}

const DESCRIPTION: &str = "Plans of meals for ISO weeks, and what to buy for them. A week is named by its Monday, \
    `week_start`. Names and the sentences of errors are in French or English, by `Accept-Language`; French, if \
    it names neither. Every error has the same shape, `ErrorBody`.";

const TAGS: [(&str, &str); 5] = [
    ("weeks", "ISO weeks, as a calendar shows them."),
    ("recipes", "The dishes that can be planned."),
    ("meal-plans", "One plan for each user and week."),
    ("shopping-lists", "What to buy for a plan."),
    ("health", "Whether the service can do its work."),
];

/// The parameters that several operations have.
const SHARED_PARAMETERS: [&str; 5] = [
    "Accept-Language",
    "After",
    "Idempotency-Key",
    "If-Match",
    "Limit",
];

/// The name of a component is that of the header or parameter without its hyphens.
fn component(name: &str) -> String {
    let name = name.replace('-', "");
    let mut letters = name.chars();
    letters
        .next()
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}

fn operations(item: &mut PathItem) -> impl Iterator<Item = &mut Operation> {
    [
        &mut item.get,
        &mut item.put,
        &mut item.post,
        &mut item.delete,
    ]
    .into_iter()
    .flatten()
}

/// Replaces the headers and parameters of an operation that are components by references to them.
fn share(operation: &mut Operation, components: &mut Components) {
    for parameter in operation.parameters.iter_mut().flatten() {
        if let RefOr::T(own) = parameter
            && let Some(name) = SHARED_PARAMETERS
                .into_iter()
                .find(|name| name.eq_ignore_ascii_case(&own.name))
                .map(component)
        {
            let reference = Ref::new(format!("#/components/parameters/{name}"));
            let own: Parameter = own.clone();
            components.parameters.insert(name, own.into());
            *parameter = RefOr::Ref(reference);
        }
    }
    for response in operation.responses.responses.values_mut() {
        if let RefOr::T(response) = response {
            for (name, header) in &mut response.headers {
                *header = header_reference(name);
            }
        }
    }
}

fn header_reference(name: &str) -> RefOr<Header> {
    RefOr::Ref(Ref::new(format!(
        "#/components/headers/{}",
        component(name)
    )))
}

fn headers() -> [(&'static str, Header); 5] {
    let text = || ObjectBuilder::new().schema_type(Type::String);
    let header = |schema: ObjectBuilder, description: &str, example: &str, is_required: bool| {
        HeaderBuilder::new()
            .schema(Some(schema))
            .description(Some(description))
            .example(Some(example.into()))
            // A field of OpenAPI's that the builder does not have.
            .extensions(is_required.then(|| Extensions::from_iter([("required", true)])))
            .build()
    };
    [
        (
            "Allow",
            header(
                text(),
                "With 405: the methods that the path has.",
                "GET, POST",
                false,
            ),
        ),
        (
            "Content-Language",
            header(
                text().enum_values(Some(["fr", "en"])),
                "The language of the answer.",
                "fr",
                true,
            ),
        ),
        (
            "ETag",
            header(
                text().pattern(Some(r#"^"[\x21\x23-\x7e]+"$"#)),
                "The version of the plan, for `If-Match`.",
                "\"3\"",
                true,
            ),
        ),
        (
            "Location",
            header(
                text().format(Some(SchemaFormat::Custom("uri-reference".into()))),
                "The path of the plan.",
                "/api/meal-plans/7",
                true,
            ),
        ),
        (
            "Retry-After",
            header(
                text(),
                "With 503: after how many seconds to try again.",
                "1",
                false,
            ),
        ),
    ]
}

/// One row for each response that several operations have.
macro_rules! responses {
    ($($name:ident $response:expr;)*) => {
        $(
            #[doc = concat!("The response `", stringify!($name), "` of the document.")]
            #[derive(Debug)]
            pub(crate) struct $name;

            impl ToResponse<'static> for $name {
                fn response() -> (&'static str, RefOr<Response>) {
                    (stringify!($name), $response.into())
                }
            }
        )*

        fn responses() -> impl Iterator<Item = (String, RefOr<Response>)> {
            [$($name::response(),)*]
                .into_iter()
                .map(|(name, response)| (name.to_owned(), response))
        }
    };
}

responses! {
    MealPlan success::<model::MealPlan>("The plan.", "ETag");
    ShoppingList success::<model::ShoppingList>(
        "The list; 201 if the plan had none, 200 if it was written anew.",
        "Content-Language",
    );
    BadRequest failure(
        "Something in the request is refused: `field` says what.",
        [
            not_a_week_start("2025-08-07"),
            not_a_week_start("2025-02-29"),
            Some(Refusal::of(Reason::UnknownRecipe, "meals.monday.lunch", 99)),
        ],
    );
    NotFound failure(
        "There is no such plan: `meal_plan_not_found`. For a week, `value` is its Monday.",
        [Some(Refusal::of(Reason::MealPlanNotFound, "week_start", "2025-08-11"))],
    );
    MealPlanExists failure(
        "The user has another plan for this week: `meal_plan_exists`.",
        [Some(Refusal::of(Reason::MealPlanExists, "week_start", "2025-08-04"))],
    );
    PreconditionFailed failure(
        "The plan has changed since it was read: `precondition_failed`. Read it again.",
        [Some(Refusal::of(Reason::PreconditionFailed, "If-Match", "\"2\""))],
    );
    PreconditionRequired failure(
        "The request has no `If-Match`: `precondition_required`.",
        [Some(Refusal::of(Reason::PreconditionRequired, "If-Match", ()))],
    );
    BodyTooLarge failure(
        "The body is larger than 16 KiB, or 256 KiB for several plans: `body_too_large`.",
        [Some(Refusal::body_too_large(16))],
    );
    UnsupportedMediaType failure(
        "The body is not `application/json`: `unsupported_media_type`.",
        [Some(Refusal::of(Reason::UnsupportedMediaType, "Content-Type", "text/plain"))],
    );
    IdempotencyKeyReused failure(
        "An earlier request with this key had another body: `idempotency_key_reused`.",
        [Some(Refusal::of(
            Reason::IdempotencyKeyReused,
            IdempotencyKey::NAME,
            "5d7a4b8e2f9c4d0aa1f6c3e2b7d80914",
        ))],
    );
    Failure {
        let mut response = failure(
            "Anything else: 404 `not_found` for a path and 405 `method_not_allowed` for a method that there is \
             not, 408 `request_timeout`, 500 `internal_error`, 503 `overloaded` or `database_unavailable`.",
            [Some(Refusal::new(StatusCode::NOT_FOUND, Reason::NotFound).with_value("/api/plans"))],
        );
        for name in ["Allow", "Retry-After"] {
            response.headers.insert(name.to_owned(), header_reference(name));
        }
        response
    };
}

fn not_a_week_start(text: &str) -> Option<Refusal> {
    let error = text.parse::<WeekStart>().err()?;
    Some(Refusal::not_a_week_start(error, "week_start", text))
}

fn success<T: ToSchema>(description: &str, header: &str) -> Response {
    response(description, header, content::<T>())
}

fn failure(description: &str, examples: impl IntoIterator<Item = Option<Refusal>>) -> Response {
    let mut content = content::<ErrorBody>();
    for refusal in examples.into_iter().flatten() {
        let body = refusal.body(Language::default());
        let example = ExampleBuilder::new().value(serde_json::to_value(&body).ok());
        content
            .examples
            .insert(body.code.to_owned(), example.build().into());
    }
    response(description, "Content-Language", content)
}

fn content<T: ToSchema>() -> Content {
    Content::new(Some(Ref::from_schema_name(T::name())))
}

fn response(description: &str, header: &str, content: Content) -> Response {
    let mut response = ResponseBuilder::new()
        .description(description)
        .content("application/json", content)
        .build();
    response
        .headers
        .insert(header.to_owned(), header_reference(header));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `SEMAINE_WRITE_OPENAPI=1 cargo test -p semaine-server openapi` writes the file.
    #[test]
    fn the_file_is_up_to_date() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/openapi.json");
        let text = text();
        if std::env::var_os("SEMAINE_WRITE_OPENAPI").is_some() {
            std::fs::write(path, &text).expect("a file that can be written");
        }
        let file = std::fs::read_to_string(path).expect("a file that can be read");
        assert!(file == text, "{path} is not what the server says of itself");
    }
}
