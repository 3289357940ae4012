//! Plans of meals.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::{ETAG, LOCATION};
use axum::response::{IntoResponse, Response};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::{AcceptLanguage, failed};
use crate::app::App;
use crate::catalogue::unknown_recipe;
use crate::day::Day;
use crate::extract::{Body, IdempotencyKey, IfMatch, PathOf, QueryOf, entity_tag, given};
use crate::http::internal_error;
use crate::model::{
    Cursor, Id, Limit, MealPlan, MealPlanInput, MealPlanInputs, MealPlanList, MealPlanPage,
};
use crate::openapi::{
    self, BadRequest, BodyTooLarge, Failure, IdempotencyKeyReused, MealPlanExists, NotFound,
    PreconditionFailed, PreconditionRequired, UnsupportedMediaType,
};
use crate::refusal::{Reason, Refusal};
use crate::store::{ChangeError, Filter, Kept};
use crate::week_start::WeekStart;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(list, create))
        .routes(routes!(create_all))
        .routes(routes!(of_week))
        .routes(routes!(get, replace, delete))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Wanted {
    /// Only the plans of this user.
    #[serde(default, deserialize_with = "given")]
    #[param(value_type = Id, required = false)]
    user_id: Option<Id>,
    /// Only the plans of the week that starts on this Monday.
    #[serde(default, deserialize_with = "given")]
    #[param(value_type = WeekStart, required = false)]
    week_start: Option<WeekStart>,
    /// Only the plans of the week of this date and of later weeks.
    #[serde(default, deserialize_with = "given")]
    #[param(value_type = Day, required = false)]
    from: Option<Day>,
    /// Only the plans of the week of this date and of earlier weeks.
    #[serde(default, deserialize_with = "given")]
    #[param(value_type = Day, required = false)]
    to: Option<Day>,
    /// How many to give at most.
    #[serde(default, deserialize_with = "given")]
    #[param(value_type = i32, minimum = 1, maximum = 100, default = 20, required = false)]
    limit: Option<Limit>,
    /// The `next` of the page before.
    #[serde(default, deserialize_with = "given")]
    #[param(value_type = String, required = false)]
    after: Option<Cursor>,
}

/// Plans in chronological order, a page at a time
#[utoipa::path(
    get,
    path = "/api/meal-plans",
    operation_id = "listMealPlans",
    tag = "meal-plans",
    params(Wanted, AcceptLanguage),
    responses(
        (status = 200, description = "A page of plans.", body = MealPlanPage),
        (status = 400, response = BadRequest),
        (status = "default", response = Failure),
    ),
)]
async fn list(
    State(app): State<App>,
    QueryOf(wanted): QueryOf<Wanted>,
) -> Result<Json<MealPlanPage>, Refusal> {
    if let (Some(from), Some(to)) = (wanted.from, wanted.to)
        && from > to
    {
        return Err(Refusal::of(Reason::FromAfterTo, "from", from.to_string()));
    }
    let filter = Filter {
        user_id: wanted.user_id,
        week_start: wanted.week_start,
        from: wanted.from.map(WeekStart::of),
        to: wanted.to.map(WeekStart::of),
        after: wanted.after.map(|Cursor(week, id)| (week, id)),
    };
    let limit = wanted.limit.unwrap_or_default();
    let kept = app
        .store
        .plans(&filter, limit.get() + 1)
        .await
        .map_err(|error| failed(&error))?;
    let (kept, next) = limit.page(kept, |Kept { plan, .. }| Cursor(plan.week_start, plan.id));
    let items = kept.into_iter().map(|kept| kept.plan).collect();
    Ok(Json(MealPlanPage { items, next }))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Header)]
struct IdempotencyKeyHeader {
    /// A name for this request that no other one has. If it is sent again with the same body within a day, the
    /// first answer is given again and nothing else is done.
    #[serde(rename = "Idempotency-Key")]
    #[param(
        pattern = r"^[\x21-\x7e]{1,255}$",
        example = "5d7a4b8e2f9c4d0aa1f6c3e2b7d80914",
        required = false
    )]
    #[expect(dead_code, reason = "it is only described here")]
    idempotency_key: String,
}

