//! A week as a phrase for people: `Semaine du 4 au 10 août 2025`, `Week of August 04 to 10, 2025`.

use semaine::{Date, Weekday};

/// A week in French, with plain numbers of days also on the first of a month.
pub(crate) fn french(monday: Date, sunday: Date) -> String {
    let (from_year, from_month, from_day) = monday.civil();
    let (to_year, to_month, to_day) = sunday.civil();
    let from = if from_year != to_year {
        format!("{from_day} {} {from_year}", french_month(from_month))
    } else if from_month != to_month {
        format!("{from_day} {}", french_month(from_month))
    } else {
        from_day.to_string()
    };
    let to_month = french_month(to_month);
    format!("Semaine du {from} au {to_day} {to_month} {to_year}")
}

/// A week in English, with days of two digits; the year is that of the Sunday.
pub(crate) fn english(monday: Date, sunday: Date) -> String {
    let (_, from_month, from_day) = monday.civil();
    let (to_year, to_month, to_day) = sunday.civil();
    let from = english_month(from_month);
    if from_month == to_month {
        format!("Week of {from} {from_day:02} to {to_day:02}, {to_year}")
    } else {
        let to = english_month(to_month);
        format!("Week of {from} {from_day:02} to {to} {to_day:02}, {to_year}")
    }
}

/// The French name of a weekday.
pub(crate) fn french_weekday(weekday: Weekday) -> &'static str {
    match weekday {
        Weekday::Monday => "lundi",
        Weekday::Tuesday => "mardi",
        Weekday::Wednesday => "mercredi",
        Weekday::Thursday => "jeudi",
        Weekday::Friday => "vendredi",
        Weekday::Saturday => "samedi",
        Weekday::Sunday => "dimanche",
    }
}

fn french_month(month: u8) -> &'static str {
    match month {
        1 => "janvier",
        2 => "février",
        3 => "mars",
        4 => "avril",
        5 => "mai",
        6 => "juin",
        7 => "juillet",
        8 => "août",
        9 => "septembre",
        10 => "octobre",
        11 => "novembre",
        _ => "décembre",
    }
}

fn english_month(month: u8) -> &'static str {
    match month {
        1 => "January",
        2 => "February",
        3 => "March",
        4 => "April",
        5 => "May",
        6 => "June",
        7 => "July",
        8 => "August",
        9 => "September",
        10 => "October",
        11 => "November",
        _ => "December",
    }
}
