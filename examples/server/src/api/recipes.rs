//! The dishes that can be planned.

use axum::Json;
use axum::response::Response;
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use super::AcceptLanguage;
use crate::app::App;
use crate::catalogue;
use crate::language::Language;
use crate::model::RecipeList;
use crate::openapi::Failure;

pub(super) fn router() -> OpenApiRouter<App> {
    OpenApiRouter::new().routes(routes!(list))
}

/// All recipes, in the order of their ids
#[utoipa::path(
    get,
    path = "/api/recipes",
    operation_id = "listRecipes",
    tag = "recipes",
    params(AcceptLanguage),
    responses(
        (status = 200, description = "The catalogue.", body = RecipeList, headers(("Content-Language"))),
        (status = "default", response = Failure),
    ),
)]
async fn list(language: Language) -> Response {
    language.answer(Json(RecipeList {
        items: catalogue::recipes(language),
    }))
}
