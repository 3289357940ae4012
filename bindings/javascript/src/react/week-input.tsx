/**
 * An input for weeks.
 *
 * @module
 */
import {
  type ComponentPropsWithoutRef,
  type ForwardRefExoticComponent,
  forwardRef,
  type KeyboardEvent,
  type RefAttributes,
  useImperativeHandle,
  useReducer,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";

import { invalidOption } from "../errors.js";
import type { IsoWeek } from "../iso-week.js";
import { never, yes } from "./constant-store.js";
import { useBrowserLayoutEffect } from "./use-browser-layout-effect.js";
import { DEFAULT_LOCALE } from "./week-display.js";
import { WeekField } from "./week-field.js";
import { messagesIn, type SomeMessages } from "./week-input-messages.js";
import { hasWeekInput } from "./week-input-support.js";
import { LAST_WEEK, type WeekLike } from "./week-like.js";
import { weeksInStep } from "./week-steps.js";
import { FIRST_INPUT_WEEK, inputText, inputWeekOf } from "./week-text.js";

interface OwnProps {
  /** The week where the owner keeps it, and changes it in `onWeekChange`; `null` or `""` for none. */
  readonly value?: WeekLike | null | undefined;
  /** The week at first, and after a reset of the form, where the input keeps it. Later ones are ignored. */
  readonly defaultValue?: WeekLike | null | undefined;
  /** Called with the new week, or with `null` when the input becomes empty or holds no whole week. */
  readonly onWeekChange?: ((week: IsoWeek | null) => void) | undefined;
  /** The first week that is valid. */
  readonly min?: WeekLike | null | undefined;
  /** The last week that is valid. */
  readonly max?: WeekLike | null | undefined;
  /** Every how many weeks there is a valid one, counted from `min`, or else from the week at first, or 1970-W01. */
  readonly step?: number | string | undefined;
  /** The language of messages and of what is said of the week as a BCP 47 tag, `"fr"` unless given. */
  readonly locale?: string | undefined;
  /** Other messages than those in French and English. */
  readonly messages?: SomeMessages | undefined;
}

/** What {@link WeekInput} takes: its own, and what else an `<input>` takes. */
export type WeekInputProps = OwnProps &
  Omit<
    ComponentPropsWithoutRef<"input">,
    keyof OwnProps | "type" | "role" | "aria-valuenow" | "aria-valuetext" | "aria-valuemin" | "aria-valuemax"
  >;

/** Keys, and for how many weeks they stand, at least a step. */
const STEPPING: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 4, PageDown: -4 };

/**
 * An `<input type="week">`, and where the browser has none, as Safari on macOS and Firefox on desktops, a text
 * field that does the same.
 *
 * That field takes `2026-W15`, also as `2026w15`, `2026 W15` or a date of the week, and has the valid week
 * string of HTML when it is left or its form is submitted. The arrows up and down go a step further or back, the
 * page keys four weeks. It is invalid, with a message, for what is no week, or one that `min`, `max` and `step`
 * do not allow. Both submit, reset, and tell `onWeekChange` the same.
 *
 * The owner of `value` may keep another week than the one in the input: it is shown when the input is left. The
 * `ref` is that of the `<input>`, which takes the other props.
 *
 * @throws RangeError for a week, date or locale that does not exist, `html_year_out_of_range` for years before
 * 1, which HTML does not have, `invalid_option` for `min` after `max` and for a `step` that is no whole number;
 * TypeError for what is no week or date.
 * @example
 * ```jsx
 * import { useISOWeek, WeekInput } from "semaine/react";
 *
 * function Planner() {
 *   const { selectedWeek, weekInfo, goToWeek } = useISOWeek("2026-W15");
 *   return (
 *     <p>
 *       <label>
 *         Semaine <WeekInput value={selectedWeek} onWeekChange={(week) => week && goToWeek(week)} />
 *       </label>
 *       {weekInfo.displayRange}
 *     </p>
 *   );
 * }
 * // shows: Semaine 2026-W15 Semaine du 6 au 12 avril 2026
 * // enter "2026-W53" into "Semaine": shows Semaine du 28 décembre 2026 au 3 janvier 2027
 * ```
 */
export const WeekInput: ForwardRefExoticComponent<WeekInputProps & RefAttributes<HTMLInputElement>> =
  forwardRef(function WeekInput(props: WeekInputProps, ref) {
    const { value, defaultValue, onWeekChange, min, max, step, ...others } = props;
    const { locale = DEFAULT_LOCALE, messages, onBlur, onChange, onKeyDown, ...rest } = others;
    const native = useSyncExternalStore(never, hasWeekInput, yes);

    const first = inputWeekOf(min);
    const last = inputWeekOf(max);
    if (first !== null && last !== null && first > last) {
      invalidOption("min must not be after max");
    }
    const owned = value === undefined ? undefined : inputWeekOf(value);
    const [initial] = useState(() => (owned === undefined ? inputWeekOf(defaultValue) : owned));
    const weeks = weeksInStep(step);
    const spoken = messagesIn(locale, messages);
    const accepted = {
      first: first ?? FIRST_INPUT_WEEK,
      last: last ?? LAST_WEEK,
      step: weeks,
      base: first ?? initial ?? 0,
    };

    const input = useRef<HTMLInputElement>(null);
    const [field] = useState(() => new WeekField(owned, initial));
    const [, rerender] = useReducer((count: number) => count + 1, 0);
    useBrowserLayoutEffect(() => {
      field.follow(input.current as HTMLInputElement, {
        native,
        owned,
        accepted,
        locale,
        messages: spoken,
        onWeekChange,
        rerender,
      });
    });
    useBrowserLayoutEffect(() => field.connect(), [field]);
    useImperativeHandle(ref, () => input.current as HTMLInputElement, []);

    const keyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
      onKeyDown?.(event);
      const { key, altKey, ctrlKey, metaKey, shiftKey, nativeEvent } = event;
      const used = altKey || ctrlKey || metaKey || shiftKey || nativeEvent.isComposing;
      const by = STEPPING[key];
      if (native || used || event.defaultPrevented) {
        return;
      }
      if (by !== undefined) {
        // The caret stays out of it.
        event.preventDefault();
        field.step(Math.sign(by) * Math.ceil(Math.abs(by) / weeks));
      } else if (key === "Enter") {
        field.left();
      }
    };

    return (
      <input
        {...(native
          ? undefined
          : { ...TEXT_FIELD, "aria-valuemin": first ?? undefined, "aria-valuemax": last ?? undefined })}
        {...rest}
        ref={input}
        type={native ? "week" : "text"}
        defaultValue={inputText(initial)}
        min={inputText(first) || undefined}
        max={inputText(last) || undefined}
        step={step}
        onBlur={(event) => {
          field.left();
          onBlur?.(event);
        }}
        onChange={(event) => field.changed(() => onChange?.(event))}
        onKeyDown={keyDown}
      />
    );
  });

/** Says what the field is, and keeps the browser from correcting weeks, or offering others under the arrows. */
const TEXT_FIELD = {
  role: "spinbutton",
  placeholder: "2026-W15",
  autoComplete: "off",
  autoCapitalize: "characters",
  spellCheck: false,
} as const;
