// What is done with a week input in a browser, and what then has to be so. Each has a name, the page, and a
// function of the browser.

import assert from "node:assert/strict";
import { STEPS } from "../week-input-steps.mjs";

const PATIENCE = 60_000;

/** What is accepted, a week, and what HTML says is wrong with it. */
const JUDGED = [
  [{}, "", null],
  [{ required: true }, "", "valueMissing"],
  [{ required: true }, "2026-W15", null],
  [{ min: "2026-W10" }, "2026-W09", "rangeUnderflow"],
  [{ min: "2026-W10" }, "2026-W10", null],
  [{ max: "2026-W53" }, "2027-W01", "rangeOverflow"],
  [{ max: "2026-W53" }, "2026-W53", null],
  [{ min: "2026-W52", step: 2 }, "2026-W53", "stepMismatch"],
  [{ min: "2026-W52", step: 2 }, "2027-W01", null],
  [{ defaultValue: "2026-W11", step: 2 }, "2026-W10", "stepMismatch"],
  [{ defaultValue: "2026-W11", step: 2 }, "2026-W53", null],
  [{ min: "2026-W10", defaultValue: "2026-W11", step: 2 }, "2026-W12", null],
  [{ step: 2 }, "1970-W01", null],
  [{ step: 2 }, "1969-W52", "stepMismatch"],
  [{ step: "any" }, "1969-W52", null],
];

/** As if somebody had put it in. */
const put = (browser, value) =>
  browser.run((value) => {
    const input = document.activeElement;
    Reflect.set(HTMLInputElement.prototype, "value", value, input);
    input.dispatchEvent(new Event("input", { bubbles: true }));
  }, value);

const show = (browser, props, owner = null) =>
  browser.run((props, owner) => window.show(props, owner), props, owner);
const click = (browser, button) => browser.run((id) => document.querySelector(`#${id}`).click(), button);

/** Inputs hear of a reset when it is done. */
async function reset(browser) {
  await click(browser, "reset");
  await browser.run(() => new Promise((done) => setTimeout(done)));
}

/** Parts of the state of the page, in which nothing went wrong. */
async function state(browser, ...names) {
  const { faults, ...known } = await browser.run(() => window.state());
  assert.deepEqual(faults, []);
  return names.map((name) => known[name]);
}

/** What programs read of the form, which is not submitted. */
const dataOfForm = () => new FormData(document.querySelector("form")).get("week");

/** What the form sent. */
async function submission(browser) {
  const end = Date.now() + PATIENCE;
  for (;;) {
    // The page may be about to go.
    const search = await browser
      .run(() => location.pathname === "/submitted" && location.search)
      .catch(() => false);
    if (search !== false) {
      return search;
    }
    assert.ok(Date.now() < end, "nothing was submitted");
  }
}

