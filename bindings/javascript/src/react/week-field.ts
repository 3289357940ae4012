/**
 * The text of a week input, its owner's week, and what becomes of one when the other changes.
 *
 * @module
 */
import * as core from "../core.js";
import { IsoWeek } from "../iso-week.js";
import { clockOf } from "./clock.js";
import { enterInstead, listenToForm } from "./forms.js";
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
  /** What the application says is wrong. */
  #given = "";
  /** What the input says is wrong. */
  #shown = "";
  /** Whether the next rendering is to show the owner's week. */
  #left = false;

  /** The text at first, which the form goes back to, and from which steps are counted. */
  readonly #initial: string;

  constructor(owned: number | null | undefined, initial: number | null) {
    this.#owned = owned;
    this.#known = initial;
    this.#initial = inputText(initial);
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

  /** Listens to the form and to the application, until the returned function is called. */
  connect(): () => void {
    const input = this.#input;
    const end = listenToForm(input, {
      submit: () => this.left(),
      reset: (event) => this.#reset(event),
      formdata: ({ formData }) => {
        if (!this.#options.native) {
          enterInstead(input, formData, inputText(this.#judge()[0]));
        }
      },
    });
    // Whoever takes back a message of its own does not mean ours.
    input.setCustomValidity = (message) => {
      this.#given = message;
      this.#judge();
    };
    // Something may have been typed into the page of a server.
    this.#report();
    return () => {
      Reflect.deleteProperty(input, "setCustomValidity");
      end();
    };
  }

  /** To be called when the text has changed; `heard` is called when it has been judged. */
  changed(heard: () => void): void {
    this.#judge();
    heard();
    this.#report();
  }

  /** To be called when nothing is being typed any more. */
  left(): void {
    const [week, message] = this.#judge();
    if (week !== null || message === "") {
      this.#type(inputText(week));
    }
    this.#showOwned();
  }

  /** Goes to the week so many steps away, unless the text is none. */
  step(steps: number): void {
    const { accepted } = this.#options;
    const [week, message] = this.#judge();
    if (!this.#input.readOnly && (week !== null || message === "")) {
      this.#type(inputText(steppedWeek(week, steps, accepted, core.week_of(clockOf().today()))));
      this.#showOwned();
    }
  }

  /** Goes to the week at first, or stays with the week of an owner, as React's own inputs do. */
  #reset(event: Event): void {
    const input = this.#input;
    input.defaultValue = this.#resetText();
    // The form does it after the event, unless somebody prevents it, and tells nobody.
    setTimeout(() => {
      if (input.isConnected && !event.defaultPrevented) {
        const { owned } = this.#options;
        this.#told = [];
        if (owned !== undefined) {
          this.#known = owned;
        }
        // React notices this, and would not take the same text that is typed next for none at all.
        input.value = this.#resetText();
        this.#judge();
        this.#report();
      }
      input.defaultValue = this.#initial;
    });
  }

  #resetText(): string {
    const { owned } = this.#options;
    return owned === undefined ? this.#initial : inputText(owned);
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
      // The late answer to one change says nothing of those after it, and what else comes may be the answer.
      this.#told = this.#told.slice(this.#told.indexOf(owned) + 1);
    }
    return moved && (this.#told.length === 0 || !this.#input.matches(":focus"));
  }

  #judge(): readonly [week: number | null, message: string] {
    const { native, accepted, locale, messages } = this.#options;
    const judgement = judged(this.#input.value, accepted, messages);
    const [week, message] = judgement;
    this.#complain(native ? "" : message);
    if (!native) {
      this.#say("aria-valuenow", week);
      this.#say("aria-valuetext", week === null ? null : weekLabel(week, locale));
    }
    return judgement;
  }

  /** The input has one message, which is the application's while there is none of ours. */
  #complain(message: string): void {
    const shown = message || this.#given;
    if (shown !== this.#shown) {
      this.#shown = shown;
      Object.getPrototypeOf(this.#input).setCustomValidity.call(this.#input, shown);
    }
  }

  #say(attribute: string, value: number | string | null): void {
    if (value === null) {
      this.#input.removeAttribute(attribute);
    } else {
      this.#input.setAttribute(attribute, `${value}`);
    }
  }
}
