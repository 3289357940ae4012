//! Columns made of any bytes answer as the stepper and the parser of a single text do.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| semaine_tests::columns::bytes::check(bytes));
