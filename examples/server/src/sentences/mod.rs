//! The sentences of errors, for people.

mod english;
mod french;

use std::fmt;

use semaine::Date;
use serde_json::Value;

use crate::language::Language;
use crate::refusal::Reason;

/// What a sentence is made of.
#[derive(Clone, Copy, Debug)]
pub struct Parts<'a> {
    /// The refused parameter, header, or key of the body.
    pub field: Option<&'a str>,
    /// What was refused.
    pub value: &'a Value,
    /// The last Monday before a refused date.
    pub previous_monday: Option<Date>,
    /// The first Monday after a refused date.
    pub next_monday: Option<Date>,
    /// How many KiB a body may have.
    pub limit: usize,
}

/// The sentence that tells people why.
#[must_use]
pub fn sentence(reason: Reason, parts: &Parts<'_>, language: Language) -> String {
    match language {
        Language::French => french::sentence(reason, parts),
        Language::English => english::sentence(reason, parts),
    }
}

impl Parts<'_> {
    /// Whether the field is a plan's date of start, alone or in a list of plans.
    fn is_week_start(&self) -> bool {
        self.field
            .is_some_and(|field| field == "week_start" || field.ends_with(".week_start"))
    }

    fn shown_value(&self) -> impl fmt::Display {
        fmt::from_fn(|f| match self.value {
            Value::String(text) => f.write_str(text),
            value => write!(f, "{value}"),
        })
    }

    /// The value, if it is a date.
    fn date(&self) -> Option<Date> {
        self.value.as_str()?.parse().ok()
    }
}

/// A date as a formatter of a language writes it, or nothing.
fn shown(
    date: Option<Date>,
    write: impl Fn(Date, &mut fmt::Formatter<'_>) -> fmt::Result,
) -> impl fmt::Display {
    fmt::from_fn(move |f| date.map_or(Ok(()), |date| write(date, f)))
}

#[cfg(test)]
mod tests {
    use crate::language::Language::{self, English, French};
    use crate::refusal::{Reason, Refusal};
    use crate::week_start::WeekStart;

    fn of_week_start(text: &str, field: &str, language: Language) -> String {
        let error = text.parse::<WeekStart>().unwrap_err();
        Refusal::not_a_week_start(error, field, text)
            .body(language)
            .error
    }

    #[test]
    fn a_date_that_is_no_monday_is_told_with_those_around_it() {
        assert_eq!(
            of_week_start("2025-08-07", "week_start", French),
            "Un plan commence un lundi (ISO 8601)\u{a0}: le jeudi 7 août 2025 n’en est pas un. \
             Le lundi précédent est le 4 août 2025, le lundi suivant le 11 août 2025."
        );
        assert_eq!(
            of_week_start("2025-08-07", "week_start", English),
            "A plan starts on a Monday (ISO 8601): Thursday, August 7, 2025 is not one. \
             The Monday before it is August 4, 2025, the Monday after it August 11, 2025."
        );
        assert_eq!(
            of_week_start("2025-12-02", "week_start", French),
            "Un plan commence un lundi (ISO 8601)\u{a0}: le mardi 2 décembre 2025 n’en est pas un. \
             Le lundi précédent est le 1er décembre 2025, le lundi suivant le 8 décembre 2025."
        );
    }

    #[test]
    fn a_field_that_people_fill_in_has_a_name() {
        let french = "La date de début doit être une date qui existe, sous la forme AAAA-MM-JJ\u{a0}: \
                      «\u{a0}2025-02-29\u{a0}».";
        assert_eq!(of_week_start("2025-02-29", "week_start", French), french);
        assert_eq!(
            of_week_start("2025-02-29", "items.3.week_start", French),
            french
        );
        assert_eq!(of_week_start("", "from", French), "from est vide.");
        assert_eq!(
            of_week_start("", "week_start", English),
            "The start date is empty."
        );
    }

    #[test]
    fn every_reason_has_a_sentence_in_both_languages() {
        for &reason in Reason::ALL {
            let refusal = Refusal::of(reason, "field", "2025-08-04");
            let sentences = [French, English].map(|language| refusal.body(language).error);
            assert_ne!(sentences[0], sentences[1]);
            for sentence in sentences {
                assert!(
                    sentence.ends_with('.') && !sentence.contains("  "),
                    "{sentence}"
                );
            }
        }
    }

    #[test]
    fn a_long_text_is_cut_between_characters() {
        let long = "é".repeat(101);
        let body = Refusal::of(Reason::InvalidTimeZone, "tz", long).body(French);
        let cut = format!("{}…", "é".repeat(100));
        assert_eq!(
            body.error,
            format!("tz doit être un fuseau horaire IANA\u{a0}: {cut}.")
        );
        assert_eq!(body.value, cut);
    }
}
