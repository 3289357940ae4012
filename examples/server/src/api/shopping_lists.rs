//! What to buy for plans.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::response::Response;
use semaine::IsoWeek;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::meal_plans::not_found;
use super::weeks::Where;
use super::{AcceptLanguage, failed};
use crate::app::App;
use crate::catalogue::{amounts, named};
use crate::extract::{Body, QueryOf, given};
use crate::http::internal_error;
use crate::language::Language;
use crate::model::{Cursor, Id, Limit, ShoppingList, ShoppingListPage};
use crate::openapi::{self, BadRequest, BodyTooLarge, Failure, NotFound, UnsupportedMediaType};
use crate::refusal::Refusal;
use crate::store::{ChangeError, Filter, KeptList};
use crate::week_start::WeekStart;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list))
        .routes(routes!(generate))
        .routes(routes!(generate_next_week))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Only the lists of this user.
    #[serde(default, deserialize_with = "given")]
    #[param(value_type = Id, required = false)]
    user_id: Option<Id>,
    /// Only the lists of the week that starts on this Monday.
    #[serde(default, deserialize_with = "given")]
    #[param(value_type = WeekStart, required = false)]
    week_start: Option<WeekStart>,
    /// How many to give at most.
    #[serde(default, deserialize_with = "given")]
    #[param(value_type = i32, minimum = 1, maximum = 100, default = 20, required = false)]
    limit: Option<Limit>,
    /// The `next` of the page before.
    #[serde(default, deserialize_with = "given")]
    #[param(value_type = String, required = false)]
    after: Option<Cursor>,
}

/// Shopping lists in chronological order of their weeks, a page at a time
#[utoipa::path(
    get,
    path = "/api/shopping-lists",
    operation_id = "listShoppingLists",
    tag = "shopping-lists",
    params(Wanted, AcceptLanguage),
    responses(
        (
            status = 200,
            description = "A page of lists.",
            body = ShoppingListPage,
            headers(("Content-Language")),
        ),
        (status = 400, response = BadRequest),
        (status = "default", response = Failure),
    ),
)]
async fn list(
    State(app): State<App>,
    language: Language,
    QueryOf(wanted): QueryOf<Wanted>,
) -> Result<Response, Refusal> {
    let filter = Filter {
        user_id: wanted.user_id,
        week_start: wanted.week_start,
        after: wanted.after.map(|Cursor(week, id)| (week, id)),
        ..Filter::default()
    };
    let limit = wanted.limit.unwrap_or_default();
    let kept = app
        .store
        .lists(&filter, limit.get() + 1)
        .await
        .map_err(|error| failed(&error))?;
    let (kept, next) = limit.page(kept, |list| Cursor(list.week_start, list.id));
    let items = kept.into_iter().map(|list| shown(list, language)).collect();
    Ok(language.answer(Json(ShoppingListPage { items, next })))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "meal_plan_id": 7 }))]
struct OfPlan {
    /// The plan to shop for.
    meal_plan_id: Id,
}

/// Writes the list of a plan, or writes it anew
///
/// A plan has at most one list, so that repeating the request is safe.
#[utoipa::path(
    post,
    path = "/api/shopping-lists/generate",
    operation_id = "generateShoppingList",
    tag = "shopping-lists",
    params(AcceptLanguage),
    request_body = inline(OfPlan),
    responses(
        (status = 200, response = openapi::ShoppingList),
        (status = 201, response = openapi::ShoppingList),
        (status = 400, response = BadRequest),
        (status = 404, response = NotFound),
        (status = 413, response = BodyTooLarge),
        (status = 415, response = UnsupportedMediaType),
        (status = "default", response = Failure),
    ),
)]
async fn generate(
    State(app): State<App>,
    language: Language,
    Body(OfPlan { meal_plan_id }): Body<OfPlan>,
) -> Result<Response, Refusal> {
    write(&app, meal_plan_id, language)
        .await?
        .ok_or_else(|| not_found("meal_plan_id", meal_plan_id.get()))
}

#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "user_id": 1 }))]
struct OfUser {
    /// Who shops.
    user_id: Id,
}

/// Writes the list of a user's plan for the week after the current one, or writes it anew
#[utoipa::path(
    post,
    path = "/api/shopping-lists/generate-next-week",
    operation_id = "generateShoppingListOfNextWeek",
    tag = "shopping-lists",
    params(Where, AcceptLanguage),
    request_body = inline(OfUser),
    responses(
        (status = 200, response = openapi::ShoppingList),
        (status = 201, response = openapi::ShoppingList),
        (status = 400, response = BadRequest),
        (status = 404, response = NotFound),
        (status = 413, response = BodyTooLarge),
        (status = 415, response = UnsupportedMediaType),
        (status = "default", response = Failure),
    ),
)]
async fn generate_next_week(
    State(app): State<App>,
    language: Language,
    QueryOf(Where { tz }): QueryOf<Where>,
    Body(OfUser { user_id }): Body<OfUser>,
) -> Result<Response, Refusal> {
    let today = tz.unwrap_or_default().today(app.clock.now());
    let week = WeekStart::try_from(IsoWeek::of(today).saturating_add(1).monday())
        .map_err(|_| internal_error())?;
    let missing = || not_found("week_start", week.to_string());
    let kept = app
        .store
        .plan_of_week(user_id, week)
        .await
        .map_err(|error| failed(&error))?
        .ok_or_else(missing)?;
    write(&app, kept.plan.id, language)
        .await?
        .ok_or_else(missing)
}

/// Writes the list of a plan, if there is one.
async fn write(app: &App, plan: Id, language: Language) -> Result<Option<Response>, Refusal> {
    match app.store.write_list(plan, amounts, app.clock.now()).await {
        Ok((list, is_new)) => {
            let status = if is_new {
                StatusCode::CREATED
            } else {
                StatusCode::OK
            };
            Ok(Some(language.answer((status, Json(shown(list, language))))))
        }
        Err(ChangeError::NotFound) => Ok(None),
        Err(ChangeError::Database(error)) => Err(failed(&error)),
        Err(_) => Err(internal_error()),
    }
}

fn shown(list: KeptList, language: Language) -> ShoppingList {
    ShoppingList {
        id: list.id,
        user_id: list.user_id,
        meal_plan_id: list.meal_plan_id,
        week_start: list.week_start,
        generated_at: list.generated_at,
        items: named(list.items, language),
    }
}
