// A page with week inputs, for a server and for the browser that takes it over.

import { createElement } from "react";
import { WeekInput } from "semaine/react";

/** `tell` hears of the weeks of the last one. */
export function weekInputsPage(tell) {
  return createElement(
    "form",
    {},
    createElement(WeekInput, { "aria-label": "owned", value: "2026-W15", min: "2026-W10", max: "2026-W20" }),
    createElement(WeekInput, { "aria-label": "none", value: null }),
    createElement(WeekInput, {
      "aria-label": "own",
      defaultValue: "2026-W15",
      min: "2026-W16",
      onWeekChange: tell,
    }),
  );
}
