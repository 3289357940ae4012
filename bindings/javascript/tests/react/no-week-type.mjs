// Takes the type "week" from inputs, as in Safari on macOS and Firefox on desktops, which say "text" for it.

import "./dom.mjs";

const { prototype } = HTMLInputElement;
const { get, set } = Object.getOwnPropertyDescriptor(prototype, "type");
Object.defineProperty(prototype, "type", {
  configurable: true,
  enumerable: true,
  get() {
    const type = get.call(this);
    return type === "week" ? "text" : type;
  },
  set,
});
