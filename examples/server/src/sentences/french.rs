//! In French.

use std::fmt;

use semaine::{Date, Weekday};

use super::{Parts, shown};
use crate::refusal::Reason;

pub(super) fn sentence(reason: Reason, parts: &Parts<'_>) -> String {
    let value = parts.shown_value();
    let field = parts.field.unwrap_or_default();
    let name = if parts.is_week_start() {
        "La date de début"
    } else {
        field
    };
    let date = shown(parts.date(), date);
    match reason {
        Reason::BodyTooLarge => format!("Le corps de la requête dépasse {} Kio.", parts.limit),
        Reason::DatabaseUnavailable => "La base de données ne répond pas.".into(),
        Reason::DateDoesNotExist => format!(
            "{name} doit être une date qui existe, sous la forme AAAA-MM-JJ\u{a0}: «\u{a0}{value}\u{a0}»."
        ),
        Reason::DateEmpty => format!("{name} est vide."),
        Reason::DateOutOfRange => {
            format!("{name} doit être une date des années 1 à 9998\u{a0}: {value}.")
        }
        Reason::FromAfterTo => format!("from ne doit pas être postérieur à to\u{a0}: {value}."),
        Reason::IdempotencyKeyReused => {
            "Cette Idempotency-Key a déjà servi pour une autre requête.".into()
        }
        Reason::InternalError => "Une erreur interne s’est produite.".into(),
        Reason::InvalidCursor => {
            format!("after doit être le next de la page précédente\u{a0}: {value}.")
        }
        Reason::InvalidIdempotencyKey => {
            "Idempotency-Key doit avoir 1 à 255 caractères ASCII visibles.".into()
        }
        Reason::InvalidTimeZone => format!("tz doit être un fuseau horaire IANA\u{a0}: {value}."),
        Reason::MalformedJson => "Le corps de la requête n’est pas du JSON valide.".into(),
        Reason::MealPlanExists => format!("La semaine du {date} a déjà un plan."),
        Reason::MealPlanNotFound if parts.is_week_start() => {
            format!("La semaine du {date} n’a pas encore de plan.")
        }
        Reason::MealPlanNotFound => format!("Le plan {value} n’existe pas."),
        Reason::MethodNotAllowed => format!("Cette adresse n’accepte pas la méthode {value}."),
        Reason::MissingField => format!("{name} manque."),
        Reason::NotAMonday => format!(
            "Un plan commence un lundi (ISO 8601)\u{a0}: le {} n’en est pas un. \
             Le lundi précédent est le {}, le lundi suivant le {}.",
            shown(parts.date(), long_date),
            shown(parts.previous_monday, self::date),
            shown(parts.next_monday, self::date),
        ),
        Reason::NotFound => format!("Il n’y a rien à l’adresse {value}."),
        Reason::OutOfRange => format!("{field} est hors limites\u{a0}: {value}."),
        Reason::Overloaded => "Le service est surchargé\u{a0}: réessayez dans un instant.".into(),
        Reason::PreconditionFailed => "Le plan a changé depuis sa lecture.".into(),
        Reason::PreconditionRequired => {
            "Il faut If-Match, avec l’ETag du plan tel qu’il a été lu.".into()
        }
        Reason::RequestTimeout => "La requête a pris trop de temps.".into(),
        Reason::UnknownField => format!("{field} est inconnu."),
        Reason::UnknownRecipe => {
            format!("{field} doit désigner une recette existante\u{a0}: {value}.")
        }
        Reason::UnknownUser => {
            format!("{field} doit désigner un utilisateur existant\u{a0}: {value}.")
        }
        Reason::UnsupportedMediaType => {
            "Le corps de la requête doit être de type application/json.".into()
        }
        Reason::WeekDoesNotExist => format!(
            "{field} doit être une semaine ISO 8601 (AAAA-Wss) ou une date (AAAA-MM-JJ) qui existe\u{a0}: \
             «\u{a0}{value}\u{a0}»."
        ),
        Reason::WeekOutOfRange => {
            format!("{field} doit être une semaine des années 1 à 9998\u{a0}: {value}.")
        }
        Reason::WrongType => format!("{name} n’est pas du bon type."),
    }
}

fn date(date: Date, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let ordinal = if date.day() == 1 { "er" } else { "" };
    let month = match date.month() {
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
    };
    write!(f, "{}{ordinal} {month} {}", date.day(), date.year())
}

/// With the weekday.
fn long_date(date: Date, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    f.write_str(match date.weekday() {
        Weekday::Monday => "lundi ",
        Weekday::Tuesday => "mardi ",
        Weekday::Wednesday => "mercredi ",
        Weekday::Thursday => "jeudi ",
        Weekday::Friday => "vendredi ",
        Weekday::Saturday => "samedi ",
        Weekday::Sunday => "dimanche ",
    })?;
    self::date(date, f)
}
