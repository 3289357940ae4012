//! No bytes make a parser panic, and each error explains itself.

#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| semaine_tests::invariants::parse(bytes));
