//! What the command line answers.

mod bed;
mod conflicts;
mod forecast;
mod misuse;
mod reports;
