/**
 * The text of a week input, its owner's week, and what becomes of one when the other changes.
 *
 * @module
 */
import * as core from "../core.js";
import { IsoWeek } from "../iso-week.js";
import { clockOf } from "./clock.js";
import { judged, type WeekInputMessages } from "./week-input-messages.js";
import { weekLabel } from "./week-label.js";
import { type AcceptedWeeks, steppedWeek } from "./week-steps.js";
import { inputText, wholeWeek } from "./week-text.js";

/** What a rendering says of an input. */
export interface FieldOptions {
  /** Whether the browser itself reads, judges and steps. */
  readonly native: boolean;
  /** The owner's epoch week, where an owner keeps it. */
  readonly owned: number | null | undefined;
  readonly accepted: AcceptedWeeks;
  readonly locale: string;
  readonly messages: WeekInputMessages;
  readonly onWeekChange: ((week: IsoWeek | null) => void) | undefined;
  /** Renders again. */
  readonly rerender: () => void;
}

/**
 * Keeps an input and its owner together.
 *
 * While it is typed, the text is the user's: the owner hears of whole weeks, and is followed only where its own
 * week changes. Once the user has left it, the input shows the week that the owner has kept.
 */
export class WeekField {
  #input!: HTMLInputElement;
  #options!: FieldOptions;
  /** The owner's week in the last rendering. */
  #owned: number | null | undefined;
  /** The week that the owner knows to be in the input. */
  #known: number | null;
  /** What the owner heard, and did not answer yet. */
  #told: (number | null)[] = [];
  #message = "";
  /** Whether the next rendering is to show the owner's week. */
  #left = false;

  constructor(owned: number | null | undefined, initial: number | null) {
    this.#owned = owned;
    this.#known = initial;
  }

  /** To be called after each rendering, before the browser paints. */
  follow(input: HTMLInputElement, options: FieldOptions): void {
    this.#input = input;
    this.#options = options;
    const { owned } = options;
    if (owned !== undefined && this.#isToShow(owned)) {
      this.#known = owned;
      if (wholeWeek(input.value) !== owned) {
        input.value = inputText(owned);
      }
    }
    this.#judge();
  }

  /** Listens to the forms around, until the returned function is called. */
  connect(): () => void {
    const around = this.#input.getRootNode();
    const submitted = ({ target }: Event): void => {
      if (target === this.#input.form) {
        this.left();
      }
    };
    const reset = ({ target, defaultPrevented }: Event): void => {
      if (target === this.#input.form && !defaultPrevented) {
        // The form is about to do the same. Done here, React notices, and would not take the same text that is
        // typed next for none at all.
        this.#input.value = this.#input.defaultValue;
        this.changed();
        this.#showOwned();
      }
    };
    // Before all who read the form.
    around.addEventListener("submit", submitted, true);
    around.addEventListener("reset", reset);
    // Something may have been typed into the page of a server.
    this.#report();
    return () => {
      around.removeEventListener("submit", submitted, true);
      around.removeEventListener("reset", reset);
    };
  }

  /** To be called when the text has changed; `heard` is called when it has been judged. */
  changed(heard?: () => void): void {
    this.#judge();
    heard?.();
    this.#report();
  }

  /** To be called when nothing is being typed any more. */
  left(): void {
    const { accepted, messages } = this.#options;
    const [week, message] = judged(this.#input.value, accepted, messages);
    if (week !== null || message === "") {
      this.#type(inputText(week));
    }
    this.#showOwned();
  }

  /** Goes to the week so many steps away, unless the text is none. */
  step(steps: number): void {
    const { accepted, messages } = this.#options;
    const [week, message] = judged(this.#input.value, accepted, messages);
    if (!this.#input.readOnly && (week !== null || message === "")) {
      this.#type(inputText(steppedWeek(week, steps, accepted, core.week_of(clockOf().today()))));
      this.#showOwned();
    }
  }

  /** As if the user had typed it. */
  #type(text: string): void {
    if (text !== this.#input.value) {
      // React takes what is set on the input itself for its own doing, and tells nobody.
      Reflect.set(Object.getPrototypeOf(this.#input), "value", text, this.#input);
      for (const type of ["input", "change"]) {
        this.#input.dispatchEvent(new Event(type, { bubbles: true }));
      }
    }
  }

  #report(): void {
    const { onWeekChange } = this.#options;
    const week = wholeWeek(this.#input.value);
    if (week !== this.#known) {
      this.#known = week;
      this.#told.push(week);
      onWeekChange?.(week === null ? null : IsoWeek.fromEpochWeek(week));
    }
  }

  #showOwned(): void {
    const { owned, rerender } = this.#options;
    this.#told = [];
    if (owned !== undefined && wholeWeek(this.#input.value) !== owned) {
      // The owner may be about to take the week that is in the input.
      this.#left = true;
      rerender();
    }
  }

  #isToShow(owned: number | null): boolean {
    const moved = owned !== this.#owned;
    this.#owned = owned;
    if (this.#left) {
      this.#left = false;
      return true;
    }
    if (moved) {
      // The late answer to one change says nothing of those after it.
      const answered = this.#told.indexOf(owned);
      this.#told = answered < 0 ? [] : this.#told.slice(answered + 1);
    }
    return moved && this.#told.length === 0;
  }

  #judge(): void {
    const { native, accepted, locale, messages } = this.#options;
    if (native) {
      return;
    }
    const [week, message] = judged(this.#input.value, accepted, messages);
    if (message !== this.#message) {
      this.#message = message;
      this.#input.setCustomValidity(message);
    }
    this.#say("aria-valuenow", week);
    this.#say("aria-valuetext", week === null ? null : weekLabel(week, locale));
  }

  #say(attribute: string, value: number | string | null): void {
    if (value === null) {
      this.#input.removeAttribute(attribute);
    } else {
      this.#input.setAttribute(attribute, `${value}`);
    }
  }
}
