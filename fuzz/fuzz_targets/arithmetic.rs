//! Sums of days and weeks lead where the stepper leads.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| semaine_tests::invariants::arithmetic_of_bytes(bytes));
