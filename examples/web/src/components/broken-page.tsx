import { useLanguage } from "../language/language-context";

/** What is left of the page after an error of its own. */
export function BrokenPage() {
  const { text } = useLanguage();
  return (
    <main className="broken-page">
      <h1>{text.appName}</h1>
      <div role="alert" className="notice notice-error">
        <p>{text.broken}</p>
        <p>{text.brokenHelp}</p>
      </div>
      <button type="button" className="button button-primary" onClick={() => location.reload()}>
        {text.reload}
      </button>
    </main>
  );
}
