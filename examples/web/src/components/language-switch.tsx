import { useLanguage } from "../language/language-context";
import { type Language, languageNames } from "../texts";

const LANGUAGES: readonly Language[] = ["fr", "en"];

/** One button for each language, named in that language. */
export function LanguageSwitch() {
  const { language, text, choose } = useLanguage();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and these are buttons.
    <div className="language-switch" role="group" aria-label={text.language}>
      {LANGUAGES.map((offered) => (
        <button
          key={offered}
          type="button"
          lang={offered}
          aria-pressed={offered === language}
          onClick={() => choose(offered)}
        >
          {languageNames[offered]}
        </button>
      ))}
    </div>
  );
}
