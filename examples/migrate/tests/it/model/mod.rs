//! Random tables, rows and options, on both databases, beside a model that knows neither batches nor
//! databases.

mod calendar;
mod case;
mod expected;
mod options;
mod rows;
mod shape;
mod sql;
