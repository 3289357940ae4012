import { useLanguage } from "../language/language-context";
import { LanguageSwitch } from "./language-switch";

/** The name of the page, and its language. */
export function PageHeader() {
  const { text } = useLanguage();
  return (
    <header className="page-header">
      <h1>
        <svg className="logo" viewBox="0 0 32 32" aria-hidden="true">
          <rect x="2" y="4" width="28" height="26" rx="6" />
          <path d="M9 2v6M23 2v6" />
          <rect className="logo-week" x="6" y="15" width="20" height="6" rx="3" />
        </svg>
        {text.appName}
      </h1>
      <LanguageSwitch />
    </header>
  );
}
