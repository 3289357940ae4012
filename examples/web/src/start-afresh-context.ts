import { createContext, useContext } from "react";

/** Deletes what is stored and cannot be read, for a page that can; null for another. */
export type StartAfresh = (() => Promise<void>) | null;

export const StartAfreshContext = createContext<StartAfresh>(null);

/** The way out where what is stored cannot be read. */
export function useStartAfresh(): StartAfresh {
  return useContext(StartAfreshContext);
}
