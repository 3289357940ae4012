// A clock for tests, which moves Date and timers together, or Date alone, as when the machine sleeps.

import "./dom.mjs";

import { act } from "@testing-library/react";

const REAL = { Date, setTimeout, clearTimeout, setInterval, clearInterval };

/** As browsers do: a longer time is taken for none at all. */
const LONGEST_DELAY = 2 ** 31 - 1;

class Clock {
  /** What Date says, and for how long the machine has been awake, in milliseconds. */
  #now;
  #awake = 0;
  #timers = new Map();
  #lastId = 0;
  /** The delay of each timer that was ever set. */
  delays = [];

  constructor(now) {
    this.#now = now;
  }

  get now() {
    return this.#now;
  }

  /** How many timers wait. */
  get waiting() {
    return this.#timers.size;
  }

  /** Lets time pass, and each timer run when it is due. */
  advance(milliseconds) {
    const end = this.#awake + milliseconds;
    for (;;) {
      const due = [...this.#timers].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (due === undefined) {
        break;
      }
      const [id, { at, callback, every }] = due;
      this.#moveTo(Math.max(at, this.#awake));
      if (every === undefined) {
        this.#timers.delete(id);
      } else {
        this.#timers.set(id, { at: at + every, callback, every });
      }
      act(() => callback());
    }
    this.#moveTo(end);
  }

  /** Lets time pass as while a machine sleeps: Date goes on, but timers wait as long as before. */
  sleep(milliseconds) {
    this.#now += milliseconds;
  }

  set(callback, delay, every) {
    const wait = delay >= 0 && delay <= LONGEST_DELAY ? Math.max(1, Math.trunc(delay)) : 1;
    this.delays.push(delay);
    this.#lastId += 1;
    this.#timers.set(this.#lastId, { at: this.#awake + wait, callback, every: every && wait });
    return this.#lastId;
  }

  clear(id) {
    this.#timers.delete(id);
  }

  #moveTo(awake) {
    this.#now += awake - this.#awake;
    this.#awake = awake;
  }
}

/**
 * Puts a clock that says a certain time, a `Date` or the arguments of one, in the place of the machine's
 * until the test ends.
 */
export function setClock(test, ...start) {
  const clock = new Clock(new REAL.Date(...start).getTime());
  class FakeDate extends REAL.Date {
    constructor(...parts) {
      super(...(parts.length === 0 ? [clock.now] : parts));
    }

    static now() {
      return clock.now;
    }
  }
  const fakes = {
    Date: FakeDate,
    setTimeout: (callback, delay = 0, ...given) => clock.set(() => callback(...given), delay),
    setInterval: (callback, delay = 0, ...given) => clock.set(() => callback(...given), delay, true),
    clearTimeout: (id) => clock.clear(id),
    clearInterval: (id) => clock.clear(id),
  };
  const ofWindow = Object.fromEntries(Object.keys(fakes).map((name) => [name, window[name]]));
  Object.assign(globalThis, fakes);
  Object.assign(window, fakes);
  test.after(() => {
    Object.assign(globalThis, REAL);
    Object.assign(window, ofWindow);
  });
  return clock;
}
