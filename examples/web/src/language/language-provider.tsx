import { type ReactNode, useCallback, useLayoutEffect, useMemo, useState } from "react";
import { keepSetting, readSetting } from "../settings";
import { type Language, texts } from "../texts";
import { LanguageContext } from "./language-context";

const SETTING = "language";

/** Gives the page its language: French, or what was chosen last. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() => (readSetting(SETTING) === "en" ? "en" : "fr"));

  useLayoutEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  const choose = useCallback((chosen: Language) => {
    setLanguage(chosen);
    keepSetting(SETTING, chosen);
  }, []);
  const state = useMemo(() => ({ language, text: texts[language], choose }), [language, choose]);
  return <LanguageContext value={state}>{children}</LanguageContext>;
}
