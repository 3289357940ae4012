import type { Language } from "../api/language";
import { en } from "./en";
import { fr, type Texts } from "./fr";

export type { Language, Texts };

/** The texts of each language. */
export const texts: Readonly<Record<Language, Texts>> = { fr, en };

/** Each language by its own name. */
export const languageNames: Readonly<Record<Language, string>> = { fr: "Français", en: "English" };
