// A page of jsdom, whose names are global as in a browser. To be imported before all else, since React looks
// at them while it is loaded.

import { JSDOM } from "jsdom";

const { window } = new JSDOM("<!doctype html><html lang='fr'><body></body></html>", {
  url: "https://semaine.test/",
  // The page is visible, as jsdom's otherwise is not.
  pretendToBeVisual: true,
});

// What Node has itself, timers and Date among them, stays Node's: the tests set the zone and the clock there.
for (const name of Object.getOwnPropertyNames(window)) {
  if (!(name in globalThis)) {
    const { enumerable } = Object.getOwnPropertyDescriptor(window, name);
    Object.defineProperty(globalThis, name, {
      configurable: true,
      enumerable,
      writable: true,
      value: window[name],
    });
  }
}
// Those of Node are not those that jsdom's elements take and give; its navigator tells another language.
for (const name of ["Event", "EventTarget", "CustomEvent", "MessageEvent", "FormData", "navigator"]) {
  Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: window[name] });
}
globalThis.window = window;

// React is to say which changes of state no act() waited for.
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
