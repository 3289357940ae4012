import type { Language } from "../api/language";
import type { ErrorBody } from "../api/schema";
import type { Fetch } from "../api/transport";
import { bodyOf } from "./body";
import { type Databases, transact } from "./database";
import type { Told } from "./exchange";
import { preferredLanguage } from "./language";
import { cut, Refusal, told } from "./refusal";
import { routeOf } from "./routes";
import { sentence } from "./sentences";

export interface StoreOptions {
  readonly databases: Databases;
  readonly now: () => Date;
}

/** The API in the browser: answers requests as the server does that `openapi.json` describes. */
export function createStore(options: StoreOptions): Fetch {
  return async (request) => {
    const language = preferredLanguage(request.headers.get("Accept-Language"));
    try {
      return response(await answered(request, language, options), language);
    } catch (error) {
      return response(refused(asRefusal(error), language), language);
    }
  };
}

async function answered(request: Request, language: Language, options: StoreOptions): Promise<Told> {
  const { method, headers, url } = request;
  const { pathname, searchParams: query } = new URL(url);
  const { handler, parameter } = routeOf(method, pathname);
  const body = method === "POST" || method === "PUT" ? await bodyOf(request) : undefined;
  return transact(options.databases, method === "GET" ? "readonly" : "readwrite", (data) =>
    handler({ query, headers, parameter, body, language, now: options.now() }, data),
  );
}

/** What is thrown otherwise is a fault of the store, which has to be seen. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) {
    return error;
  }
  console.error(error);
  return new Refusal(500, "internal_error");
}

function refused({ status, reason, about }: Refusal, language: Language): Told {
  const parts = {
    field: about.field === undefined ? null : cut(about.field),
    value: told(about.value),
    weekday: about.weekday ?? null,
    previous_monday: about.previousMonday ?? null,
    next_monday: about.nextMonday ?? null,
  };
  const error = sentence(reason, parts, language);
  const body: ErrorBody = { error, code: about.code ?? reason, ...parts };
  return { status, body, headers: about.headers ?? {} };
}

function response({ status, body, headers }: Told, language: Language): Response {
  if (body === undefined) {
    return new Response(null, { status });
  }
  const general = {
    "Content-Type": "application/json",
    "Content-Language": language,
    Vary: "Accept-Language",
  };
  return new Response(JSON.stringify(body), { status, headers: { ...general, ...headers } });
}
