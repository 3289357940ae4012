import { useLanguage } from "../language/language-context";
import { useAction } from "../use-action";

/** Deletes all that is stored, once the user has agreed to the loss. */
export function StartAfreshButton({ startAfresh }: { readonly startAfresh: () => Promise<void> }) {
  const { text } = useLanguage();
  const { run, running, problem } = useAction(startAfresh);
  return (
    <>
      <button
        type="button"
        className="button"
        aria-disabled={running}
        onClick={() => {
          if (confirm(text.startAfreshLoses)) {
            run();
          }
        }}
      >
        {text.startAfresh}
      </button>
      {problem === null ? null : <p role="alert">{text.unexpected}</p>}
    </>
  );
}
