import { type ReactNode, useCallback, useState } from "react";
import { StatusContext } from "./status-context";

// A screen reader speaks a live region only where its text changes.
const AGAIN = "\u00a0";

/** Holds the page's one polite live region. */
export function StatusProvider({ children }: { readonly children: ReactNode }) {
  const [sentence, setSentence] = useState("");
  const announce = useCallback(
    (next: string) => setSentence((last) => (last === next ? next + AGAIN : next)),
    [],
  );
  return (
    <StatusContext value={announce}>
      {children}
      <p role="status" className="visually-hidden">
        {sentence}
      </p>
    </StatusContext>
  );
}
