//! The dishes that can be planned, and what is bought for them.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use crate::language::{Language, Name};
use crate::model::{Amount, Id, Ingredient, MealKind, MealPlan, Meals, Recipe, Unit};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Catalogue {
    /// How many people the amounts are for.
    servings: u32,
    recipes: Vec<Dish>,
    ingredients: BTreeMap<String, Name>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Dish {
    id: Id,
    name: Name,
    meals: Vec<MealKind>,
    ingredients: Vec<Amount>,
}

static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(|| {
    serde_json::from_str(include_str!("catalogue.json"))
        .expect("the file, which is part of the program, is a catalogue: a test reads it")
});

/// All recipes, in the order of their ids.
#[must_use]
pub fn recipes(language: Language) -> Vec<Recipe> {
    CATALOGUE
        .recipes
        .iter()
        .map(|dish| Recipe {
            id: dish.id,
            name: dish.name.text(language).to_owned(),
            meals: dish.meals.clone(),
            servings: CATALOGUE.servings,
            ingredients: named(dish.ingredients.clone(), language),
        })
        .collect()
}

/// The first planned recipe that does not exist, with the keys that lead to it.
#[must_use]
pub fn unknown_recipe(meals: &Meals) -> Option<(&'static str, &'static str, Id)> {
    meals
        .recipes()
        .find(|(_, _, recipe)| dish(*recipe).is_none())
}

/// The ingredients of all planned meals, summed by ingredient and unit, in the order of their ids.
#[must_use]
pub fn amounts(plan: &MealPlan) -> Vec<Amount> {
    let mut sums: BTreeMap<(&str, Unit), u32> = BTreeMap::new();
    for Amount { id, amount, unit } in plan
        .meals
        .recipes()
        .filter_map(|(_, _, recipe)| dish(recipe))
        .flat_map(|dish| &dish.ingredients)
    {
        *sums.entry((id, *unit)).or_default() += amount;
    }
    sums.into_iter()
        .map(|((id, unit), amount)| Amount {
            id: id.to_owned(),
            amount,
            unit,
        })
        .collect()
}

/// Amounts with the names of their ingredients.
#[must_use]
pub fn named(amounts: Vec<Amount>, language: Language) -> Vec<Ingredient> {
    amounts
        .into_iter()
        .map(|Amount { id, amount, unit }| Ingredient {
            name: name(&id, language).to_owned(),
            id,
            amount,
            unit,
        })
        .collect()
}

/// What a shop calls an ingredient; one of an older list that is no longer in the catalogue keeps its id.
fn name(id: &str, language: Language) -> &str {
    CATALOGUE
        .ingredients
        .get(id)
        .map_or(id, |name| name.text(language))
}

fn dish(id: Id) -> Option<&'static Dish> {
    CATALOGUE.recipes.iter().find(|dish| dish.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_ingredient_has_a_name_and_a_recipe() {
        let used: BTreeSet<&String> = CATALOGUE
            .recipes
            .iter()
            .flat_map(|dish| dish.ingredients.iter().map(|amount| &amount.id))
            .collect();
        assert_eq!(used, CATALOGUE.ingredients.keys().collect());
        assert_eq!(CATALOGUE.recipes.len(), 12);
    }

    #[test]
    fn amounts_of_a_week_are_summed() {
        let plan: MealPlan = serde_json::from_str(
            r#"{"id": 7, "user_id": 1, "week_start": "2025-08-04",
                "meals": {"monday": {"breakfast": 3, "lunch": 5}, "sunday": {"dinner": 5}}}"#,
        )
        .expect("a plan");
        let lines: Vec<String> = amounts(&plan)
            .iter()
            .map(|Amount { id, amount, unit }| format!("{id} {amount} {unit:?}"))
            .collect();
        assert_eq!(
            lines,
            [
                "bread 120 G",
                "butter 45 G",
                "egg 14 Piece",
                "mushroom 400 G"
            ]
        );
    }
}
