/**
 * The week that a component has chosen: its own state, or its owner's.
 *
 * @module
 */
import { useCallback, useInsertionEffect, useMemo, useRef, useState } from "react";

import * as core from "../core.js";
import { invalidOption } from "../errors.js";
import { IsoWeek } from "../iso-week.js";
import { hold, type Span } from "./span.js";
import { useHydrating } from "./use-today.js";
import { epochWeekOf, LAST_WEEK, type WeekLike } from "./week-like.js";

/** Which weeks can be chosen, and whose choice it is. */
export interface SelectionOptions {
  /** The first week that can be gone to. */
  readonly min?: WeekLike | null | undefined;
  /** The last week that can be gone to. */
  readonly max?: WeekLike | null | undefined;
  /** Called with the new week whenever a function of the hook goes to another one. */
  readonly onChange?: ((week: IsoWeek) => void) | null | undefined;
  /** The chosen week where the owner keeps it, and changes it in `onChange`. */
  readonly week?: WeekLike | null | undefined;
}

/** Today's epoch week, and those that can be gone to. */
interface Landmarks extends Span {
  readonly todaysWeek: number;
}

/** The chosen week, its bounds, and the function that chooses. */
export interface Selection {
  readonly selectedWeek: IsoWeek;
  /** The epoch weeks that can be gone to. */
  readonly allowed: Span;
  /**
   * Goes to the epoch week that a function makes of the present one, or to the nearest that is allowed; nowhere
   * where it is the present one.
   */
  readonly select: (choose: (present: number, landmarks: Landmarks) => number) => void;
}

/**
 * Keeps the chosen week, at first that of today.
 *
 * @throws RangeError for weeks and dates that do not exist and where `min` is after `max`, TypeError for what is
 * neither.
 */
export function useSelectedWeek(
  initial: WeekLike | null | undefined,
  { min, max, onChange, week }: SelectionOptions,
  today: number,
): Selection {
  const first = min == null ? -LAST_WEEK : epochWeekOf(min);
  const last = max == null ? LAST_WEEK : epochWeekOf(max);
  if (first > last) {
    invalidOption("min must not be after max");
  }
  const allowed = { first, last };
  const todaysWeek = core.week_of(today);

  // Nothing is chosen for good by what is today on a server.
  const hydrating = useHydrating();
  const [own, setOwn] = useState<{ readonly week?: number }>(() =>
    initial == null ? (hydrating ? {} : { week: todaysWeek }) : { week: epochWeekOf(initial) },
  );
  if (own.week === undefined && !hydrating) {
    setOwn({ week: todaysWeek });
  }
  const selected = week == null ? hold(own.week ?? todaysWeek, allowed) : epochWeekOf(week);

  const chosen = useRef(selected);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what an owner did not take is chosen no longer
  useInsertionEffect(() => {
    chosen.current = selected;
  }, [selected, own]);
  const rendered = { first, last, todaysWeek, isOwned: week != null, onChange };
  const latest = useRef(rendered);
  useInsertionEffect(() => {
    latest.current = rendered;
  });
  const select = useCallback<Selection["select"]>((choose) => {
    const given = latest.current;
    const present = chosen.current;
    const wanted = choose(present, given);
    const next = wanted === present ? present : hold(wanted, given);
    if (next !== present) {
      // At once, since a second step may follow before the next rendering.
      chosen.current = next;
      // Another object, so that a rendering follows even where an owner keeps the week as it is.
      setOwn((before) => (given.isOwned ? { ...before } : { week: next }));
      given.onChange?.(IsoWeek.fromEpochWeek(next));
    }
  }, []);

  const selectedWeek = useMemo(() => IsoWeek.fromEpochWeek(selected), [selected]);
  return { selectedWeek, allowed, select };
}