/// A new plan for a user and week that have none
#[utoipa::path(
    post,
    path = "/api/meal-plans",
    operation_id = "createMealPlan",
    tag = "meal-plans",
    params(IdempotencyKeyHeader, AcceptLanguage),
    request_body = MealPlanInput,
    responses(
        (
            status = 201,
            description = "The plan was created, now or by an earlier request with this idempotency key.",
            body = MealPlan,
            headers(("Location"), ("ETag")),
        ),
        (status = 400, response = BadRequest),
        (status = 409, response = MealPlanExists),
        (status = 413, response = BodyTooLarge),
        (status = 415, response = UnsupportedMediaType),
        (status = 422, response = IdempotencyKeyReused),
        (status = "default", response = Failure),
    ),
)]
async fn create(
    State(app): State<App>,
    IdempotencyKey(key): IdempotencyKey,
    Body(plan): Body<MealPlanInput>,
) -> Result<Response, Refusal> {
    require_recipes("", &plan)?;
    let plans = [plan];
    let created = app
        .store
        .create_plans(&plans, key.as_deref(), app.clock.now())
        .await
        .map_err(|error| refused(error, &plans, |_| String::new(), key.as_deref()))?;
    let [kept]: [Kept; 1] = created.try_into().map_err(|_| internal_error())?;
    let location = format!("/api/meal-plans/{}", kept.plan.id);
    Ok((StatusCode::CREATED, [(LOCATION, location)], answer(kept)).into_response())
}

/// New plans for users and weeks that have none: all of them, or none
#[utoipa::path(
    post,
    path = "/api/meal-plans/bulk",
    operation_id = "createMealPlans",
    tag = "meal-plans",
    params(IdempotencyKeyHeader, AcceptLanguage),
    request_body = MealPlanInputs,
    responses(
        (
            status = 201,
            description = "The plans were created, now or by an earlier request with this idempotency key.",
            body = MealPlanList,
        ),
        (status = 400, response = BadRequest),
        (status = 409, response = MealPlanExists),
        (status = 413, response = BodyTooLarge),
        (status = 415, response = UnsupportedMediaType),
        (status = 422, response = IdempotencyKeyReused),
        (status = "default", response = Failure),
    ),
)]
async fn create_all(
    State(app): State<App>,
    IdempotencyKey(key): IdempotencyKey,
    Body(MealPlanInputs { items }): Body<MealPlanInputs, 256>,
) -> Result<(StatusCode, Json<MealPlanList>), Refusal> {
    if !(1..=MealPlanInputs::MOST).contains(&items.len()) {
        return Err(Refusal::of(Reason::OutOfRange, "items", items.len()));
    }
    let prefix = |index| format!("items.{index}.");
    for (index, plan) in items.iter().enumerate() {
        require_recipes(&prefix(index), plan)?;
    }
    let created = app
        .store
        .create_plans(&items, key.as_deref(), app.clock.now())
        .await
        .map_err(|error| refused(error, &items, prefix, key.as_deref()))?;
    let items = created.into_iter().map(|kept| kept.plan).collect();
    Ok((StatusCode::CREATED, Json(MealPlanList { items })))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct ByDate {
    /// Any day of the week.
    date: Day,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct Whose {
    /// Whose plan; that of the demo user, unless it is given.
    #[serde(default, deserialize_with = "given")]
    #[param(value_type = Id, default = 1, required = false)]
    user_id: Option<Id>,
}

/// A user's plan for the week of a date
#[utoipa::path(
    get,
    path = "/api/meal-plans/week/{date}",
    operation_id = "getMealPlanOfWeek",
    tag = "meal-plans",
    params(ByDate, Whose, AcceptLanguage),
    responses(
        (status = 200, response = openapi::MealPlan),
        (status = 400, response = BadRequest),
        (status = 404, response = NotFound),
        (status = "default", response = Failure),
    ),
)]
async fn of_week(
    State(app): State<App>,
    PathOf(ByDate { date }): PathOf<ByDate>,
    QueryOf(Whose { user_id }): QueryOf<Whose>,
) -> Result<Response, Refusal> {
    let week = WeekStart::of(date);
    app.store
        .plan_of_week(user_id.unwrap_or(Id::DEMO_USER), week)
        .await
        .map_err(|error| failed(&error))?
        .map(answer)
        .ok_or_else(|| not_found("week_start", week.to_string()))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Path)]
struct ById {
    /// The number of the plan.
    id: Id,
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Header)]
struct IfMatchHeader {
    /// The `ETag` with which the plan was read, or `*` for whatever it is now. Without it, the answer is 428.
    #[serde(rename = "If-Match")]
    #[param(example = "\"3\"", required = false)]
    #[expect(dead_code, reason = "it is only described here")]
    if_match: String,
}

/// A plan
#[utoipa::path(
    get,
    path = "/api/meal-plans/{id}",
    operation_id = "getMealPlan",
    tag = "meal-plans",
    params(ById, AcceptLanguage),
    responses(
        (status = 200, response = openapi::MealPlan),
        (status = 400, response = BadRequest),
        (status = 404, response = NotFound),
        (status = "default", response = Failure),
    ),
)]
async fn get(
    State(app): State<App>,
    PathOf(ById { id }): PathOf<ById>,
) -> Result<Response, Refusal> {
    app.store
        .plan(id)
        .await
        .map_err(|error| failed(&error))?
        .map(answer)
        .ok_or_else(|| not_found("id", id.get()))
}

