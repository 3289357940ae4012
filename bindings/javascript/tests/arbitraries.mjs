// What the properties are asked of.

import fc from "fast-check";
import * as semaine from "semaine";

const LAST_WEEK = 306_783_377;
const LAST_DAY = 2_147_483_642;

/** Integers with much about 0, the present, and both ends. */
function integers(limit) {
  return fc.oneof(
    fc.integer({ min: -limit, max: limit }),
    fc.integer({ min: -200_000, max: 200_000 }),
    fc.integer({ min: limit - 400, max: limit }),
    fc.integer({ min: -limit, max: 400 - limit }),
  );
}

export const weeks = integers(LAST_WEEK).map(semaine.IsoWeek.fromEpochWeek);
export const weekDates = integers(LAST_DAY).map(semaine.IsoWeekDate.fromEpochDay);
export const civilDates = integers(LAST_DAY).map(semaine.fromEpochDay);

/** Whole numbers of any size. */
export const distances = fc.oneof(
  fc.integer(),
  fc.integer({ min: -1000, max: 1000 }),
  fc.maxSafeInteger(),
  fc.constantFrom(0, -0, 2 ** 53, -(2 ** 60), 1e300, -Number.MAX_VALUE),
);

const WRITTEN_WITH = fc.constantFrom(..."0123456789Ww-+ /\t\n\u00e9\u{1F4C5}");

/** Texts of weeks and days, and what becomes of them by a slip: a character too many, too few, or another. */
const slips = fc
  .tuple(
    fc.oneof(
      fc
        .oneof(weeks, weekDates)
        .chain((value) => fc.constantFrom(`${value}`, value.toBasicString(), ` ${value} `)),
      civilDates.map(semaine.toDateString),
      fc.constantFrom(
        "2025-W54",
        "2025-W00",
        "2021-W53",
        "2025-W32-8",
        "2025W7",
        "2025-02-29",
        "-0000-W01",
        "0000-W01",
      ),
    ),
    fc.constantFrom("none", "none", "insert", "delete", "replace"),
    fc.nat({ max: 15 }),
    WRITTEN_WITH,
  )
  .map(([text, slip, at, character]) => {
    const [before, after] = [text.slice(0, at), text.slice(slip === "insert" ? at : at + 1)];
    return slip === "none" ? text : before + (slip === "delete" ? "" : character) + after;
  });

/** Any texts: of whole characters, of halves of surrogates, of what weeks are written with. */
export const texts = fc.oneof(
  { weight: 1, arbitrary: fc.string({ unit: "binary" }) },
  {
    weight: 1,
    arbitrary: fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    }),
  },
  { weight: 2, arbitrary: fc.string({ unit: WRITTEN_WITH, maxLength: 14 }) },
  { weight: 6, arbitrary: slips },
);

/** Marks what the hostile values below throw. */
export class Hostile extends Error {}

function hostile() {
  throw new Hostile("an argument of the test");
}

const revoked = () => {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
};

/** Values that throw when they are looked at. */
export const hostiles = [
  {
    get year() {
      return hostile();
    },
  },
  {
    year: 2025,
    get month() {
      return hostile();
    },
    day: 1,
  },
  { withCalendar: hostile },
  {
    get overflow() {
      return hostile();
    },
  },
  {
    get value() {
      return hostile();
    },
  },
  { valueOf: hostile, toString: hostile, [Symbol.toPrimitive]: hostile },
  new Proxy({}, { get: hostile, has: hostile, getPrototypeOf: hostile }),
  revoked(),
];

function boxed(arbitrary) {
  return arbitrary.map((value) =>
    Object.assign(() => value, { [fc.toStringMethod]: () => fc.stringify(value) }),
  );
}

/** Anything at all, in a function each, since fast-check would look at it. */
export const anything = fc.oneof(
  {
    weight: 3,
    arbitrary: boxed(
      fc.anything({
        withBigInt: true,
        withDate: true,
        withMap: true,
        withSet: true,
        withTypedArray: true,
        withNullPrototype: true,
        withBoxedValues: true,
        withSparseArray: true,
      }),
    ),
  },
  {
    weight: 3,
    arbitrary: boxed(
      fc.constantFrom(
        undefined,
        null,
        Number.NaN,
        -0,
        0.5,
        2 ** 31,
        -(2 ** 31),
        2 ** 53,
        Number.POSITIVE_INFINITY,
        1n,
        -1n,
        Symbol("week"),
        Symbol.iterator,
        "",
        "2025",
        "2025-08-07",
        "2025-W32",
        true,
        () => 1,
        class {},
        [],
        {},
        new Date(0),
        new Date(Number.NaN),
        Object.create(null),
        { year: 2025 },
        { year: 2025, month: 8, day: 7 },
        { year: Number.NaN, month: 1, day: 1 },
        { year: 2025, month: Symbol("m"), day: 1n },
        { value: "" },
        { value: 7 },
        { overflow: "constrain" },
        { overflow: null },
        new Proxy({}, {}),
      ),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom(...hostiles.map((value) => () => value)) },
  { weight: 1, arbitrary: boxed(fc.oneof(weeks, weekDates, civilDates, distances, texts)) },
);
