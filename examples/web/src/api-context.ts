import { createContext, useContext } from "react";
import type { Api } from "./api/client";

export const ApiContext = createContext<Api | null>(null);

/** The API, in the language of the page. */
export function useApi(): Api {
  const api = useContext(ApiContext);
  if (api === null) {
    throw new Error("useApi needs an ApiProvider around it");
  }
  return api;
}
