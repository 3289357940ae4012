import { createContext, useContext } from "react";
import { type Language, type Texts, texts } from "../texts";

/** The chosen language, its texts, and how to choose another. */
export interface LanguageState {
  readonly language: Language;
  readonly text: Texts;
  readonly choose: (language: Language) => void;
}

export const LanguageContext = createContext<LanguageState>({
  language: "fr",
  text: texts.fr,
  choose: () => {},
});

/** The language of the page. */
export function useLanguage(): LanguageState {
  return useContext(LanguageContext);
}
