//! What to buy for a plan.

use serde::{Deserialize, Serialize};

/// What an amount counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    /// Grams.
    G,
    /// Millilitres.
    Ml,
    /// Pieces.
    Piece,
}

/// How much of an ingredient.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// The name of the ingredient in every language.
    pub id: String,
    /// How many of the unit.
    pub amount: u32,
    /// What is counted.
    pub unit: Unit,
}