/** Both kinds of input. `type` and what is typed for 2026-W15 and for its half differ. */
function everywhere({ type, role, whole, half, rest, wrongHalf, leave }) {
  return [
    [
      "has its type",
      "/",
      async (browser) => {
        await show(browser, { defaultValue: "2026-W15" });
        assert.deepEqual(await state(browser, "type", "role", "value"), [type, role, "2026-W15"]);
      },
    ],
    [
      "submits what is typed",
      "/",
      async (browser) => {
        await show(browser, {});
        await browser.press(...whole);
        assert.deepEqual((await state(browser, "weeks"))[0].at(-1), "2026-W15");
        await browser.press("Enter");
        assert.equal(await submission(browser), "?week=2026-W15");
      },
    ],
    [
      "submits what is typed when a button is clicked",
      "/",
      async (browser) => {
        await show(browser, {});
        await browser.press(...whole);
        await click(browser, "submit");
        assert.equal(await submission(browser), "?week=2026-W15");
      },
    ],
    [
      "submits nothing that is refused",
      "/",
      async (browser) => {
        await show(browser, { max: "2026-W10" });
        await browser.press(...whole, "Enter");
        await click(browser, "submit");
        assert.equal(await browser.run(() => location.pathname), "/");
        assert.equal(await browser.run(() => document.querySelector("form").reportValidity()), false);
      },
    ],
    [
      "goes up and down by the arrows",
      "/",
      async (browser) => {
        await show(browser, { defaultValue: "2026-W15" });
        await browser.press("ArrowUp", "ArrowUp", "ArrowDown");
        assert.deepEqual(await state(browser, "value", "weeks"), [
          "2026-W16",
          ["2026-W16", "2026-W17", "2026-W16"],
        ]);
      },
    ],
    [
      "keeps what is half typed where its owner knows of no week",
      "/",
      async (browser) => {
        await show(browser, { value: null }, "follows");
        await browser.press(...half);
        assert.deepEqual((await state(browser, "wrong"))[0], wrongHalf);
        await browser.press(...rest);
        assert.deepEqual(await state(browser, "value"), ["2026-W15"]);
      },
    ],
    [
      "shows the week that its owner keeps, once it is left",
      "/",
      async (browser) => {
        await show(browser, { value: "2025-W32" }, "keeps");
        await put(browser, "");
        assert.deepEqual(await state(browser, "value", "weeks"), ["", [null]]);
        await browser.press(...leave);
        assert.deepEqual(await state(browser, "value", "weeks"), ["2025-W32", [null]]);
      },
    ],
    [
      "goes back to the week at first when its form is reset",
      "/",
      async (browser) => {
        await show(browser, { defaultValue: "2026-W15", max: "2026-W15" });
        await browser.press("ArrowUp");
        await put(browser, "2026-W16");
        await reset(browser);
        assert.deepEqual(await state(browser, "value", "wrong"), ["2026-W15", []]);
        assert.deepEqual((await state(browser, "weeks"))[0].at(-1), "2026-W15");
      },
    ],
    [
      "stays with its owner's week when its form is reset",
      "/",
      async (browser) => {
        await show(browser, { value: "2026-W15" }, "follows");
        await browser.press("ArrowUp");
        await reset(browser);
        assert.deepEqual(await state(browser, "value", "weeks"), ["2026-W16", ["2026-W16"]]);
      },
    ],
    [
      "takes over the page of a server, and what was put in before",
      "/server",
      async (browser) => {
        await browser.run(() => {
          document.querySelector("[aria-label=own]").value = "2026-W17";
          window.takeOver();
        });
        assert.deepEqual(await state(browser, "type", "value", "weeks"), [type, "2026-W15", ["2026-W17"]]);
        assert.equal(await browser.run(() => document.querySelector("[aria-label=own]").value), "2026-W17");
      },
    ],
  ];
}

/** From the week to the year, to the button that shows weeks, and away. */
const PAST_THE_PARTS = ["Tab", "Tab", "Tab"];

/** Where the browser has a week input. */
export const NATIVE = [
  ...everywhere({
    type: "week",
    role: null,
    whole: "152026",
    half: "15",
    rest: "2026",
    wrongHalf: ["badInput"],
    leave: PAST_THE_PARTS,
  }),
  [
    "is judged by the browser as HTML says",
    "/",
    async (browser) => {
      for (const [accepted, week, wrong] of JUDGED) {
        await show(browser, accepted);
        await put(browser, week);
        assert.deepEqual(
          (await state(browser, "wrong"))[0],
          wrong === null ? [] : [wrong],
          `${week} in ${JSON.stringify(accepted)}`,
        );
      }
    },
  ],
  [
    "steps by the browser as HTML says",
    "/",
    async (browser) => {
      for (const [accepted, key, from, ...reached] of STEPS) {
        await show(browser, accepted);
        await put(browser, from);
        const values = await browser.run(
          (method, count) =>
            Array.from({ length: count }, () => {
              document.activeElement[method]();
              return document.activeElement.value;
            }),
          key === "ArrowUp" ? "stepUp" : "stepDown",
          reached.length,
        );
        assert.deepEqual(values, reached, `${key} from ${from} in ${JSON.stringify(accepted)}`);
      }
    },
  ],
  [
    "is typed digit by digit whatever its owner makes of it, and shows that when it is left",
    "/",
    async (browser) => {
      await show(browser, { value: "2025-W32" }, "holds to 2025-W10 and 2026-W20");
      await browser.press("ArrowRight", ..."2026");
      assert.deepEqual(await state(browser, "value", "weeks"), [
        "2026-W32",
        ["0002-W32", "0020-W32", "0202-W32", "2026-W32"],
      ]);
      await browser.press("Tab", "Tab");
      assert.deepEqual(await state(browser, "value"), ["2026-W20"]);
    },
  ],
  [
    "tells of no week that semaine does not have",
    "/",
    async (browser) => {
      await show(browser, {});
      await put(browser, "275760-W36");
      await put(browser, "275760-W37");
      assert.equal(await browser.run(dataOfForm), "275760-W37");
      await browser.press(...PAST_THE_PARTS);
      assert.deepEqual(await state(browser, "value", "weeks"), ["275760-W37", ["+275760-W36", null]]);
    },
  ],
];

