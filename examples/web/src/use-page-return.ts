import { useEffect } from "react";

/** Calls back when the page is shown again: another tab may have changed what it shows. */
export function usePageReturn(onReturn: () => void): void {
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") {
        onReturn();
      }
    };
    document.addEventListener("visibilitychange", look);
    return () => document.removeEventListener("visibilitychange", look);
  }, [onReturn]);
}
