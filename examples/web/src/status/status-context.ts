import { createContext, useContext } from "react";

/** Says a sentence to those who do not see the page. */
export type Announce = (sentence: string) => void;

export const StatusContext = createContext<Announce>(() => {});

/** The page's one way to report what has happened. */
export function useAnnounce(): Announce {
  return useContext(StatusContext);
}
