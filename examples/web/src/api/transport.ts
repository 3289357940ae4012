import { type ApiError, networkFailure, refusal, unexpectedAnswer } from "./api-error";
import type { Language } from "./language";

/** What carries a request to the server, as `fetch` does. */
export type Fetch = (request: Request) => Promise<Response>;

/**
 * Carries requests, and gives only answers of success whose body is JSON, or that have none.
 *
 * The result throws `ApiError` for every other answer, and where nothing answers within some milliseconds.
 */
export function transport(fetch: Fetch, language: Language, patience: number): Fetch {
  const carry: Fetch = (request) => fetch(new Request(request, { signal: AbortSignal.timeout(patience) }));
  return async (request) => {
    let response: Response;
    let body: string;
    try {
      response = await sent(request, carry);
      body = await response.clone().text();
    } catch (cause) {
      throw networkFailure(language, cause);
    }
    const error = response.status === 204 ? null : fault(response, body, language);
    if (error !== null) {
      throw error;
    }
    return response;
  };
}

/**
 * Sends a request, and once again where nothing answered and it has an idempotency key: it may have been
 * done, and its answer lost.
 */
async function sent(request: Request, fetch: Fetch): Promise<Response> {
  if (!request.headers.has("Idempotency-Key")) {
    return fetch(request);
  }
  const again = request.clone();
  try {
    return await fetch(request);
  } catch {
    return fetch(again);
  }
}

function fault(response: Response, text: string, language: Language): ApiError | null {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch (cause) {
    return unexpectedAnswer(response.status, language, cause);
  }
  return response.ok ? null : refusal(response.status, body, language);
}