/** Where it has none. */
export const TEXT_FIELD = [
  ...everywhere({
    type: "text",
    role: "spinbutton",
    whole: "2026w15",
    half: "2026w",
    rest: ["1", "5", "Tab"],
    wrongHalf: ["customError"],
    leave: ["Tab"],
  }),
  [
    "is judged as HTML says",
    "/",
    async (browser) => {
      for (const [accepted, week, wrong] of JUDGED) {
        await show(browser, accepted);
        await put(browser, week);
        const flag = wrong === null ? [] : [wrong === "valueMissing" ? wrong : "customError"];
        const [flags, message] = await state(browser, "wrong", "validationMessage");
        assert.deepEqual(flags, flag, `${week} in ${JSON.stringify(accepted)}`);
        assert.equal(message === "", wrong === null, message);
      }
    },
  ],
  [
    "steps as HTML says",
    "/",
    async (browser) => {
      for (const [accepted, key, from, ...reached] of STEPS) {
        await show(browser, accepted);
        await put(browser, from);
        for (const week of reached) {
          await browser.press(key);
          assert.deepEqual(
            await state(browser, "value"),
            [week],
            `${key} from ${from} in ${JSON.stringify(accepted)}`,
          );
        }
      }
    },
  ],
  [
    "leaves the caret where it is",
    "/",
    async (browser) => {
      await show(browser, { value: "2026-W15" }, "follows");
      await browser.press("End", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "Backspace", "5");
      assert.deepEqual(await state(browser, "value", "selectionStart", "weeks"), [
        "2025-W15",
        4,
        [null, "2025-W15"],
      ]);
      await browser.press("Home", "ArrowUp", "PageDown");
      assert.deepEqual(await state(browser, "value"), ["2025-W12"]);
    },
  ],
  [
    "is read and submitted by programs in the form of HTML",
    "/",
    async (browser) => {
      await show(browser, {});
      await browser.press(..."2026w1");
      assert.equal(await browser.run(dataOfForm), "2026-W01");
      assert.deepEqual(await state(browser, "value"), ["2026w1"]);
      // A button of that name hides the form's own method.
      await browser.run(() => HTMLFormElement.prototype.submit.call(document.querySelector("form")));
      assert.equal(await submission(browser), "?week=2026-W01");
    },
  ],
  [
    "is put into the form of HTML when it is left",
    "/",
    async (browser) => {
      await show(browser, {});
      await browser.press(..."2026-04-08", "Tab");
      assert.deepEqual(await state(browser, "value", "weeks"), ["2026-W15", ["2026-W15"]]);
      assert.equal(await browser.run(() => document.activeElement.id), "submit");
    },
  ],
];

/** Where it never had one: what is typed before a script runs is a text. */
export const TEXT_FROM_THE_START = [
  [
    "takes over what was typed into the page of a server",
    "/server",
    async (browser) => {
      await browser.run(() => {
        const input = document.querySelector("[aria-label=own]");
        input.value = "";
        input.focus();
      });
      await browser.press(..."2026 w1");
      await browser.run(() => window.takeOver());
      const own = () =>
        browser.run(() => {
          const { value, selectionStart } = document.activeElement;
          return [value, selectionStart];
        });
      assert.deepEqual(await own(), ["2026 w1", 7]);
      await browser.press("7");
      assert.deepEqual(await state(browser, "weeks"), [[null, "2026-W17"]]);
      await browser.press("Enter");
      assert.deepEqual(await own(), ["2026-W17", 8]);
    },
  ],
];
