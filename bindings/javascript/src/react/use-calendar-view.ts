/**
 * The state of a calendar in a component.
 *
 * @module
 */
import { useCallback, useInsertionEffect, useRef, useState } from "react";

import { type CalendarView, followTo, openingView, type Step } from "./calendar-view.js";
import type { Span } from "./span.js";
import { useHydrating } from "./use-today.js";

/** Which week is chosen, which days can be, and what is today, as epoch weeks and days. */
interface Given {
  readonly selected: number;
  readonly days: Span;
  readonly today: number;
}

/** Keeps what a calendar shows, and gives the function that makes steps, which is always the same. */
export function useCalendarView({
  selected,
  days,
  today,
}: Given): readonly [view: CalendarView, change: (step: Step) => void] {
  // Until the browser has taken over the page, it is opened by what is today on the server.
  const hydrating = useHydrating();
  const [kept, setView] = useState(() => (hydrating ? undefined : openingView(selected, today)));
  const view = kept ?? openingView(selected, today);
  if (kept === undefined && !hydrating) {
    setView(view);
  }
  if (view.week !== selected) {
    setView(followTo(selected, view));
  }

  // A step goes on from the one before it, which may not be rendered yet.
  const latestView = useRef(view);
  useInsertionEffect(() => {
    latestView.current = view;
  }, [view]);
  const latestDays = useRef(days);
  useInsertionEffect(() => {
    latestDays.current = days;
  });
  const change = useCallback((step: Step): void => {
    const next = step(latestView.current, latestDays.current);
    if (next !== latestView.current) {
      latestView.current = next;
      setView(next);
    }
  }, []);
  return [view, change];
}
