import type { Language } from "./language";
import type { ErrorBody, Weekday } from "./schema";
import { WEEKDAYS } from "./weekdays";

/** Why the API did not do what it was asked for; `message` is a sentence for people. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  /** The status of HTTP; 0 if there was no answer. */
  readonly status: number;
  /** The code of the API; `network_failure` and `unexpected_answer` are the client's own. */
  readonly code: string;
  /** The refused parameter, header, or key of the body, such as `meals.monday.lunch`. */
  readonly field: string | null;
  readonly value: ErrorBody["value"];
  /** Of a date that had to be a Monday: which weekday it is, and the Mondays around it. */
  readonly weekday: Weekday | null;
  readonly previousMonday: string | null;
  readonly nextMonday: string | null;

  constructor(status: number, body: ErrorBody, options?: ErrorOptions) {
    super(body.error, options);
    this.status = status;
    this.code = body.code;
    this.field = body.field;
    this.value = body.value;
    this.weekday = body.weekday;
    this.previousMonday = body.previous_monday;
    this.nextMonday = body.next_monday;
  }

  /** Whether the same request may well be answered a little later. */
  get isPassing(): boolean {
    return PASSING.includes(this.status);
  }
}

/** No answer; too late, too many, a server that is not there behind its proxy, or not ready. */
const PASSING: readonly number[] = [0, 408, 429, 502, 503, 504];

/** The error that an answer's body is, or one that says that the body is something else. */
export function refusal(status: number, body: unknown, language: Language): ApiError {
  return isErrorBody(body) ? new ApiError(status, body) : unexpectedAnswer(status, language);
}

/** Something answered that does not speak as the API does, such as a proxy. */
export function unexpectedAnswer(status: number, language: Language, cause?: unknown): ApiError {
  const sentence = {
    fr: `Réponse inattendue du serveur (${status}).`,
    en: `The server gave an unexpected answer (${status}).`,
  }[language];
  return new ApiError(status, ownBody("unexpected_answer", sentence), { cause });
}

/** Nothing answered. */
export function networkFailure(language: Language, cause: unknown): ApiError {
  const sentence = {
    fr: "Le serveur ne répond pas. Vérifiez la connexion, puis réessayez.",
    en: "The server does not answer. Check the connection, then try again.",
  }[language];
  return new ApiError(0, ownBody("network_failure", sentence), { cause });
}

function ownBody(code: string, error: string): ErrorBody {
  return { error, code, field: null, value: null, weekday: null, previous_monday: null, next_monday: null };
}

function isErrorBody(body: unknown): body is ErrorBody {
  if (typeof body !== "object" || body === null) {
    return false;
  }
  const { error, code, field, value, weekday, previous_monday, next_monday }: { [key: string]: unknown } = {
    ...body,
  };
  return (
    typeof error === "string" &&
    typeof code === "string" &&
    [field, previous_monday, next_monday].every((text) => text === null || typeof text === "string") &&
    (value === null || ["string", "number", "boolean"].includes(typeof value)) &&
    (weekday === null || WEEKDAYS.some((name) => name === weekday))
  );
}
