//! Weeks and dates through a format for people and a compact one.
#![cfg(feature = "serde")]

use std::fmt::Debug;

use semaine::{Date, IsoWeek, IsoWeekDate, Weekday};
use serde::{Serialize, de::DeserializeOwned};

/// Both forms of a value: the JSON text, and the bytes that postcard writes for an integer.
fn check<T: Serialize + DeserializeOwned + PartialEq + Debug>(
    value: &T,
    json: &str,
    integer: impl Serialize,
) {
    assert_eq!(serde_json::to_string(value).expect("to JSON"), json);
    let back: T = serde_json::from_str(json).expect("from JSON");
    assert_eq!(&back, value);

    let bytes = postcard::to_allocvec(value).expect("to postcard");
    let expected = postcard::to_allocvec(&integer).expect("to postcard");
    assert_eq!(bytes, expected);
    let back: T = postcard::from_bytes(&bytes).expect("from postcard");
    assert_eq!(&back, value);
}

#[test]
fn text_for_people_and_integers_for_machines() {
    let date = Date::new(2025, 8, 7).unwrap();
    check(&date, "\"2025-08-07\"", 20_307_i32);
    check(&IsoWeekDate::of(date), "\"2025-W32-4\"", 20_307_i32);
    check(&IsoWeek::of(date), "\"2025-W32\"", 2_901_i32);
    check(&date.weekday(), "4", 4_u8);
    check(&Date::MIN, "\"-5877641-06-29\"", -2_147_483_642_i32);
    check(&IsoWeek::MAX, "\"+5881580-W27\"", 306_783_377_i32);
}

#[test]
fn what_does_not_exist_is_refused() {
    let refused = |json: &str| {
        let error = serde_json::from_str::<IsoWeek>(json).unwrap_err();
        error.to_string()
    };
    assert!(refused("\"2021-W53\"").starts_with("week 53 does not exist in 2021"));
    assert!(refused("2901").contains("an ISO week such as \"2025-W32\""));
    assert!(serde_json::from_str::<Weekday>("8").is_err());

    let beyond = postcard::to_allocvec(&i32::MAX).unwrap();
    assert!(postcard::from_bytes::<Date>(&beyond).is_err());
    assert!(postcard::from_bytes::<IsoWeek>(&beyond).is_err());
    assert!(postcard::from_bytes::<IsoWeekDate>(&beyond).is_err());
}
