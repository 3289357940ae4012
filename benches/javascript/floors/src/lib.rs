//! The Node addon that no user gets: what the package is measured beside.
#![allow(
    clippy::missing_errors_doc,
    clippy::must_use_candidate,
    reason = "the macros want everything public, which Rust calls nowhere"
)]

use napi::{Error, Result};
use napi_derive::napi;
use semaine::columns;

/// What a call costs: the argument given back.
#[napi]
pub fn same(number: i32) -> i32 {
    number
}

/// Epoch days, and memory for what is asked of them: what the core takes when JavaScript has no part
/// in it. Every question is answered with how many rows are null.
#[napi]
#[derive(Debug)]
pub struct Column {
    days: Vec<i32>,
    mondays: Vec<i32>,
    years: Vec<i32>,
    numbers: Vec<u8>,
}

#[napi]
impl Column {
    #[napi(constructor)]
    pub fn new(days: &[i32]) -> Self {
        Self {
            days: days.to_vec(),
            mondays: vec![0; days.len()],
            years: vec![0; days.len()],
            numbers: vec![0; days.len()],
        }
    }

    #[napi]
    pub fn week_start(&mut self) -> Result<u32> {
        answered(columns::week_start(&self.days[..], &mut self.mondays[..]))
    }

    #[napi]
    pub fn week_number(&mut self) -> Result<u32> {
        answered(columns::week_number(&self.days[..], &mut self.numbers))
    }

    #[napi]
    pub fn iso_year(&mut self) -> Result<u32> {
        answered(columns::iso_year(&self.days[..], &mut self.years))
    }

    #[napi]
    pub fn year_week(&mut self) -> Result<u32> {
        answered(columns::year_week(
            &self.days[..],
            &mut self.years,
            &mut self.numbers,
        ))
    }

    #[napi]
    pub fn weekday(&mut self) -> Result<u32> {
        answered(columns::weekday(&self.days[..], &mut self.numbers))
    }
}

fn answered(nulls: std::result::Result<usize, semaine::Error>) -> Result<u32> {
    let nulls = nulls.map_err(|error| Error::from_reason(error.to_string()))?;
    u32::try_from(nulls).map_err(|error| Error::from_reason(error.to_string()))
}