/// Replaces a plan as a whole, if nobody else did since it was read
#[utoipa::path(
    put,
    path = "/api/meal-plans/{id}",
    operation_id = "replaceMealPlan",
    tag = "meal-plans",
    params(ById, IfMatchHeader, AcceptLanguage),
    request_body = MealPlanInput,
    responses(
        (status = 200, response = openapi::MealPlan),
        (status = 400, response = BadRequest),
        (status = 404, response = NotFound),
        (status = 409, response = MealPlanExists),
        (status = 412, response = PreconditionFailed),
        (status = 413, response = BodyTooLarge),
        (status = 415, response = UnsupportedMediaType),
        (status = 428, response = PreconditionRequired),
        (status = "default", response = Failure),
    ),
)]
async fn replace(
    State(app): State<App>,
    PathOf(ById { id }): PathOf<ById>,
    if_match: IfMatch,
    Body(plan): Body<MealPlanInput>,
) -> Result<Response, Refusal> {
    require_recipes("", &plan)?;
    match app
        .store
        .replace_plan(id, &if_match.precondition, &plan)
        .await
    {
        Ok(kept) => Ok(answer(kept)),
        Err(ChangeError::NotFound) => Err(not_found("id", id.get())),
        Err(ChangeError::Stale) => Err(if_match.failed()),
        Err(error) => Err(refused(error, &[plan], |_| String::new(), None)),
    }
}

/// Deletes a plan and its shopping list, if nobody changed the plan since it was read
#[utoipa::path(
    delete,
    path = "/api/meal-plans/{id}",
    operation_id = "deleteMealPlan",
    tag = "meal-plans",
    params(ById, IfMatchHeader, AcceptLanguage),
    responses(
        (status = 204, description = "The plan is gone."),
        (status = 400, response = BadRequest),
        (status = 404, response = NotFound),
        (status = 412, response = PreconditionFailed),
        (status = 428, response = PreconditionRequired),
        (status = "default", response = Failure),
    ),
)]
async fn delete(
    State(app): State<App>,
    PathOf(ById { id }): PathOf<ById>,
    if_match: IfMatch,
) -> Result<StatusCode, Refusal> {
    match app.store.delete_plan(id, &if_match.precondition).await {
        Ok(()) => Ok(StatusCode::NO_CONTENT),
        Err(ChangeError::NotFound) => Err(not_found("id", id.get())),
        Err(ChangeError::Stale) => Err(if_match.failed()),
        Err(error) => Err(refused(error, &[], |_| String::new(), None)),
    }
}

fn answer(kept: Kept) -> Response {
    ([(ETAG, entity_tag(kept.version))], Json(kept.plan)).into_response()
}

/// A plan that there is not, by the field of the request that names it.
pub(super) fn not_found(field: &str, value: impl Into<serde_json::Value>) -> Refusal {
    Refusal::of(Reason::MealPlanNotFound, field, value).with_status(StatusCode::NOT_FOUND)
}

/// Refuses a plan with a recipe that is not in the catalogue.
fn require_recipes(prefix: &str, plan: &MealPlanInput) -> Result<(), Refusal> {
    match unknown_recipe(&plan.meals) {
        None => Ok(()),
        Some((day, meal, recipe)) => Err(Refusal::of(
            Reason::UnknownRecipe,
            format!("{prefix}meals.{day}.{meal}"),
            recipe.get(),
        )),
    }
}

/// Why the store did not write these plans, of which each has its prefix in the request.
fn refused(
    error: ChangeError,
    plans: &[MealPlanInput],
    prefix: impl Fn(usize) -> String,
    key: Option<&str>,
) -> Refusal {
    match error {
        ChangeError::Exists(index) => Refusal::new(StatusCode::CONFLICT, Reason::MealPlanExists)
            .about(
                prefix(index) + "week_start",
                plans.get(index).map(|plan| plan.week_start.to_string()),
            ),
        ChangeError::UnknownUser(index) => Refusal::of(
            Reason::UnknownUser,
            prefix(index) + "user_id",
            plans.get(index).map(|plan| plan.user_id.get()),
        ),
        ChangeError::KeyReused => Refusal::new(
            StatusCode::UNPROCESSABLE_ENTITY,
            Reason::IdempotencyKeyReused,
        )
        .about(IdempotencyKey::NAME, key),
        ChangeError::Database(error) => failed(&error),
        ChangeError::NotFound | ChangeError::Stale => internal_error(),
    }
}
