import { useEffect } from "react";
import { useUnsavedWeeks } from "./plans/plans-context";

/** Lets the browser ask before it closes a page with changes that are not stored. */
export function usePageLeaving(): void {
  const unsaved = useUnsavedWeeks().length > 0;
  useEffect(() => {
    if (!unsaved) {
      return;
    }
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [unsaved]);
}
