/** Ten million dates in typed arrays, with memory of the caller for the answers. */

import { rowByRow, whole } from "./benchmark.js";
import { answerOf, PEERS } from "./column-peers.js";
import { native, portable } from "./engines.js";
import { Column } from "./floors.js";
import { COLUMN, epochDays } from "./inputs.js";
import { expected } from "./oracle.js";
import { PLAIN_LOOPS } from "./plain-loops.js";

/** For libraries that need a hundred times as long. */
const FEW = 10_000;

/** @typedef {import("./oracle.js").Question} Question */
/** @typedef {Int32Array | Uint8Array} Numbers */
/**
 * A question with answers in one array.
 *
 * @typedef {object} Single
 * @property {"weekStart" | "weekNumber" | "isoYear" | "weekday"} name
 * @property {Int32ArrayConstructor | Uint8ArrayConstructor} type
 */

/** @type {Record<Exclude<Question, "year_week">, Single>} */
const SINGLE = {
  week_start: { name: "weekStart", type: Int32Array },
  week_number: { name: "weekNumber", type: Uint8Array },
  iso_year: { name: "isoYear", type: Int32Array },
  weekday: { name: "weekday", type: Uint8Array },
};

/** @type {import("./groups.js").Groups} */
export const GROUPS = {
  column_year_week: yearAndWeek,
  ...Object.fromEntries(
    Object.entries(SINGLE).map(([question, single]) => [
      `column_${question}`,
      () => group(/** @type {keyof typeof SINGLE} */ (question), single),
    ]),
  ),
};

/** Our answers to a question beside what bounds them, and the peers'. */
function group(/** @type {keyof typeof SINGLE} */ question, /** @type {Single} */ { name, type }) {
  const days = epochDays(COLUMN);
  const wanted = expected(question, COLUMN);
  const work = (/** @type {string} */ who, /** @type {(out: any) => Numbers | void} */ answer) => {
    const out = new type(COLUMN);
    /** @type {Numbers} */
    let answers = out;
    const answered = () => {
      answers = answer(out) ?? out;
    };
    return whole(who, COLUMN, answered, () => answers, wanted);
  };
  /** @typedef {(days: Int32Array, options?: { out: Numbers }) => Numbers} Ask */
  const askNative = /** @type {Ask} */ (native[name]);
  const askPortable = /** @type {Ask} */ (portable[name]);
  return [
    work("semaine", (out) => askNative(days, { out })),
    work("semaine new memory", () => askNative(days)),
    work("semaine portable", (out) => askPortable(days, { out })),
    work("by hand", (out) => PLAIN_LOOPS[question](days, out)),
    core(name, days),
    copy(type.BYTES_PER_ELEMENT),
    ...peers(question, days, wanted),
  ];
}

/** The same of year and week, which are in two arrays. */
function yearAndWeek() {
  const days = epochDays(COLUMN);
  const wanted = expected("year_week", COLUMN);
  /** @typedef {{ years: Int32Array, weeks: Uint8Array }} Out */
  const work = (/** @type {string} */ who, /** @type {(out: Out) => Out | void} */ answer) => {
    /** @type {Out} */
    const out = { years: new Int32Array(COLUMN), weeks: new Uint8Array(COLUMN) };
    let answers = out;
    const answered = () => {
      answers = answer(out) ?? out;
    };
    const inOne = () => answers.years.map((year, row) => year * 100 + answers.weeks[row]);
    return whole(who, COLUMN, answered, inOne, wanted);
  };
  return [
    work("semaine", (out) => native.yearWeek(days, { out })),
    work("semaine new memory", () => native.yearWeek(days)),
    work("semaine portable", (out) => portable.yearWeek(days, { out })),
    work("by hand", ({ years, weeks }) => PLAIN_LOOPS.year_week(days, years, weeks)),
    core("yearWeek", days),
    copy(Int32Array.BYTES_PER_ELEMENT + Uint8Array.BYTES_PER_ELEMENT),
    ...peers("year_week", days, wanted),
  ];
}

/** The core alone, which says how many rows are null. */
function core(/** @type {keyof import("./floors.js").Core} */ name, /** @type {Int32Array} */ days) {
  const column = new Column(days);
  /** @type {number} */
  let nulls;
  const answered = () => {
    nulls = column[name]();
  };
  return whole("Rust", COLUMN, answered, () => [nulls], [0]);
}

/** As many bytes as are moved for each day, half of them read and half written. */
function copy(/** @type {number} */ written) {
  const bytes = ((Int32Array.BYTES_PER_ELEMENT + written) * COLUMN) / 2;
  const source = new Uint8Array(bytes).fill(1);
  const target = new Uint8Array(bytes);
  return whole(
    "memcpy",
    COLUMN,
    () => target.set(source),
    () => target.subarray(-1),
    [1],
  );
}

function peers(
  /** @type {Question} */ question,
  /** @type {Int32Array} */ days,
  /** @type {Int32Array} */ wanted,
) {
  const few = days.subarray(0, FEW);
  return Object.entries(PEERS).map(([name, peer]) =>
    rowByRow(`${name}, 10,000 rows`, answerOf(peer, question), few, wanted.subarray(0, FEW)),
  );
}
