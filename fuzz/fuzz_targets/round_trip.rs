//! What is read and written is read again as the same.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| semaine_tests::invariants::round_trip(bytes));
