//! What every handler can ask.

use crate::clock::Clock;
use crate::store::Store;

/// The state of the service; a clone shares it.
#[derive(Clone, Debug)]
pub struct App {
    /// What is kept.
    pub store: Store,
    /// What time it is.
    pub clock: Clock,
}
