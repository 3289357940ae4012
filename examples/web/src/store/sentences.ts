import { toUtcDate } from "semaine";
import type { Language } from "../api/language";
import type { ErrorBody } from "../api/schema";

/** What a sentence is made of. */
type Parts = Omit<ErrorBody, "error" | "code">;

const FRENCH = {
  body_too_large: () => "Le corps de la requête dépasse 16 Kio.",
  date_does_not_exist: ({ field, value }: Parts) =>
    `${nameOf(field, "fr")} doit être une date qui existe, sous la forme AAAA-MM-JJ\u00a0: «\u00a0${value}\u00a0».`,
  date_empty: ({ field }: Parts) => `${nameOf(field, "fr")} est vide.`,
  date_out_of_range: ({ field, value }: Parts) =>
    `${nameOf(field, "fr")} doit être une date des années 1 à 9998\u00a0: ${value}.`,
  from_after_to: ({ value }: Parts) => `from doit précéder to\u00a0: ${value}.`,
  idempotency_key_reused: () => "Cette Idempotency-Key a déjà servi pour une autre requête.",
  internal_error: () => "Une erreur interne s’est produite.",
  invalid_cursor: ({ value }: Parts) => `after doit être le next de la page précédente\u00a0: ${value}.`,
  invalid_idempotency_key: () => "Idempotency-Key doit avoir 1 à 255 caractères ASCII visibles.",
  invalid_time_zone: ({ value }: Parts) => `tz doit être un fuseau horaire IANA\u00a0: ${value}.`,
  malformed_json: () => "Le corps de la requête n’est pas du JSON valide.",
  meal_plan_exists: ({ value }: Parts) => `La semaine du ${dateText(value, "fr")} a déjà un plan.`,
  meal_plan_not_found: ({ field, value }: Parts) =>
    field === "week_start"
      ? `La semaine du ${dateText(value, "fr")} n’a pas encore de plan.`
      : `Le plan ${value} n’existe pas.`,
  method_not_allowed: ({ value }: Parts) => `Cette adresse n’a pas la méthode ${value}.`,
  missing_field: ({ field }: Parts) => `${nameOf(field, "fr")} manque.`,
  not_a_monday: ({ value, previous_monday, next_monday }: Parts) =>
    `Un plan commence un lundi (ISO 8601)\u00a0: le ${longDateText(value, "fr")} n’en est pas un. ` +
    `Le lundi précédent est le ${dateText(previous_monday, "fr")}, le lundi suivant le ${dateText(next_monday, "fr")}.`,
  not_found: ({ value }: Parts) => `Il n’y a rien à l’adresse ${value}.`,
  out_of_range: ({ field, value }: Parts) => `${field} est hors limites\u00a0: ${value}.`,
  precondition_failed: () => "Le plan a changé depuis sa lecture.",
  precondition_required: () => "Il faut If-Match, avec l’ETag du plan tel qu’il a été lu.",
  storage_full: () =>
    "L’espace de stockage de ce navigateur est plein\u00a0: rien n’a été enregistré, rien n’est perdu.",
  storage_unavailable: () => "Ce navigateur refuse l’accès à son stockage.",
  storage_unreadable: ({ value }: Parts) =>
    `Les données sous «\u00a0${value}\u00a0» dans le stockage de ce navigateur sont illisibles. Elles sont laissées telles quelles.`,
  unknown_field: ({ field }: Parts) => `${field} est inconnu.`,
  unknown_recipe: ({ field, value }: Parts) => `${field} doit être une recette qui existe\u00a0: ${value}.`,
  unknown_user: ({ value }: Parts) => `user_id doit être un utilisateur qui existe\u00a0: ${value}.`,
  unsupported_media_type: () => "Le corps de la requête doit être de type application/json.",
  wrong_type: ({ field }: Parts) => `${nameOf(field, "fr")} n’est pas du bon type.`,
};

/** Why a request is refused; the code of the error, unless that is semaine's. */
export type Reason = keyof typeof FRENCH;

const ENGLISH: Readonly<Record<Reason, (parts: Parts) => string>> = {
  body_too_large: () => "The body of the request is larger than 16 KiB.",
  date_does_not_exist: ({ field, value }) =>
    `${nameOf(field, "en")} must be a date that exists, as YYYY-MM-DD: "${value}".`,
  date_empty: ({ field }) => `${nameOf(field, "en")} is empty.`,
  date_out_of_range: ({ field, value }) =>
    `${nameOf(field, "en")} must be a date of the years 1 to 9998: ${value}.`,
  from_after_to: ({ value }) => `from must not be later than to: ${value}.`,
  idempotency_key_reused: () => "This Idempotency-Key was used for another request.",
  internal_error: () => "An internal error has happened.",
  invalid_cursor: ({ value }) => `after must be the next of the page before: ${value}.`,
  invalid_idempotency_key: () => "Idempotency-Key must have 1 to 255 visible ASCII characters.",
  invalid_time_zone: ({ value }) => `tz must be an IANA time zone: ${value}.`,
  malformed_json: () => "The body of the request is not valid JSON.",
  meal_plan_exists: ({ value }) => `The week of ${dateText(value, "en")} already has a plan.`,
  meal_plan_not_found: ({ field, value }) =>
    field === "week_start"
      ? `The week of ${dateText(value, "en")} has no plan yet.`
      : `There is no plan ${value}.`,
  method_not_allowed: ({ value }) => `This address does not have the method ${value}.`,
  missing_field: ({ field }) => `${nameOf(field, "en")} is missing.`,
  not_a_monday: ({ value, previous_monday, next_monday }) =>
    `A plan starts on a Monday (ISO 8601): ${longDateText(value, "en")} is not one. ` +
    `The Monday before it is ${dateText(previous_monday, "en")}, the Monday after it ${dateText(next_monday, "en")}.`,
  not_found: ({ value }) => `There is nothing at ${value}.`,
  out_of_range: ({ field, value }) => `${field} is out of range: ${value}.`,
  precondition_failed: () => "The plan has changed since it was read.",
  precondition_required: () => "If-Match is needed, with the ETag of the plan as it was read.",
  storage_full: () => "The storage of this browser is full: nothing was saved, and nothing is lost.",
  storage_unavailable: () => "This browser refuses access to its storage.",
  storage_unreadable: ({ value }) =>
    `What is under "${value}" in the storage of this browser cannot be read. It is left as it is.`,
  unknown_field: ({ field }) => `${field} is not known.`,
  unknown_recipe: ({ field, value }) => `${field} must be a recipe that exists: ${value}.`,
  unknown_user: ({ value }) => `user_id must be a user who exists: ${value}.`,
  unsupported_media_type: () => "The body of the request must be of the type application/json.",
  wrong_type: ({ field }) => `${nameOf(field, "en")} is of a wrong type.`,
};

/** The sentence that tells people why. */
export function sentence(reason: Reason, parts: Parts, language: Language): string {
  return { fr: FRENCH, en: ENGLISH }[language][reason](parts);
}

/** What people call a field, where they fill it in. */
function nameOf(field: string | null, language: Language): string {
  return field === "week_start" ? { fr: "La date de début", en: "The start date" }[language] : String(field);
}

function dateText(date: ErrorBody["value"], language: Language): string {
  return dateIn(date, language, { dateStyle: "long" });
}

/** With the weekday. */
function longDateText(date: ErrorBody["value"], language: Language): string {
  return dateIn(date, language, { dateStyle: "full" });
}

function dateIn(date: ErrorBody["value"], language: Language, style: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(language, { ...style, timeZone: "UTC" }).format(toUtcDate(String(date)));
}
